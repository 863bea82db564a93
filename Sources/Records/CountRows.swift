internal import Calendars

/// Rows of counts on their way into a table: one for every day, entry week, variant and combination of values.
struct CountRows {
    /// What a row of the table stands for.
    struct Key: Hashable {
        var day: LocalDate
        var entryWeek: Week?
        var variant: String?
        /// The values, as the codes of the sheet's columns.
        var values: [Int32]
    }

    /// In the order of their first rows.
    private(set) var keys: [Key] = []
    /// For each stage, the count of each key; `nil` where it is missing.
    private(set) var counts: [[Int?]]
    /// How many rows of the sheet each key has.
    private(set) var rowCounts: [Int] = []
    /// The first of them.
    private(set) var firstRows: [Int] = []
    private var indices: [Key: Int] = [:]

    /// No rows yet.
    init(stages: Int) {
        counts = Array(repeating: [], count: stages)
    }

    /// Adds a row of the sheet; its counts are added to those that the key has.
    mutating func add(_ row: Int, _ counted: [Int?], under key: Key) {
        let index = index(of: key, firstRow: row)
        rowCounts[index] += 1
        for (stage, count) in counted.enumerated() {
            if let count { counts[stage][index] = (counts[stage][index] ?? 0) + count }
        }
    }

    /// Gives 0 to a stage where it is missing, and is known on the same day of the same variant.
    mutating func fillKnownDays() {
        struct Day: Hashable {
            var day: LocalDate
            var variant: String?
        }
        let days = keys.map { Day(day: $0.day, variant: $0.variant) }
        for stage in counts.indices {
            let known = Set(days.indices.filter { counts[stage][$0] != nil }.map { days[$0] })
            for index in days.indices where counts[stage][index] == nil && known.contains(days[index]) {
                counts[stage][index] = 0
            }
        }
    }

    private mutating func index(of key: Key, firstRow: Int) -> Int {
        if let index = indices[key] { return index }
        indices[key] = keys.count
        keys.append(key)
        rowCounts.append(0)
        firstRows.append(firstRow)
        for stage in counts.indices { counts[stage].append(nil) }
        return keys.count - 1
    }
}
