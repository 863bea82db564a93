/// One way of an entity through the stages, on its way into a table.
struct Round {
    /// The entity's code in the sheet.
    let entity: Int32
    /// The row that it begins with.
    let firstRow: Int
    /// How it stands with each stage.
    var reached: [RecordTable.Reaching]
    /// `nil` while it is open.
    var ending: RecordTable.Ending?
    /// `nil` where it is missing.
    var amount: Double?
    /// When it is expected to close; `nil` where it is missing.
    var expected: Int64?
    /// The properties, as the codes of the sheet's columns.
    var values: [Int32]
    /// How many rows it is made of.
    var rowCount = 1
    /// Whether any of its times has a clock time.
    var hasClock = false

    /// The earliest time that is known of it; `nil` where there is none.
    var begin: Int64? {
        let times = reached.compactMap { if case .at(let time) = $0 { time } else { nil } }
        return times.min() ?? ending?.time
    }
}

extension RecordTable {
    /// A table of these rounds of the sheet.
    init(_ rounds: [Round], of columns: RecordColumns, in sheet: Sheet) {
        let entities = sheet.column(columns.entity)?.picking(codes: rounds.map(\.entity))
        var properties: [String: CodedColumn] = [:]
        for (index, name) in columns.properties.enumerated() {
            properties[name] = sheet.column(name)?.picking(codes: rounds.map { $0.values[index] })
        }
        self.init(
            stages: columns.stages.map(\.id),
            outcomes: columns.outcomes.map(\.id),
            entityCount: entities?.words.count ?? 0,
            entities: entities?.codes ?? [],
            reached: columns.stages.indices.map { stage in rounds.map { $0.reached[stage] } },
            endings: rounds.map(\.ending),
            amounts: columns.amount == nil ? [] : rounds.map(\.amount),
            expected: columns.expected == nil ? [] : rounds.map(\.expected),
            columns: properties,
            rows: rounds.map { sheet.place(ofRow: $0.firstRow) },
            hasClockTimes: rounds.contains(where: \.hasClock),
            rowCounts: rounds.map(\.rowCount)
        )
    }
}
