import Funnel
import Records

/// A record as tests write it; times are positions.
struct RecordRow {
    var entity: Int
    var stages: [RecordTable.Reaching]
    var ending: RecordTable.Ending?
    var value: String?
}

extension RecordTable {
    /// Stages "a", "b", …; the outcomes lost and recycled.
    init(_ rows: [RecordRow], stageIDs: [String]? = nil, rowCounts: [Int]? = nil) {
        let count = rows.first?.stages.count ?? 2
        let ids = stageIDs ?? letters.prefix(count).map { String($0) }
        self.init(
            stages: ids,
            outcomes: ["lost", "recycled"],
            entityCount: (rows.map(\.entity).max() ?? -1) + 1,
            entities: rows.map { Int32($0.entity) },
            reached: ids.indices.map { stage in rows.map { $0.stages[stage] } },
            endings: rows.map(\.ending),
            columns: ["value": CodedColumn(rows.map(\.value))],
            rows: rows.indices.map { RowPlace(file: "crm.csv", line: $0 + 2) },
            hasClockTimes: true,
            rowCounts: rowCounts
        )
    }
}

extension [RecordTable.Reaching] {
    /// Whether each date lies no earlier than those of the stages before.
    var isAscending: Bool {
        let times = compactMap { reaching -> Int64? in
            guard case .at(let time) = reaching else { return nil }
            return time
        }
        return times == times.sorted()
    }
}
