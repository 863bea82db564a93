/// Records of which each row is a change of stage.
///
/// An entity's rows are taken by time, those of one time in the order of the stages, outcomes last; but the first stage
/// comes behind them where the entity has been in it already, so that it may be handed back and come again on one day.
///
/// A round begins with an entity's first row, whatever its stage, and ends with an outcome. If that is `recycled`, a row of
/// the first stage opens another round. Other rows behind the end are rejected, and so are those of a stage that the
/// round has reached already. Amount, planned date and properties are the last of the round that are not missing.
struct LongRecords {
    /// A row that says something.
    private struct Change {
        /// The stage's index; outcomes are numbered behind the stages.
        var stage: Int
        var time: Int64
        /// A round of this row alone.
        var round: Round
    }

    private let columns: RecordColumns
    private let long: RecordColumns.LongColumns
    private let cells: RecordCells
    private let words: StageWordColumn
    private let times: TimeColumn

    /// Reads the columns of `sheet`.
    /// - Throws: `RecordsError` where it is ambiguous how they are written, or dates lack their year.
    init(
        _ columns: RecordColumns,
        _ long: RecordColumns.LongColumns,
        of sheet: Sheet,
        format: TextFormat
    ) throws(RecordsError) {
        self.columns = columns
        self.long = long
        cells = try RecordCells(columns, of: sheet, format: format)
        words = StageWordColumn(long.stage, of: sheet, words: (columns.stages + columns.outcomes).map(\.words))
        times = try TimeColumn.all([long.time], of: sheet, format: format)[0]
    }

    /// The rounds, by the first appearance of their entities and then by time.
    func rounds(in sheet: inout Sheet) -> [Round] {
        var entities: [Int32] = []
        var changesByEntity: [Int32: [Change]] = [:]
        for row in 0..<sheet.rowCount {
            guard let change = change(inRow: row, of: &sheet) else { continue }
            let entity = change.round.entity
            if changesByEntity[entity] == nil { entities.append(entity) }
            changesByEntity[entity, default: []].append(change)
        }
        return entities.flatMap { rounds(of: changesByEntity[$0] ?? [], in: &sheet) }
    }

    /// What a row says; `nil` where it is rejected.
    private func change(inRow row: Int, of sheet: inout Sheet) -> Change? {
        guard var round = cells.round(ofRow: row, in: &sheet), let stage = words.stage(ofRow: row, in: &sheet)
        else { return nil }
        switch times[row] {
        case .time(let time, let hasClock):
            round.hasClock = hasClock
            return Change(stage: stage, time: time, round: round)
        case .missing: sheet.reject(row: row, .missingTime, column: long.time)
        case .bad: sheet.reject(row: row, .badTime, column: long.time)
        }
        return nil
    }

    /// The rounds of one entity, whose changes come in the order of the input.
    private func rounds(of changes: [Change], in sheet: inout Sheet) -> [Round] {
        let ordered = changes.sorted {
            ($0.time, $0.stage, $0.round.firstRow) < ($1.time, $1.stage, $1.round.firstRow)
        }
        var rounds: [Round] = []
        for changes in ordered.split(byKey: \.time) {
            var firsts = changes.filter { $0.stage == 0 }[...]
            if rounds.last?.hasReachedFirst != true, let first = firsts.popFirst() {
                take(first, into: &rounds, &sheet)
            }
            for change in changes where change.stage > 0 { take(change, into: &rounds, &sheet) }
            for change in firsts { take(change, into: &rounds, &sheet) }
        }
        return rounds
    }

    private func take(_ change: Change, into rounds: inout [Round], _ sheet: inout Sheet) {
        guard let last = rounds.last else {
            rounds.append(begin(change))
            return
        }
        if let ending = last.ending {
            if change.stage == 0, ending.outcome == columns.recycled {
                rounds.append(begin(change))
            } else {
                sheet.reject(row: change.round.firstRow, .afterEnd, column: long.stage)
            }
        } else if change.stage < columns.stages.count, last.reached[change.stage] != .no {
            sheet.reject(row: change.round.firstRow, .stageTwice, column: long.stage)
        } else {
            rounds[rounds.count - 1].add(change.round)
            set(change, in: &rounds[rounds.count - 1])
        }
    }

    private func begin(_ change: Change) -> Round {
        var round = change.round
        set(change, in: &round)
        return round
    }

    private func set(_ change: Change, in round: inout Round) {
        let outcome = change.stage - columns.stages.count
        if outcome >= 0 {
            round.ending = RecordTable.Ending(outcome: outcome, time: change.time)
        } else {
            round.reached[change.stage] = .at(change.time)
        }
    }
}

extension Round {
    fileprivate var hasReachedFirst: Bool { reached.first.map { $0 != .no } ?? false }

    /// Adds a later row.
    fileprivate mutating func add(_ row: Round) {
        amount = row.amount ?? amount
        expected = row.expected ?? expected
        for (index, value) in row.values.enumerated() where value >= 0 { values[index] = value }
        rowCount += row.rowCount
        hasClock = hasClock || row.hasClock
    }
}

extension Array {
    /// The runs of neighbours that have the same key.
    fileprivate func split<Key: Equatable>(byKey key: (Element) -> Key) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.last, key(last) == key(element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }
}
