internal import Records

/// The entities of a table of events, where those with the same key are one.
///
/// An entity's key is the first that any of its rows has; of several at one time, the smallest by bytes. Keys are the same
/// if their bytes are. An entity without a key stays itself.
struct KeyedEntities {
    /// Each row's entity, numbered from 0 by the number of the first one in the table that it is made of.
    let entities: [Int32]
    let count: Int
    private let numbers: [[UInt8]: Int32]

    /// Looks for keys in the rows before `asOf`. O(rows).
    /// - Precondition: The table has the column.
    init(of table: EventTable, key: String, positions: [Int64], before asOf: Int64) {
        guard let column = table.columns[key] else { preconditionFailure("column \(key) was not read") }
        let words = column.words.map { Array($0.utf8) }
        var first: [Candidate?] = Array(repeating: nil, count: table.entityCount)
        for row in 0..<table.rowCount where positions[row] < asOf {
            let code = Int(column.codes[row])
            guard code >= 0, !words[code].isEmpty else { continue }
            let candidate = Candidate(position: positions[row], key: words[code])
            let entity = Int(table.entities[row])
            if first[entity].map(candidate.precedes) ?? true { first[entity] = candidate }
        }
        var numbers: [[UInt8]: Int32] = [:]
        var count: Int32 = 0
        let merged = first.map { candidate -> Int32 in
            if let candidate, let number = numbers[candidate.key] { return number }
            if let candidate { numbers[candidate.key] = count }
            count += 1
            return count - 1
        }
        entities = table.entities.map { merged[Int($0)] }
        self.count = Int(count)
        self.numbers = numbers
    }

    /// A key that a row has.
    private struct Candidate {
        var position: Int64
        var key: [UInt8]

        func precedes(_ other: Candidate) -> Bool {
            position < other.position || position == other.position && key.lexicographicallyPrecedes(other.key)
        }
    }

    /// The entity with that key; `nil` where no event's is.
    func entity(withKey key: String) -> Int32? { numbers[Array(key.utf8)] }
}
