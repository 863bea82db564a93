public import Calendars
public import Records

/// Counts a funnel over a table of records.
///
/// A round is counted in the week in which it reached the first stage, whatever the funnel's cohort rule; the funnel's
/// window does not end anything, because records tell what was reached and not by which rows.
public struct RecordCounter {
    private let funnel: FunnelDefinition
    private let table: RecordTable
    private let timeline: Timeline
    private let asOf: Int64
    private let skipped: SkippedStages
    private let questions: PipelineQuestions?

    /// Prepares to count `funnel` with the dates of `table` before `asOf`.
    /// - Parameter questions: What is asked of the pipeline beside its counts; `nil` for nothing.
    /// - Precondition: The table has a stage of every stage's id, and every column that dimensions and questions look at.
    public init(
        _ funnel: FunnelDefinition,
        in table: RecordTable,
        on timeline: Timeline,
        before asOf: Int64,
        skipped: SkippedStages = .backfill,
        asking questions: PipelineQuestions? = nil
    ) {
        self.funnel = funnel
        self.table = table
        self.timeline = timeline
        self.asOf = asOf
        self.skipped = skipped
        self.questions = questions
    }

    /// Counts every round.
    ///
    /// Dimensions are read from the record itself, whatever their touch; parts of a date, from the entry's. The order of
    /// the records makes no difference but to the order of what is listed. O(records × stages²).
    public func count() -> RecordCount {
        let reader = RoundReader(stages: funnel.stages, in: table, on: timeline, before: asOf, skipped: skipped)
        let rounds = (0..<table.count).map(reader.round)
        return RecordCount(
            passages: passages(of: rounds),
            use: RowUse(of: table, reaching: funnel.stages.map(\.id), on: timeline, before: asOf),
            pipeline: pipeline(of: rounds),
            figures: questions.map { figures(of: rounds, asking: $0) }
        )
    }

    private func figures(of rounds: [Round], asking questions: PipelineQuestions) -> PipelineFigures {
        let histories = rounds.indices.filter { rounds[$0].level > 0 }.map {
            RoundHistory(rounds[$0], index: $0, in: table)
        }
        let values = DimensionValues(questions.parts.map(\.dimension), in: table.columns)
        let reasons = questions.reasonColumn.flatMap { table.columns[$0] }
        return PipelineFigures(
            of: histories,
            in: PipelineCut(
                funnel: funnel,
                outcomes: table.outcomes,
                hasAmounts: !table.amounts.isEmpty,
                hasPlans: !table.expected.isEmpty,
                questions: questions,
                timeline: timeline,
                asOf: asOf
            ),
            values: { part, round in
                if case .date = questions.parts[part].dimension.origin, round.reachedAt.isEmpty {
                    return Dimension.missingValue
                }
                return values.value(of: part, on: round.index, day: timeline.date(at: round.reachedAt.first ?? 0))
            },
            reason: { round in reasons?.reason(ofRow: round.index) }
        )
    }

    private func passages(of rounds: [Round]) -> Passages {
        let breakdowns = funnel.dimensions.map { _ in Breakdown(stageCount: 1) }
        var passages = Passages(stageCount: funnel.stages.count, cohort: .first, breakdowns: breakdowns)
        let values = DimensionValues(funnel.dimensions, in: table.columns)
        for (index, entry) in entries(of: rounds) {
            let round = rounds[index]
            let missing = Array(repeating: ChainSearch.never, count: funnel.stages.count - round.level)
            passages.append(
                entity: table.entities[index],
                week: timeline.week(at: entry),
                reachedAt: round.reachedAt + missing,
                untimed: round.untimed
            )
            if !table.amounts.isEmpty { passages.amounts.append(table.amounts[index]) }
            for dimension in funnel.dimensions.indices {
                let value = values.value(of: dimension, on: index, day: timeline.date(at: entry))
                passages.breakdowns[dimension].append(value)
            }
        }
        return passages
    }

    /// The rounds that have a date, by entity and time, and where each begins.
    private func entries(of rounds: [Round]) -> [(index: Int, entry: Int64)] {
        let dated = rounds.indices.compactMap { index in rounds[index].reachedAt.first.map { (index: index, entry: $0) }
        }
        return dated.sorted { (table.entities[$0.0], $0.1, $0.0) < (table.entities[$1.0], $1.1, $1.0) }
    }

    private func pipeline(of rounds: [Round]) -> Pipeline {
        let none = table.outcomes.map { _ in 0 }
        var pipeline = Pipeline(
            rounds: rounds.count { $0.level > 0 },
            entities: Set(rounds.indices.filter { rounds[$0].level > 0 }.map { table.entities[$0] }).count,
            undated: rounds.count { $0.level > 0 && $0.reachedAt.isEmpty },
            reopened: rounds.count(where: \.isReopened),
            stages: funnel.stages.map { PipelineStage(id: $0.id, endings: none) },
            outcomes: table.outcomes,
            backwards: []
        )
        for (index, round) in rounds.enumerated() where round.level > 0 {
            pipeline.add(round)
            pipeline.backwards += round.backwards.compactMap { backwards($0, in: index) }
        }
        return pipeline
    }

    private func backwards(_ date: Round.Backwards, in index: Int) -> BackwardsDate? {
        switch date {
        case .stage(let stage, let earlier):
            return backwards(funnel.stages[stage].id, time(of: stage, in: index), before: earlier, in: index)
        case .ending(let stage):
            guard let ending = table.endings[index] else { return nil }
            return backwards(table.outcomes[ending.outcome], ending.time, before: stage, in: index)
        }
    }

    private func backwards(_ id: String, _ time: Int64?, before stage: Int, in index: Int) -> BackwardsDate? {
        guard let time, let previous = self.time(of: stage, in: index) else { return nil }
        return BackwardsDate(
            row: table.rows[index],
            id: id,
            time: Instant(microseconds: time),
            previous: funnel.stages[stage].id,
            previousTime: Instant(microseconds: previous)
        )
    }

    private func time(of stage: Int, in index: Int) -> Int64? {
        guard let column = table.stages.firstIndex(of: funnel.stages[stage].id),
            case .at(let time) = table.reached[column][index]
        else { return nil }
        return time
    }
}

/// What records say of a funnel.
public struct RecordCount: Sendable {
    /// One a round that has a date, for the weeks.
    public var passages: Passages
    /// What became of the rows that the rounds are made of.
    public var use: RowUse
    /// How the rounds stood.
    public var pipeline: Pipeline
    /// What was asked beside that; `nil` where nothing was.
    public var figures: PipelineFigures?
}

extension CodedColumn {
    /// The word of a row; `nil` where it is missing or empty.
    func reason(ofRow row: Int) -> String? {
        guard codes[row] >= 0 else { return nil }
        let word = words[Int(codes[row])]
        return word.isEmpty ? nil : word
    }
}

extension Pipeline {
    /// Adds a round that has begun.
    fileprivate mutating func add(_ round: Round) {
        let deepest = round.level - 1
        for stage in 0...deepest {
            stages[stage].reached += 1
            if stage < deepest { stages[stage].advanced += 1 }
            if round.backfilled & (1 << UInt32(stage)) != 0 { stages[stage].backfilled += 1 }
        }
        switch round.standing {
        case .open: stages[deepest].openNow += 1
        case .won: stages[deepest].advanced += 1
        case .ended(let outcome): stages[deepest].endings[outcome] += 1
        }
    }
}
