/// How far a few named numbers moved: bars to both sides of no change, the largest rise first.
public struct ChangeBars: Sendable, Equatable {
    /// A number that moved, or did not.
    public struct Row: Sendable, Equatable {
        /// What moved; long names wrap.
        public let name: String
        /// By how much, down negative.
        public let change: Double
        /// The same in words, e.g. "−2,1 puan".
        public let text: String

        /// A row.
        public init(_ name: String, change: Double, text: String) {
            self.name = name
            self.change = change
            self.text = text
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The numbers, the largest rise first, ties in the order given.
    public let rows: [Row]

    /// Bars of `rows`, which come in any order.
    public init(frame: FigureFrame, rows: [Row]) {
        self.frame = frame
        self.rows = rows.enumerated().sorted { (-$0.element.change, $0.offset) < (-$1.element.change, $1.offset) }
            .map(\.element)
    }

    /// The complete `<figure>`.
    public func html() -> String {
        let largest = rows.map { abs($0.change) }.max() ?? 0
        let hasRise = rows.contains { $0.change > 0 }
        let hasFall = rows.contains { $0.change < 0 }
        let zero = hasRise == hasFall ? 50 : hasFall ? 98.0 : 2
        let room = (hasRise == hasFall ? 48 : 96) / (largest > 0 ? largest : 1)
        return frame.html { markup in
            markup.element("ul", ["class": "rows"]) { markup in
                for row in rows {
                    markup.row(name: row.name, text: row.text, height: AmountLayout.height) { markup in
                        let end = zero + row.change * room
                        markup.block(.track, x: "0", y: "2", width: "100%", height: "14")
                        if let bar = Stretch(from: min(zero, end), to: max(zero, end)) {
                            let width = percent(bar.writtenLength)
                            markup.block(.bar, x: percent(bar.start), y: "2", width: width, height: "14")
                        }
                        markup.rule(.target, from: (percent(zero), "0"), to: (percent(zero), "18"))
                    }
                }
            }
        }
    }
}
