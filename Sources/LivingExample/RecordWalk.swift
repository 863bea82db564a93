internal import Calendars

/// The way of one lead or deal through a pipeline.
struct RecordWalk {
    private let story: PipelineStory
    private let entity: String
    private let source: PipelineStory.Source?
    private let owner: String
    private let amount: Int
    private var dice: Dice

    /// - Parameter source: The name of its source; `nil` draws one of the story's.
    init(story: PipelineStory, entity: String, source name: String? = nil, dice: Dice) {
        var dice = dice
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
        self.story = story
        self.entity = entity
        self.dice = dice
    }

    /// One row a round, in order of time; none of a round that begins after the story's last day.
    mutating func rows(from created: LocalDate) -> [RecordRow] {
        var rows: [RecordRow] = []
        var start: LocalDate? = created
        while let day = start, day <= story.lastDay {
            start = nil
            rows.append(row(from: day, nextRound: &start))
        }
        return rows
    }

    private mutating func row(from created: LocalDate, nextRound: inout LocalDate?) -> RecordRow {
        var row = RecordRow(
            entity: entity,
            source: source?.name,
            owner: owner,
            stages: [created] + story.stages.dropFirst().map { _ in nil },
            outcomes: story.outcomes.map { _ in nil },
            created: created
        )
        var day = created
        for (index, stage) in story.stages.enumerated().dropFirst() {
            guard dice.chance(rate(to: index, on: day)) else {
                end(&row, at: stage, since: day, nextRound: &nextRound)
                break
            }
            day = workday(after: day, days: stage.days)
            guard day <= story.lastDay else { break }
            row.stages[index] = dice.chance(stage.forgotten) ? nil : day
            if index == story.amountStage { row.amount = amount }
        }
        if entity == story.mistyped { row.stages[2] = row.stages[2]?.advanced(by: -30) }
        return row
    }

    private func rate(to stage: Int, on day: LocalDate) -> Double {
        let week = Week(containing: day)
        let turns = story.turns.filter { $0.stage == stage && $0.weeks.contains(week) }
        return turns.reduce(story.stages[stage].rate * (source?.factor ?? 1)) { $0 * $1.factor }
    }

    /// Writes how the record ends before `stage`, where it does within the story.
    private mutating func end(
        _ row: inout RecordRow,
        at stage: PipelineStory.Stage,
        since day: LocalDate,
        nextRound: inout LocalDate?
    ) {
        let rest = 100 - stage.endings.map(\.percent).reduce(0, +)
        let index = dice.index(weights: stage.endings.map(\.percent) + [rest])
        guard stage.endings.indices.contains(index) else { return }
        let ending = stage.endings[index]
        let outcome = story.outcomes[ending.outcome]
        let date = workday(after: day, days: ending.days)
        guard date <= story.lastDay else { return }
        row.outcomes[ending.outcome] = date
        row.reason = outcome.reasons[dice.index(weights: outcome.reasons.map(\.weight))].name
        if dice.chance(outcome.comesAgain) { nextRound = date.advanced(by: dice.whole(18...45)) }
    }

    /// So many days later; what would fall on a weekend waits for Monday.
    private mutating func workday(after day: LocalDate, days: ClosedRange<Int>) -> LocalDate {
        let date = day.advanced(by: dice.whole(days))
        return date.weekday < 5 ? date : date.advanced(by: 7 - date.weekday)
    }
}
