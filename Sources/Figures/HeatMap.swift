/// Which share of each week's entrants had come by each age: a row a week of entry, newest first, a column an age, the
/// number in each cell on one of five blues.
public struct HeatMap: Sendable, Equatable {
    /// Cohorts below which there is no map.
    public static let leastRows = 6
    /// Rows that a phone shows.
    public static let phoneRows = 6
    /// Columns that fit on a phone with a number in each.
    public static let mostColumns = 8

    /// What a week's entrants had done by an age.
    public struct Cell: Sendable, Equatable {
        /// The number that chooses the blue.
        public let value: Double
        /// The number written, without its unit.
        public let text: String
        /// Whether the age is not over for all of the week: hatched.
        public let isPartial: Bool

        /// A cell.
        public init(_ value: Double, text: String, isPartial: Bool = false) {
            self.value = value
            self.text = text
            self.isPartial = isPartial
        }
    }

    /// A week's entrants.
    public struct Row: Sendable, Equatable {
        /// The week of entry.
        public let name: String
        /// One a column; `nil` where the age has not come yet, or nobody can tell: blank.
        public let cells: [Cell?]

        /// A row.
        public init(_ name: String, cells: [Cell?]) {
            self.name = name
            self.cells = cells
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The ages as their columns' heads say them, youngest first.
    public let ages: [String]
    /// The weeks, newest first.
    public let rows: [Row]
    /// What the palest and the darkest blue mean, e.g. "%1,2" and "%8,4".
    public let key: Key

    /// Words of the key.
    public struct Key: Sendable, Equatable {
        /// The smallest number.
        public let least: String
        /// The largest number.
        public let most: String
        /// Hatched.
        public let partial: String

        /// Words of a key.
        public init(least: String, most: String, partial: String) {
            self.least = least
            self.most = most
            self.partial = partial
        }
    }

    /// A heat map.
    /// - Precondition: 1…8 ages, each row with a cell a age.
    public init(frame: FigureFrame, ages: [String], rows: [Row], key: Key) {
        precondition((1...Self.mostColumns).contains(ages.count), "1…8 columns")
        precondition(rows.allSatisfy { $0.cells.count == ages.count }, "a row has one cell a column")
        self.frame = frame
        self.ages = ages
        self.rows = rows
        self.key = key
    }

    /// Whether so many weeks with entrants are enough for a map.
    public static func isShown(cohorts: Int) -> Bool { cohorts >= leastRows }

    /// The complete `<figure>`. The page also needs ``Hatch/definitions()``.
    public func html() -> String {
        let layout = HeatLayout(of: self)
        return frame.html { markup in
            writeKey(to: &markup)
            markup.element("div", ["class": "plot"]) { markup in
                frame.picture("chart heat", height: layout.height, to: &markup) { markup in
                    for (column, age) in ages.enumerated() {
                        let place = LabelPlace(x: layout.middle(of: column), baseline: 14, anchor: .middle)
                        markup.words(age, .tick, at: place)
                    }
                    layout.write(self, to: &markup)
                }
            }
        }
    }

    private func writeKey(to markup: inout Markup) {
        let cells = rows.flatMap(\.cells).compactMap(\.self)
        guard cells.contains(where: { !$0.isPartial }) else { return }
        var entries: [(swatch: KeyDrawing.Swatch, word: String)] = [(.heat, "\(key.least) – \(key.most)")]
        if cells.contains(where: \.isPartial) { entries.append((.hatch(.open), key.partial)) }
        KeyDrawing(entries).write(to: &markup)
    }
}
