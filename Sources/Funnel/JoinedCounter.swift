public import Calendars
public import Records

/// Counts marketing's events and sales' records as one funnel, the hand-off being one of its steps.
///
/// An entity's events all get its first key, and entities with the same key are one; without a key they stay anonymous,
/// and stop before the hand-off. A record becomes rows of the entity with its key: one for each stage that it reached, at
/// the time it reached it. Then chains are counted over all rows as over events, by the funnel's window and cohort rule.
/// Dimensions are those of the events: no touch lies in the records.
public struct JoinedCounter {
    private let funnel: FunnelDefinition
    private let handOff: Int
    private let events: EventTable
    private let eventKey: String
    private let records: RecordTable
    private let recordKey: String
    private let timeline: Timeline
    private let asOf: Int64
    private let skipped: SkippedStages
    private let sales: SalesQuestions?

    /// Prepares to count `funnel`.
    ///
    /// - Parameters:
    ///   - funnel: Marketing's stages, then sales'; with the joined funnel's window, cohort rule and dimensions.
    ///   - handOff: The index of the first stage that records tell of.
    ///   - eventKey: The column of the events that holds the key.
    ///   - recordKey: The column of the records that holds the same key, byte for byte.
    ///   - skipped: What becomes of records with gaps, before they join.
    ///   - sales: What is asked of the records that join; `nil` for nothing.
    /// - Precondition: No id stands for two stages. The events have every column of the funnel's and the key's; the
    ///   records have the key's, and a stage of each id from `handOff` on.
    public init(
        _ funnel: FunnelDefinition,
        handOff: Int,
        events: EventTable,
        eventKey: String,
        records: RecordTable,
        recordKey: String,
        on timeline: Timeline,
        before asOf: Int64,
        skipped: SkippedStages = .backfill,
        asking sales: SalesQuestions? = nil
    ) {
        precondition(Set(funnel.stages.map(\.id)).count == funnel.stages.count, "a stage id stands for two stages")
        precondition((1..<funnel.stages.count).contains(handOff), "a side of the joined funnel has no stage")
        self.funnel = funnel
        self.handOff = handOff
        self.events = events
        self.eventKey = eventKey
        self.records = records
        self.recordKey = recordKey
        self.timeline = timeline
        self.asOf = asOf
        self.skipped = skipped
        self.sales = sales
    }

    /// Counts every entity of the events in the week or weeks that the cohort rule names.
    ///
    /// The order of events and of records makes no difference.
    public func count() -> JoinedCount {
        var rows = eventRows
        let picker = TouchPicker(funnel, in: events.columns)
        let eventUse = rows.use(before: asOf)
        let keyed = KeyedEntities(of: events, key: eventKey, positions: rows.positions, before: asOf)
        (rows.entities, rows.entityCount) = (keyed.entities, keyed.count)
        let join = joinRecords(to: &rows, keyed)
        var passages = rows.passages(of: funnel, picking: picker, on: timeline, before: asOf)
        if !records.amounts.isEmpty {
            passages.amounts = (0..<passages.count).map { index in
                passages.reachedAt(passages.stageCount - 1, in: index)
                    .flatMap { join.amounts[Win(entity: passages.entities[index], end: $0)] }
            }
        }
        let told = sales.map { sales in
            self.told(join.rounds, in: PipelineCut(asking: sales, of: records, on: timeline, before: asOf))
        }
        return JoinedCount(
            passages: passages,
            events: eventUse,
            records: join.use,
            withoutFirstContact: join.withoutFirstContact,
            withoutKey: join.withoutKey,
            undated: join.undated,
            wait: passages.wait(from: handOff - 1, before: asOf),
            answers: told?.answers,
            reasons: told?.reasons
        )
    }

    /// How the rounds that joined are answered, and why they ended.
    private func told(_ rounds: [RoundHistory], in cut: PipelineCut) -> (answers: StageAnswers, reasons: EndingReasons)
    {
        let column = cut.questions.reasonColumn.flatMap { records.columns[$0] }
        let reasons = EndingReasons(of: rounds, reason: { column?.reason(ofRow: $0.index) }, in: cut)
        return (StageAnswers(at: cut.questions.handOff ?? 0, of: rounds, in: cut), reasons)
    }

    /// The first two stages of the events that share rows before `asOf`; `nil` where no row matches two. Under
    /// `order: any` there must be none.
    public var sharedRows: SharedRows? { SharedRows(in: eventRows, before: asOf) }

    private var eventRows: StagedRows {
        StagedRows(events, matching: funnel.stages[..<handOff], excluding: funnel.exclusion, on: timeline)
    }

    /// Appends a row for each stage that a round reached, to the entity with the record's key.
    private func joinRecords(to rows: inout StagedRows, _ keyed: KeyedEntities) -> Join {
        guard let keys = records.columns[recordKey] else { preconditionFailure("column \(recordKey) was not read") }
        let stages = funnel.stages[handOff...]
        let reader = RoundReader(stages: stages, in: records, on: timeline, before: asOf, skipped: skipped)
        let entities = keys.words.map(keyed.entity)
        var join = Join(use: RowUse(of: records, reaching: stages.map(\.id), on: timeline, before: asOf))
        var joined = 0
        for index in 0..<records.count {
            let round = reader.round(index)
            let code = Int(keys.codes[index])
            guard round.level > 0 else { continue }
            if code < 0 || keys.words[code].isEmpty {
                join.withoutKey += 1
            } else if let entity = entities[code] {
                rows.append(round, of: entity, behind: handOff)
                join.rounds.append(RoundHistory(round, index: index, in: records))
                join.add(records.amounts.isEmpty ? nil : records.amounts[index], of: round, to: entity, stages.count)
                if round.reachedAt.isEmpty { join.undated += 1 } else { joined += records.rowCounts[index] }
            } else {
                join.withoutFirstContact += 1
            }
        }
        join.use.other += join.use.used - joined
        join.use.used = joined
        return join
    }

    /// What became of the records.
    private struct Join {
        var use: RowUse
        var withoutFirstContact = 0
        var withoutKey = 0
        var undated = 0
        /// Those that joined.
        var rounds: [RoundHistory] = []
        /// What is won where an entity's round reached the last stage; of rounds that do so at once, the least.
        var amounts: [Win: Double] = [:]

        mutating func add(_ amount: Double?, of round: Round, to entity: Int32, _ stageCount: Int) {
            guard let amount, round.level == stageCount, let end = round.reachedAt.last else { return }
            let win = Win(entity: entity, end: end)
            amounts[win] = min(amount, amounts[win] ?? amount)
        }
    }

    /// An entity reaches the last stage.
    private struct Win: Hashable {
        var entity: Int32
        var end: Int64
    }
}

extension StagedRows {
    /// One row for each stage that the round reached, `handOff` being the number of the stages before its own.
    fileprivate mutating func append(_ round: Round, of entity: Int32, behind handOff: Int) {
        for (stage, position) in round.reachedAt.enumerated() {
            if round.untimed & (1 << UInt32(stage)) != 0 { untimed.insert(positions.count) }
            entities.append(entity)
            positions.append(position)
            stages.append(1 << UInt32(handOff + stage))
        }
    }
}
