internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// Rates, money and lengths of time as the pages of pipelines write them.
extension FunnelWords {
    /// An outcome's configured name.
    func outcome(_ id: String) -> String {
        funnel.settings.outcomes.first { $0.id == id }.map { edition.text($0.name) } ?? id
    }

    /// A rate with its interval and its two counts; from a small base the counts alone.
    func sentence(_ rate: ConversionRate) -> String {
        let counts = ["part": count(rate.numerator), "base": count(rate.denominator)] as KeyValuePairs
        guard rate.denominator > 0 else { return words.say("table.none") }
        guard let shown = shown(rate) else { return words.say("deals.rate_small", counts) }
        return words.say(
            "deals.rate",
            [
                "rate": shown.rate, "interval": shown.interval, "part": count(rate.numerator),
                "base": count(rate.denominator),
            ]
        )
    }

    /// The same in a table's cell; of a rate that has not matured the counts alone.
    func countedCell(_ rate: ConversionRate, isMatured: Bool = true) -> DataTable.Cell {
        guard rate.denominator > 0 else { return .text(words.say("table.none")) }
        let mark = isMatured ? "" : "\u{a0}◔"
        let counts = "\(count(rate.numerator))\u{a0}/\u{a0}\(count(rate.denominator))"
        guard isMatured, let shown = shown(rate) else { return .text(counts + mark) }
        return .markup("<b>\(shown.rate)</b> <small>\(counts)</small>")
    }

    func amount(_ amount: Double) -> String { words.formats.amount(amount, currency: edition.site.currency) }

    /// An amount, or a dash where there is none.
    func amount(_ amount: Double?) -> String { amount.map { self.amount($0) } ?? words.say("table.none") }

    /// A sum; a dash where none of its parts is known.
    func amount(_ money: Money) -> String {
        money.isHidden ? words.say("suppressed.cell") : amount(money.count > 0 ? money.amount : nil)
    }

    /// A length of time, or a dash.
    func duration(_ seconds: Int64?) -> String { seconds.map(words.duration) ?? words.say("table.none") }

    /// Of at least 30: half and four of five; of fewer none.
    func isShown(_ durations: Durations?) -> Bool { (durations?.count ?? 0) >= Self.smallestBase }

    /// A table under `title`, its first column words and the others numbers.
    ///
    /// - Parameters:
    ///   - file: Which of the pipeline's files holds its numbers.
    ///   - page: Where it stands.
    func table(
        _ title: String,
        _ columns: [String],
        _ rows: [DataTable.Row],
        file: String,
        on page: Address = .pipeline
    ) -> DataTable {
        DataTable(
            caption: title,
            columns: columns.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: rows,
            regionLabel: region(title)
        ).linked(edition.downloads(.deals(file, funnel), from: page))
    }

    /// A reason for an ending: the usual ones in this language, others as the data give them.
    func reason(_ reason: String?) -> String {
        guard let reason else { return words.say("deals.unknown_reason") }
        let name = reason.lowercased().split(separator: " ").joined(separator: "_")
        return words.phrasebook.text("reason.\(name)") ?? reason
    }
}
