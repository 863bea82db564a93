internal import Calendars

/// The way of one lead or deal through a pipeline.
struct RecordWalk {
    private let story: PipelineStory
    private let entity: String
    private let source: PipelineStory.Source?
    private let company: RecordRow.Company?
    private let owner: PipelineStory.Owner
    private let amount: Int
    private var dice: Dice
    /// Thrown for companies and times of day alone, so that a story without them tells the same records.
    private var luck: Dice

    /// - Parameter source: The name of its source; `nil` draws one of the story's.
    init(story: PipelineStory, entity: String, source name: String? = nil, dice: Dice, luck: Dice) {
        var (dice, luck) = (dice, luck)
        source =
            if let name {
                story.sources.first { $0.name == name }
            } else if story.sources.isEmpty {
                nil
            } else {
                story.sources[dice.index(weights: story.sources.map(\.weight))]
            }
        owner = story.owners[dice.whole(0...(story.owners.count - 1))]
        let size = dice.index(weights: [5, 4, 2, 1])
        amount = story.smallestAmount * dice.whole(10...20) * (1 << size) / 5000 * 500
        company = story.sectors.isEmpty ? nil : Self.company(of: story, &luck)
        self.story = story
        self.entity = entity
        self.dice = dice
        self.luck = luck
    }

    /// Small companies are more frequent than large ones.
    private static func company(of story: PipelineStory, _ luck: inout Dice) -> RecordRow.Company {
        let sector = story.sectors[luck.index(weights: story.sectors.map(\.weight))]
        let (first, second) = (luck.whole(sector.staff), luck.whole(sector.staff))
        return RecordRow.Company(sector: sector, staff: min(first, second))
    }

    /// One row a round, in order of time; none of a round that begins after the story's last day.
    /// - Parameter created: When the first round begins, in seconds of the site's clock since 1970-01-01.
    mutating func rows(from created: Int) -> [RecordRow] {
        var rows: [RecordRow] = []
        var start: Int? = created
        while let moment = start, moment / secondsADay <= story.lastDay.dayNumber {
            start = nil
            rows.append(row(from: moment, nextRound: &start))
        }
        return rows
    }

    private mutating func row(from created: Int, nextRound: inout Int?) -> RecordRow {
        var row = RecordRow(
            entity: entity,
            source: source?.name,
            company: company,
            owner: owner,
            stages: [created] + story.stages.dropFirst().map { _ in nil },
            outcomes: story.outcomes.map { _ in nil },
            created: created
        )
        var clock = RecordClock(dice: luck, created: created)
        var day = LocalDate(dayNumber: created / secondsADay)
        for index in story.stages.indices.dropFirst() {
            let stage = story.stages[index]
            guard dice.chance(rate(to: index, on: day)) else {
                end(&row, at: index, since: day, &clock, nextRound: &nextRound)
                break
            }
            day = workday(after: day, days: answer(at: index, on: day) ?? stage.days)
            guard day <= story.lastDay else { break }
            let moment = clock.moment(on: day)
            row.stages[index] = dice.chance(stage.forgotten) ? nil : moment
            if index == story.amountStage { row.amount = amount }
        }
        if entity == story.mistyped { row.stages[2] = row.stages[2].map { $0 - 30 * secondsADay } }
        return row
    }

    private func rate(to stage: Int, on day: LocalDate) -> Double {
        let week = Week(containing: day)
        let turns = story.turns.filter { $0.stage == stage && $0.weeks.contains(week) }
        let own = (source?.factor ?? 1) * (company?.sector.factor ?? 1) * (owner.factors[stage] ?? 1)
        return turns.reduce(story.stages[stage].rate * own) { $0 * $1.factor }
    }

    /// How long the owner takes to accept or refuse; `nil` at other steps, and where the owner has no habit.
    private func answer(at stage: Int, on day: LocalDate) -> ClosedRange<Int>? {
        stage == story.answerStage ? owner.answer(in: Week(containing: day)) : nil
    }

    /// Writes how the record ends before the stage, where it does within the story.
    private mutating func end(
        _ row: inout RecordRow,
        at stage: Int,
        since day: LocalDate,
        _ clock: inout RecordClock,
        nextRound: inout Int?
    ) {
        let endings = story.stages[stage].endings
        let rest = 100 - endings.map(\.percent).reduce(0, +)
        let index = dice.index(weights: endings.map(\.percent) + [rest])
        guard endings.indices.contains(index) else { return }
        let ending = endings[index]
        let outcome = story.outcomes[ending.outcome]
        let date = workday(after: day, days: answer(at: stage, on: day) ?? ending.days)
        guard date <= story.lastDay else { return }
        row.outcomes[ending.outcome] = clock.moment(on: date)
        row.reason = outcome.reasons[dice.index(weights: outcome.reasons.map(\.weight))].name
        if dice.chance(outcome.comesAgain) {
            nextRound = clock.moment(on: date.advanced(by: dice.whole(18...45)))
        }
    }

    /// So many days later; what would fall on a weekend waits for Monday.
    private mutating func workday(after day: LocalDate, days: ClosedRange<Int>) -> LocalDate {
        let date = day.advanced(by: dice.whole(days))
        return date.weekday < 5 ? date : date.advanced(by: 7 - date.weekday)
    }
}
