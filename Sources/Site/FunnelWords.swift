internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// What is said of one funnel's numbers, in one language.
struct FunnelWords: SpeaksByView {
    let edition: Edition
    let funnel: FunnelReport
    /// How the numbers that are spoken of are put into weeks.
    let view: View

    /// - Parameter view: `nil`: the funnel's own.
    init(edition: Edition, funnel: FunnelReport, view: View? = nil) {
        self.edition = edition
        self.funnel = funnel
        self.view = view ?? funnel.view
    }

    var words: Words { edition.words }
    var stages: [StageSettings] { funnel.settings.stages }
    private var definition: FunnelDefinition { funnel.settings.definition }

    /// Below this many entrants pages show counts without rate or verdict.
    static let smallestBase = 30

    /// Whether numbers are of how many stages were reached, not of which.
    var countsAnyStages: Bool { definition.order == .any }

    func name(_ stage: Int) -> String { edition.text(stages[stage].name) }

    /// What the number at the place of `stage` is of: that stage, or as many stages.
    func counted(_ stage: Int) -> String { countsAnyStages ? numberOfStages(stage) : name(stage) }

    /// The same where there is little room.
    func shortName(_ stage: Int) -> String {
        countsAnyStages ? numberOfStages(stage) : stages[stage].shortName.map(edition.text) ?? name(stage)
    }

    private func numberOfStages(_ stage: Int) -> String {
        words.say("figure.any_stages", ["count": String(stage + 1), "total": String(stages.count)])
    }

    /// The step to `stage` from the last stage before it that is not optional, e.g. `İlgi → Karar`.
    func step(to stage: Int) -> String { "\(shortName(base(of: stage))) → \(shortName(stage))" }

    /// The stage that the rate of `stage`, not the first, is taken from.
    func base(of stage: Int) -> Int { definition.base(of: stage) ?? 0 }

    func isOptional(_ stage: Int) -> Bool { definition.stages[stage].isOptional }

    /// What the number at the place of `stage` should reach; numbers of any stages have no target.
    func target(_ stage: Int) -> StageTarget? { countsAnyStages ? nil : stages[stage].target }

    /// The way from the first stage to the last.
    var wholeWay: String { way(to: stages.count - 1) }
    /// The way from entry to a stage.
    func way(to stage: Int) -> String { "\(shortName(0)) → \(shortName(stage))" }

    func noun(_ count: Int) -> String { words.noun(funnel.settings.noun, count) }
    /// The noun without a number: as after a hundred, which in no language is one, two or few.
    var people: String { noun(100) }

    func count(_ number: Int) -> String { words.formats.count(number) }

    /// The number, or a dash where nobody knows it.
    func count(_ number: Int?) -> String { number.map(count) ?? words.say("table.none") }

    /// How many reached the stage, or that it is not told.
    func count(_ stage: StageMetrics) -> String {
        stage.suppressed.contains(.count) ? words.say("suppressed.cell") : count(stage.count)
    }

    /// A table's cell with the rate from the previous stage, or that it is not told.
    func stepCell(_ stage: StageMetrics?, isMatured: Bool) -> DataTable.Cell {
        guard stage?.suppressed.contains(.fromPrevious) != true else { return .text(words.say("suppressed.cell")) }
        return rateCell(stage?.fromPrevious, isMatured: isMatured)
    }

    /// Said below a table in which something is not told; `nil` where everything is.
    func suppressionNote(_ stages: [[StageMetrics]]) -> String? {
        guard let least = edition.site.suppressBelow, stages.contains(where: { $0.contains { !$0.suppressed.isEmpty } })
        else { return nil }
        return words.say("suppressed.note", ["count": count(least)])
    }

    /// A rate with its interval, as pages show it; `nil` where there is none, or the base is too small.
    func shown(_ rate: ConversionRate?) -> (rate: String, interval: String)? {
        guard let rate, rate.denominator >= Self.smallestBase, let value = rate.rate, let interval = rate.interval
        else { return nil }
        return (words.formats.percent(value), words.formats.percentRange(interval))
    }

    /// A table's name as a landmark: no two on a page may be the same.
    func region(_ title: String) -> String {
        edition.report.funnels.count > 1 ? "\(edition.name(of: funnel)): \(title)" : title
    }

    /// The head of a column of such cells as ``rateCell(_:isMatured:)`` makes.
    func withInterval(_ title: String) -> String { words.say("table.with_interval", ["rate": title]) }

    /// A table's cell with a rate and its interval.
    func rateCell(_ rate: ConversionRate?, isMatured: Bool) -> DataTable.Cell {
        guard let shown = shown(rate) else {
            let isSmall = (rate?.denominator ?? 0) > 0 && rate?.isLarger == false
            return .text(words.say(isSmall ? "steps.small" : "table.none"))
        }
        let mark = isMatured ? "" : "\u{a0}◔"
        return .markup("<b>\(shown.rate)\(mark)</b> <small>\(shown.interval)</small>")
    }

    /// The rate from entry where it is final; else only that it is not yet.
    func finalRateCell(_ stage: StageMetrics?, in week: WeekMetrics) -> DataTable.Cell {
        guard stage?.suppressed.contains(.fromFirst) != true else { return .text(words.say("suppressed.cell")) }
        guard let stage, !stage.isMatured else { return rateCell(stage?.fromFirst, isMatured: true) }
        return .text(state(of: stage, in: week))
    }

    /// The difference of two rates, both with enough entrants; `nil` where one has not.
    func change(_ now: ConversionRate?, since before: ConversionRate?) -> Double? {
        guard let now, let before, min(now.denominator, before.denominator) >= Self.smallestBase,
            let rate = now.rate, let earlier = before.rate
        else { return nil }
        return rate - earlier
    }
}

extension ConversionRate {
    /// Whether more came than were there before, so that there is no rate.
    var isLarger: Bool { numerator > denominator }
}
