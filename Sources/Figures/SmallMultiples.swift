/// The same line for each part of a whole, all on one scale, each with the whole in grey behind it.
public struct SmallMultiples: Sendable, Equatable {
    /// Known weeks below which a part has no line.
    public static let leastWeeks = 6
    /// Parts below which there is nothing to compare, and above which nobody looks.
    public static let parts = 2...12

    /// A part's line.
    public struct Panel: Sendable, Equatable {
        /// The part.
        public let name: String
        /// Where its page is; `nil`: none.
        public let address: String?
        /// Its newest number in words.
        public let text: String
        /// Its number week by week, oldest first; as many as the whole has.
        public let values: [Double?]
        /// Whether it is the part that the page is about: in ink.
        public let isHere: Bool

        /// A panel.
        public init(_ name: String, address: String? = nil, text: String, values: [Double?], isHere: Bool = false) {
            self.name = name
            self.address = address
            self.text = text
            self.values = values
            self.isHere = isHere
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The parts, in the order shown.
    public let panels: [Panel]
    /// The whole, week by week.
    public let whole: [Double?]
    /// How many of the newest weeks are not final: dashed.
    public let maturing: Int
    /// The scale of all panels.
    public let axis: ValueAxis
    /// Words of the key: a part's line and the whole's.
    public let key: (part: String, whole: String)

    /// Small multiples.
    /// - Precondition: all lines have as many weeks.
    public init(
        frame: FigureFrame,
        panels: [Panel],
        whole: [Double?],
        maturing: Int = 0,
        axis: ValueAxis,
        key: (part: String, whole: String)
    ) {
        precondition(panels.allSatisfy { $0.values.count == whole.count }, "all lines have as many weeks")
        self.frame = frame
        self.panels = panels
        self.whole = whole
        self.maturing = maturing
        self.axis = axis
        self.key = key
    }

    /// Whether two small multiples are the same.
    public static func == (one: Self, other: Self) -> Bool {
        (one.frame, one.panels, one.whole, one.maturing) == (other.frame, other.panels, other.whole, other.maturing)
            && one.axis == other.axis && one.key == other.key
    }

    /// Whether the parts with enough weeks for a line are few enough to look at, and two at least.
    public static func isShown(_ parts: [[Double?]]) -> Bool {
        Self.parts.contains(parts.count { $0.count { $0 != nil } >= leastWeeks })
    }

    /// The complete `<figure>`.
    public func html() -> String {
        frame.html { markup in
            KeyDrawing([(.line, key.part), (.strip, key.whole)]).write(to: &markup)
            markup.element("ul", ["class": "multi"]) { markup in
                for panel in panels { write(panel, to: &markup) }
            }
        }
    }

    private func write(_ panel: Panel, to markup: inout Markup) {
        let layout = PanelLayout(panel.values, whole: whole, maturing: maturing, axis: axis)
        markup.element("li") { markup in
            markup.element("div", ["class": "hd"]) { markup in
                if let address = panel.address {
                    let link = "<a href=\"\(escaped(address))\">\(escaped(panel.name))</a>"
                    markup.element("span", markup: link)
                } else {
                    markup.element(panel.isHere ? "b" : "span", text: panel.name)
                }
                markup.element("b", text: panel.text)
            }
            markup.decoration(height: PanelLayout.height) { layout.write(to: &$0) }
        }
    }
}
