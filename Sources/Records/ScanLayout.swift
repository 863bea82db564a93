/// Where one delimited file has what a scan wants, and how its cells stand.
struct ScanLayout: Sendable {
    let table: TextTable
    let events: EventLayout
    /// Of delimited text.
    let delimiter: UInt8
    /// Whether rows are JSON's objects, one a line.
    let isJSON: Bool
    /// How many cells a row has.
    let width: Int
    /// How many places of a row stand before the entity's own; see `PlainRows`.
    let entityPlace: Int
    let timePlace: Int
    /// For each coded column its cell, or its code where that is the same in all rows.
    let coded: [Coded]
    /// For each coded column how many places of a row stand before its own.
    let codedPlaces: [Int]
    /// Whether words other than blank ones count as missing.
    let hasMissingWords: Bool

    enum Coded: Sendable {
        case cell(Int)
        case code(Int32)
    }

    /// - Parameter event: The code of the event that all rows are; `nil` where rows say so themselves.
    /// - Returns: `nil` where rows cannot be read by themselves: columns are joined, or the text is an array of JSON.
    init?(_ events: EventLayout, in table: TextTable, event: Int32?, hasMissingWords: Bool) {
        guard case .cell(let entity) = events.entity, case .cell(let time) = events.time,
            table.rows.jsonForm != .array
        else { return nil }
        var coded: [Coded] = []
        for origin in events.coded {
            switch origin {
            case .cell(let cell): coded.append(.cell(cell))
            case .given: coded.append(.code(event ?? WordWays.missing))
            case .absent: coded.append(.code(WordWays.missing))
            case .joined: return nil
            }
        }
        self.table = table
        self.events = events
        delimiter = table.rows.delimiter ?? ASCII.lineFeed
        isJSON = table.rows.jsonForm != nil
        self.coded = coded
        self.hasMissingWords = hasMissingWords
        width = table.names.count
        // Of JSON, each value's end stands behind the place before its beginning.
        let step = isJSON ? 2 : 1
        entityPlace = entity * step
        timePlace = time * step
        codedPlaces = coded.map { if case .cell(let cell) = $0 { cell * step } else { 0 } }
    }
}
