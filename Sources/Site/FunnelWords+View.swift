internal import Calendars
internal import Figures
internal import Funnel
internal import Records
internal import Report
internal import Settings

/// Which view numbers are in, and what that makes of words.
extension FunnelWords {
    var isActivity: Bool { view == .activity }

    /// What a row of the funnel's source is; of a joined funnel, of marketing's.
    var form: DataForm { edition.maker.settings.sources(of: funnel.settings).first?.form.kind ?? .events }

    var isJoined: Bool { funnel.settings.origin.source == nil }

    /// The view and the rule that every number follows, as a sentence.
    var viewNote: String { words.say("cohort.note", ["cohort": words.say("cohort.\(rule)")]) }

    private var rule: String {
        switch (form, view) {
        case (.counts, .activity): "counts_activity"
        case (_, .activity): "activity"
        case (.counts, .cohort): "counts"
        case (.records, .cohort): "records"
        default: funnel.settings.definition.cohort.rawValue
        }
    }

    /// The row that gives a dimension its values; records and counts are such a row themselves.
    func touch(of dimension: Dimension) -> String {
        switch form {
        case .records: words.say("by.record")
        case .counts: words.say("by.row")
        default: words.say("by.\(dimension.touch.rawValue)")
        }
    }

    /// Whether a number is final; under `cohort: person` it never is, even when the window is over.
    func state(of metrics: StageMetrics, in week: WeekMetrics) -> String {
        if let reason = unsettled(metrics, in: week) { return metrics.count == nil ? reason : "◔ " + reason }
        let isFinal = isActivity || form != .events || funnel.settings.definition.cohort != .person
        return words.say(isFinal ? "table.matured" : "table.window_over")
    }

    /// Why a number is not final; `nil` where it is.
    func unsettled(_ metrics: StageMetrics, in week: WeekMetrics) -> String? {
        if metrics.count == nil { return words.say("table.unknown") }
        guard !metrics.isMatured else { return nil }
        return words.say(isActivity ? week.isComplete ? "table.incomplete" : "table.running" : "table.maturing")
    }

    /// The weeks that count in words about several: those whose numbers are final, in the activity view those that are over.
    func settled(_ weeks: [WeekMetrics]) -> [WeekMetrics] {
        weeks.filter { isActivity ? $0.isComplete : $0.cohort.stages.allSatisfy(\.isMatured) }
    }

    /// Whether the step to `stage` leads from marketing to sales.
    func isHandOff(_ stage: Int) -> Bool { funnel.handOff?.stage == stage }

    /// A week's name, which leads to its page if that shows this funnel.
    func cell(_ week: Week, from page: Address) -> DataTable.Cell {
        let name = words.weekTitle(week)
        return edition.isOnWeekPages(funnel) ? .link(name, to: page.link(to: .week(week))) : .text(name)
    }
}

extension FunnelReport {
    /// The funnel's own view.
    var view: View { metrics?.view ?? settings.view }
}

extension FunnelWords {
    /// The funnel by name and view, for pages that do not show its numbers.
    func placeElsewhere(from page: Address) -> [String: TemplateValue] {
        let hasPage = funnel.metrics?.newestCompleteWeek != nil
        return [
            "name": .text(edition.name(of: funnel)),
            "url": hasPage ? .text(page.link(to: .funnel(funnel.settings.definition.id))) : .absent,
            "view": .text(words.say("other_view.item", ["view": words.view(view)])),
        ]
    }
}
