internal import Calendars
internal import Figures
internal import Funnel

/// What the values of a dimension brought by first touch and by last, in the matured weeks of a quarter.
struct TouchTable {
    let say: FunnelWords
    let comparison: TouchComparison
    /// The matured weeks that are taken together.
    let weeks: [Week]

    /// So many values stand by themselves.
    private static let mostValues = 8

    private var words: Words { say.words }

    /// - Returns: `nil` without matured weeks, and where one conversion may count in two of them.
    init?(say: FunnelWords, metrics: FunnelMetrics, comparison: TouchComparison, upTo week: Week) {
        let weeks = metrics.settledWeeks(upTo: week).suffix(13).map(\.week)
        guard !weeks.isEmpty, metrics.funnel.cohort != .every, metrics.view == .cohort else { return nil }
        self.say = say
        self.comparison = comparison
        self.weeks = weeks
    }

    var title: String { words.say("touch.title", ["dimension": words.dimension(comparison.dimension)]) }

    var subtitle: String {
        words.say("touch.sub", ["weeks": String(weeks.count), "stage": say.shortName(say.stages.count - 1)])
    }

    private var sorted: [TouchComparison.Value] {
        comparison.values(in: weeks).enumerated().sorted { one, other in
            (other.element.size, one.offset) < (one.element.size, other.offset)
        }
        .map(\.element)
    }

    var table: DataTable {
        let last = say.shortName(say.stages.count - 1)
        let values = ["stage": last] as KeyValuePairs
        let columns =
            [words.formats.capitalized(words.dimension(comparison.dimension))]
            + ["first_entries", "first_final", "last_entries", "last_final"].map { words.say("touch.\($0)", values) }
        return DataTable(
            caption: title,
            columns: columns.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: sorted.prefix(Self.mostValues).map { row(words.value($0.value), $0) } + rest,
            regionLabel: say.region(title)
        )
    }

    private var rest: [DataTable.Row] {
        let others = sorted.dropFirst(Self.mostValues)
        guard let first = others.first else { return [] }
        let sum = others.dropFirst().reduce(first) { sum, value in
            TouchComparison.Value(
                value: "",
                first: sum.first.adding(value.first),
                last: sum.last.adding(value.last)
            )
        }
        return [row(words.say("value.rest"), sum)]
    }

    private func row(_ name: String, _ value: TouchComparison.Value) -> DataTable.Row {
        DataTable.Row([
            name, say.count(value.first.denominator), say.count(value.first.numerator),
            say.count(value.last.denominator), say.count(value.last.numerator),
        ])
    }

    /// One value's two touches in a sentence; `nil` where it had neither.
    func sentence(on value: String) -> String? {
        guard let found = comparison.values(in: weeks).first(where: { $0.value == value }) else { return nil }
        return words.say(
            "touch.sentence",
            [
                "weeks": String(weeks.count), "stage": say.shortName(say.stages.count - 1),
                "first_entries": say.count(found.first.denominator), "first_final": say.count(found.first.numerator),
                "last_entries": say.count(found.last.denominator), "last_final": say.count(found.last.numerator),
            ]
        )
    }
}

extension TouchComparison.Value {
    /// Those who came to the last stage by either touch first, then entries.
    fileprivate var size: Int { (first.numerator + last.numerator) * 1_000_000 + first.denominator }
}

extension ConversionRate {
    fileprivate func adding(_ other: Self) -> Self {
        ConversionRate(numerator + other.numerator, of: denominator + other.denominator)
    }
}
