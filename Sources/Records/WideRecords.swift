/// Records of which each row is one, with its stages side by side.
///
/// A stage with a date is reached when the date is set. One with a status is reached where the status column has one of its
/// words; with a date beside, that says when, and counts for nothing where the status does not say so. Of several outcomes
/// the latest dated one is the ending, or else the first.
///
/// An entity's further row is another round of it only if the round before, by their first dates, ended by being `recycled`,
/// not later than the next begins as far as both are dated. Of two rows that cannot both be, the later one in the file is
/// rejected.
struct WideRecords {
    private let columns: RecordColumns
    private let cells: RecordCells
    private let stages: [StageCells]
    private let outcomes: [StageCells]

    /// Reads the columns of `sheet`.
    /// - Throws: `RecordsError` where it is ambiguous how they are written, or dates lack their year.
    init(_ columns: RecordColumns, of sheet: Sheet, format: TextFormat) throws(RecordsError) {
        self.columns = columns
        cells = try RecordCells(columns, of: sheet, format: format)
        let all = columns.stages + columns.outcomes
        var names: [String] = []
        for case let name? in all.map(\.date) where !names.contains(name) { names.append(name) }
        let times = try TimeColumn.all(names, of: sheet, format: format)
        let stageCells = all.map { stage in
            StageCells(stage, time: times.first { $0.name == stage.date }, in: sheet)
        }
        stages = Array(stageCells.prefix(columns.stages.count))
        outcomes = Array(stageCells.dropFirst(columns.stages.count))
    }

    /// The rounds, in the order of their rows.
    func rounds(in sheet: inout Sheet) -> [Round] {
        var rounds: [Round] = []
        for row in 0..<sheet.rowCount {
            if let round = round(ofRow: row, in: &sheet) { rounds.append(round) }
        }
        let indicesByEntity = Dictionary(grouping: rounds.indices) { rounds[$0].entity }
        var isKept = rounds.map { _ in true }
        for indices in indicesByEntity.values where indices.count > 1 {
            for index in overlapping(indices, of: rounds) {
                isKept[index] = false
                sheet.reject(row: rounds[index].firstRow, .entityTwice, column: columns.entity)
            }
        }
        return rounds.indices.filter { isKept[$0] }.map { rounds[$0] }
    }

    private func round(ofRow row: Int, in sheet: inout Sheet) -> Round? {
        guard var round = cells.round(ofRow: row, in: &sheet) else { return nil }
        for (index, stage) in stages.enumerated() {
            guard let reaching = stage.reaching(inRow: row, of: &sheet, hasClock: &round.hasClock) else { return nil }
            round.reached[index] = reaching
        }
        for (index, outcome) in outcomes.enumerated() {
            guard let reaching = outcome.reaching(inRow: row, of: &sheet, hasClock: &round.hasClock) else { return nil }
            switch reaching {
            case .no: break
            case .undated: round.ending = round.ending ?? RecordTable.Ending(outcome: index, time: nil)
            case .at(let time):
                if let known = round.ending?.time, known >= time { break }
                round.ending = RecordTable.Ending(outcome: index, time: time)
            }
        }
        return round
    }

    /// Those of an entity's rounds that cannot be beside the others.
    private func overlapping(_ indices: [Int], of rounds: [Round]) -> [Int] {
        let ordered = indices.sorted {
            (rounds[$0].begin ?? .max, $0) < (rounds[$1].begin ?? .max, $1)
        }
        var kept: [Int] = []
        var rejected: [Int] = []
        for next in ordered {
            while let last = kept.last, last > next, !rounds[next].mayFollow(rounds[last], recycled: columns.recycled) {
                rejected.append(kept.removeLast())
            }
            if let last = kept.last, !rounds[next].mayFollow(rounds[last], recycled: columns.recycled) {
                rejected.append(next)
            } else {
                kept.append(next)
            }
        }
        return rejected
    }
}

extension Round {
    /// Whether this may be the round after `earlier`.
    fileprivate func mayFollow(_ earlier: Round, recycled: Int?) -> Bool {
        guard let ending = earlier.ending, ending.outcome == recycled else { return false }
        guard let end = ending.time, let begin else { return true }
        return end <= begin
    }
}

/// The columns of one stage or outcome.
private struct StageCells {
    private let time: TimeColumn?
    private let statuses: [Int32]?
    /// For each word of the status column, whether it means the stage.
    private let isMeant: [Bool]

    init(_ stage: RecordColumns.StageColumn, time: TimeColumn?, in sheet: Sheet) {
        self.time = time
        let status = stage.status.flatMap { sheet.column($0) }
        statuses = status?.codes
        isMeant = (status?.words ?? []).map { stage.words.contains($0) }
    }

    /// How the row stands with the stage; `nil` where it is rejected.
    func reaching(inRow row: Int, of sheet: inout Sheet, hasClock: inout Bool) -> RecordTable.Reaching? {
        if let statuses {
            let code = Int(statuses[row])
            guard code >= 0, isMeant[code] else { return .no }
        }
        guard let time else { return statuses == nil ? .no : .undated }
        switch time[row] {
        case .missing: return statuses == nil ? .no : .undated
        case .time(let microseconds, let isClock):
            hasClock = hasClock || isClock
            return .at(microseconds)
        case .bad:
            sheet.reject(row: row, .badTime, column: time.name)
            return nil
        }
    }
}
