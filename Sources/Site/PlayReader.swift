internal import Advice
internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Notes
internal import Settings

/// Understands a play's front matter with the site's settings: what it asks for must exist.
struct PlayReader {
    private let settings: Settings
    private let source: ContentSource

    init(_ settings: Settings, _ source: ContentSource) {
        self.settings = settings
        self.source = source
    }

    /// The play, without what is wrong in it, and everything that is wrong.
    func read(_ front: FrontMatter) -> (play: Play, problems: [Diagnostic]) {
        var problems = [kpi(front), audience(front), test(front), dates(front)].compactMap(\.self)
        var play = Play(slug: source.slug, stage: source.stage ?? "", effort: front.effort, weight: front.weight)
        play.started = front.started?.week
        play.review = front.review?.firstDay
        if let when = front.when {
            do {
                play.condition = try PlayCondition(
                    when.text,
                    vocabulary: StageVocabulary(of: source.stage ?? "", settings)
                )
            } catch {
                let place = when.position(at: error.offset)
                problems.append(Diagnostic(at: place, "in `when`: \(error.message)", remedy: error.remedy))
            }
        }
        return (play, problems)
    }

    /// Numbers of a stage that a play can be measured by.
    static let kpis: [StageNumber] = [.count, .rate, .rateFromFirst, .lost, .medianDays, .p80Days]

    private func kpi(_ front: FrontMatter) -> Diagnostic? {
        guard let kpi = front.kpi else { return nil }
        let known = Self.kpis.map(\.rawValue) + settings.measures.map(\.id)
        guard !known.contains(kpi) else { return nil }
        return Diagnostic(
            at: front.places["kpi"],
            "'\(kpi)' is neither a number of a stage nor a measure",
            remedy: Self.remedy(kpi, known, "Known are")
        )
    }

    private func audience(_ front: FrontMatter) -> Diagnostic? {
        let known = settings.segments.map(\.id)
        guard let audience = front.audience, !known.contains(audience) else { return nil }
        return Diagnostic(
            at: front.places["audience"],
            "there is no segment '\(audience)'",
            remedy: known.isEmpty
                ? "Add it to `segments` in huni.yaml, or remove the key." : Self.remedy(audience, known, "Segments are")
        )
    }

    private func test(_ front: FrontMatter) -> Diagnostic? {
        let known = settings.tests.map(\.id)
        guard let test = front.test, !known.contains(test) else { return nil }
        return Diagnostic(
            at: front.places["test"],
            "there is no test '\(test)'",
            remedy: known.isEmpty
                ? "Add it to `tests` in huni.yaml, or remove the key." : Self.remedy(test, known, "Tests are")
        )
    }

    private func dates(_ front: FrontMatter) -> Diagnostic? {
        guard let started = front.started?.firstDay, let review = front.review?.firstDay, review <= started else {
            return nil
        }
        return Diagnostic(
            at: front.places["review"],
            "the play is reviewed before it has run",
            remedy: "Write a `review` later than `started`, some weeks after it."
        )
    }

    private static func remedy(_ word: String, _ known: [String], _ list: String) -> String {
        let meant = nearestWord(to: word, in: known).map { "Did you mean '\($0)'? " } ?? ""
        return "\(meant)\(list) \(known.joined(separator: ", "))."
    }
}

extension WeekOrDate {
    /// The day, or the Monday of the week.
    var firstDay: LocalDate {
        switch self {
        case .week(let week): week.monday
        case .date(let date): date
        }
    }

    /// The week, or the day's.
    var week: Week { Week(containing: firstDay) }
}

extension StageVocabulary {
    /// What expressions over a stage may say in this site.
    init(of stage: String, _ settings: Settings) {
        let funnels = settings.funnels.filter { $0.stages.contains { $0.id == stage } }
        let segments = settings.segments.map(\.id)
        var dimensions: [String] = []
        for id in funnels.flatMap(\.definition.dimensions).map(\.id) where !dimensions.contains(id) {
            dimensions.append(id)
        }
        self.init(
            dimensions: dimensions.filter { !segments.contains($0) },
            segments: dimensions.filter(segments.contains),
            measures: settings.measures.map { measure in
                let names = settings.site.languages.compactMap { measure.name?.text(in: $0) }
                return Measure(id: measure.id, names: names, kind: measure.kind)
            },
            isFirst: funnels.allSatisfy { $0.stages.first?.id == stage },
            memberValue: Dimension.memberValue
        )
    }
}

extension MeasureSettings {
    fileprivate var kind: ValueKind {
        switch unit {
        case .percent: .rate
        case .count: .count
        case .seconds, .currency, nil: .amount
        }
    }
}
