internal import Calendars
internal import Figures
internal import Funnel
internal import Notes
internal import Report
internal import Settings

/// The figures of a stage's page in one funnel, in the order shown.
struct StageFigures {
    let say: FunnelWords
    let stage: Int

    /// The figures that have enough to show.
    var all: [String] {
        guard let metrics = say.funnel.metrics, stage > 0, !say.countsAnyStages else { return [] }
        return [trend(in: metrics)?.html()].compactMap(\.self)
    }

    /// Unique on the page: a stage of several funnels has one page.
    private func id(_ figure: String) -> String { "\(say.funnel.settings.definition.id)-\(figure)" }

    private func trend(in metrics: FunnelMetrics) -> RateTrend? {
        RateTrendMaker(say: say, stage: stage, id: id("trend")).history(in: metrics, deeds: deeds)
    }

    /// The plays of the stage that were begun, each in its week.
    private var deeds: [RateTrendMaker.Deed] {
        say.edition.maker.library.plays(of: say.stages[stage].id, in: say.words.language).compactMap { play in
            play.note.frontMatter.started.map {
                RateTrendMaker.Deed(week: $0.holdingWeek, name: play.note.title ?? play.slug)
            }
        }
    }
}

extension WeekOrDate {
    /// The week, or the one that the day lies in.
    fileprivate var holdingWeek: Week {
        switch self {
        case .week(let week): week
        case .date(let date): Week(containing: date)
        }
    }
}
