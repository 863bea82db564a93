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

    /// What is drawn of the stage on its page.
    struct Drawn {
        /// The step's trend, whose table holds the weeks.
        var trend: String?
        /// The figures after it.
        var others: [String] = []

        var all: [String] { [trend].compactMap(\.self) + others }
    }

    /// The figures that have enough to show.
    var drawn: Drawn {
        func figure(_ kind: FigureRequest.Kind) -> String? {
            let id = "\(say.funnel.settings.definition.id)-\(kind.rawValue)"
            return self.figure(kind, id: id, headingLevel: 2, page: .stage(say.stages[stage].id))
        }
        return Drawn(trend: figure(.trend), others: [.time, .cohorts].compactMap(figure))
    }

    /// One of them; `nil` where it has not enough to show.
    /// - Parameters:
    ///   - id: Unique on the page: a stage of several funnels has one page.
    ///   - page: Where it stands.
    func figure(_ kind: FigureRequest.Kind, id: String, headingLevel: Int, page: Address) -> String? {
        guard let metrics = say.funnel.metrics, stage > 0, !say.countsAnyStages else { return nil }
        func files(_ sheet: SheetName) -> DataTable.Downloads { say.edition.downloads(sheet, from: page) }
        switch kind {
        case .funnel: return nil
        case .trend:
            var maker = RateTrendMaker(say: say, stage: stage, id: id, headingLevel: headingLevel)
            maker.page = page
            maker.downloads = files(.funnel(say.funnel))
            return maker.history(in: metrics, deeds: deeds)?.html()
        case .time:
            var maker = TimeCurveMaker(say: say, stage: stage, id: id, headingLevel: headingLevel)
            maker.downloads = files(.times(say.funnel))
            return maker.figure(of: metrics)?.html()
        case .cohorts:
            var maker = HeatMapMaker(say: say, stage: stage, id: id, headingLevel: headingLevel)
            maker.downloads = files(.ages(say.funnel))
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
