/// Counts of passages by week and by value of one breakdown, stage by stage.
struct PartSums {
    /// The dimensions that are crossed.
    private let dimensions: [Int]
    private let breakdowns: [Breakdown]
    private let stageCount: Int
    /// How many values each dimension has.
    private let sizes: [Int]
    /// The place of each week and value that has come, -1 for others; empty where there are too many for a table.
    private var table: [Int32]
    private var places: [[Int32]: Int32] = [:]
    /// One a place: the week, then the values' codes.
    private var keys: [[Int32]] = []
    /// By place, then by stage.
    private var counts: [Int] = []

    private static let largestTable = 1 << 18

    init(_ dimensions: [Int], of passages: Passages, weekCount: Int) {
        self.dimensions = dimensions
        breakdowns = dimensions.map { passages.breakdowns[$0] }
        stageCount = passages.stageCount
        sizes = breakdowns.map { max(1, $0.values.count) }
        let size = sizes.reduce(weekCount) { product, size in
            product > Self.largestTable / size ? Int.max / 2 : product * size
        }
        table = size <= Self.largestTable ? Array(repeating: -1, count: size) : []
    }

    /// Counts a passage that had reached these stages, one bit a stage, at least one.
    mutating func add(_ passage: Int, week: Int, stages: UInt32) {
        let place = table.isEmpty ? place(of: passage, week, stages.level) : tablePlace(of: passage, week, stages.level)
        var rest = stages
        while rest != 0 {
            counts[place * stageCount + rest.trailingZeroBitCount] += 1
            rest &= rest - 1
        }
    }

    @inline(__always)
    private mutating func tablePlace(of passage: Int, _ week: Int, _ level: Int) -> Int {
        var index = week
        for dimension in breakdowns.indices {
            index = index * sizes[dimension] + Int(breakdowns[dimension].code(of: passage, level: level))
        }
        if table[index] < 0 { table[index] = newPlace(key(of: passage, week, level)) }
        return Int(table[index])
    }

    private mutating func place(of passage: Int, _ week: Int, _ level: Int) -> Int {
        let key = key(of: passage, week, level)
        if let place = places[key] { return Int(place) }
        let place = newPlace(key)
        places[key] = place
        return Int(place)
    }

    private func key(of passage: Int, _ week: Int, _ level: Int) -> [Int32] {
        [Int32(week)] + breakdowns.map { $0.code(of: passage, level: level) }
    }

    private mutating func newPlace(_ key: [Int32]) -> Int32 {
        keys.append(key)
        counts.append(contentsOf: repeatElement(0, count: stageCount))
        return Int32(keys.count - 1)
    }

    /// Adds what was counted of other passages of the same funnel.
    mutating func add(_ others: PartSums) {
        for (other, key) in others.keys.enumerated() {
            let place = Int(knownPlace(key) ?? newKnownPlace(key))
            for stage in 0..<stageCount {
                counts[place * stageCount + stage] += others.counts[other * stageCount + stage]
            }
        }
    }

    private func tableIndex(of key: [Int32]) -> Int {
        zip(sizes, key.dropFirst()).reduce(Int(key[0])) { $0 * $1.0 + Int($1.1) }
    }

    private func knownPlace(_ key: [Int32]) -> Int32? {
        if table.isEmpty { return places[key] }
        let place = table[tableIndex(of: key)]
        return place < 0 ? nil : place
    }

    private mutating func newKnownPlace(_ key: [Int32]) -> Int32 {
        let place = newPlace(key)
        if table.isEmpty { places[key] = place } else { table[tableIndex(of: key)] = place }
        return place
    }

    /// The counts of each value that occurs in one of the weeks.
    /// - Parameter isWanted: Whether a week is one of them.
    func counts(where isWanted: (Int) -> Bool) -> [[String]: [Int]] {
        var sums: [[String]: [Int]] = [:]
        for cell in cells where isWanted(cell.week) {
            sums[cell.values] = sums[cell.values].map { zip($0, cell.counts).map(+) } ?? cell.counts
        }
        return sums
    }

    /// The counts of each week and value that came, in no order.
    var cells: [(week: Int, values: [String], counts: [Int])] {
        keys.enumerated().map { place, key in
            let values = zip(breakdowns, key.dropFirst()).map { $0.values[Int($1)] }
            return (Int(key[0]), values, Array(counts[(place * stageCount)..<((place + 1) * stageCount)]))
        }
    }
}
