/// Bars of a few named amounts, one below the other, all from 0 on one scale: ageing of open deals, reasons of losses,
/// the parts of a whole. Names and numbers are words beside the bars, which are therefore hidden from assistive
/// technology; the same numbers stand in the frame's table.
public struct BarList: Sendable, Equatable {
    /// An amount.
    public struct Row: Sendable, Equatable {
        /// What it is an amount of; long names wrap.
        public let name: String
        /// 0 or more.
        public let value: Double
        /// The amount, or amounts, as the reader sees them, e.g. "12 fırsat · ₺480.000".
        public let text: String
        /// The share of ``value`` that is drawn grey at its end, 0…1, e.g. of stale deals.
        public let greyShare: Double
        /// Whether the whole bar is grey: "other", "unknown".
        public let isRest: Bool

        /// A row.
        /// - Precondition: `value` is not negative, `greyShare` is in 0…1.
        public init(_ name: String, value: Double, text: String, greyShare: Double = 0, isRest: Bool = false) {
            precondition(value >= 0 && (0...1).contains(greyShare))
            self.name = name
            self.value = value
            self.text = text
            self.greyShare = greyShare
            self.isRest = isRest
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The amounts in the order shown; see ``LossReasons`` for sorted ones.
    public let rows: [Row]
    /// What the two shades mean, where a row has a grey end.
    public let key: Key?

    /// Words of the key.
    public struct Key: Sendable, Equatable {
        /// The blue part.
        public let bar: String
        /// The grey part.
        public let grey: String

        /// Words of a key.
        public init(bar: String, grey: String) {
            self.bar = bar
            self.grey = grey
        }
    }

    /// Bars of `rows`.
    public init(frame: FigureFrame, rows: [Row], key: Key? = nil) {
        self.frame = frame
        self.rows = rows
        self.key = key
    }

    /// The complete `<figure>`.
    public func html() -> String {
        let layouts = AmountLayout.all(of: rows)
        return frame.html { markup in
            if let key, layouts.contains(where: { $0.grey != nil }) {
                KeyDrawing([(.bar, key.bar), (.rest, key.grey)]).write(to: &markup)
            }
            markup.element("ul", ["class": "rows"]) { markup in
                for (row, layout) in zip(rows, layouts) {
                    markup.row(name: row.name, text: row.text, height: AmountLayout.height) {
                        layout.write(isRest: row.isRest, to: &$0)
                    }
                }
            }
        }
    }
}

/// Where an amount's bar ends, and where it turns grey.
struct AmountLayout: Equatable {
    static let height = 18
    static let (top, thickness) = ("2", "14")

    let bar: Reach
    let grey: Stretch?

    static func all(of rows: [BarList.Row]) -> [AmountLayout] {
        let largest = rows.map(\.value).max() ?? 0
        return rows.map { row in
            let end = largest > 0 ? row.value / largest * FunnelLayout.longest : 0
            return AmountLayout(
                bar: Reach(to: end * (1 - row.greyShare), isZero: row.value == 0),
                grey: row.greyShare > 0 ? Stretch(from: end * (1 - row.greyShare), to: end) : nil
            )
        }
    }

    func write(isRest: Bool, to markup: inout Markup) {
        markup.block(.track, x: "0", y: Self.top, width: "100%", height: Self.thickness)
        if let grey {
            let width = percent(grey.writtenLength)
            markup.block(.lastWeek, x: percent(grey.start), y: Self.top, width: width, height: Self.thickness)
            if tenths(bar.percent) == 0 { return }
        }
        markup.reach(bar, isRest ? .lastWeek : .bar, y: Self.top, height: Self.thickness)
    }
}
