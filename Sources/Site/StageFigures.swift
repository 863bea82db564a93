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

    /// The figures that have enough to show. Of a joined funnel the hand-off alone: its other steps are drawn with its parts.
    var all: [String] {
        if say.isJoined, !say.isHandOff(stage) { return [] }
        let own = say.funnel.settings.definition.id
        return [FigureRequest.Kind.trend, .time, .cohorts].compactMap { kind in
            figure(kind, id: "\(own)-\(kind.rawValue)", headingLevel: 2)
        }
    }

    /// One of them; `nil` where it has not enough to show.
    /// - Parameter id: Unique on the page: a stage of several funnels has one page.
    func figure(_ kind: FigureRequest.Kind, id: String, headingLevel: Int) -> String? {
        guard let metrics = say.funnel.metrics, stage > 0, !say.countsAnyStages else { return nil }
        switch kind {
        case .funnel: return nil
        case .trend:
            let maker = RateTrendMaker(say: say, stage: stage, id: id, headingLevel: headingLevel)
            return maker.history(in: metrics, deeds: deeds)?.html()
        case .time:
            let maker = TimeCurveMaker(say: say, stage: stage, id: id, headingLevel: headingLevel)
            return maker.figure(of: metrics)?.html()
        case .cohorts:
            let maker = HeatMapMaker(say: say, stage: stage, id: id, headingLevel: headingLevel)
            return maker.figure(of: metrics)?.html()
        }
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
