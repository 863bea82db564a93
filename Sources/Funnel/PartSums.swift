/// Counts of passages by week and by value of one breakdown, stage by stage.
struct PartSums {
    /// The dimensions that are crossed.
    private let dimensions: [Int]
    /// By dimension crossed, its values by their codes.
    private let values: [[String]]
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

    init(_ dimensions: [Int], of passages: PassageSets, weekCount: Int) {
        self.dimensions = dimensions
        values = dimensions.map { passages.values[$0] }
        stageCount = passages.stageCount
        sizes = values.map { max(1, $0.count) }
        let size = sizes.reduce(weekCount) { product, size in
            product > Self.largestTable / size ? Int.max / 2 : product * size
        }
        table = size <= Self.largestTable ? Array(repeating: -1, count: size) : []
    }

    /// Counts the passages of a block.
    /// - Parameters:
    ///   - first: The number of the block's first passage.
    ///   - stages: Those that each had reached, one bit a stage; none: it does not count.
    mutating func add(_ block: PassageBlock, _ first: Int, of passages: Passages, stages: [UInt32], from firstWeek: Int)
    {
        guard !table.isEmpty else {
            for index in 0..<block.count where stages[index] != 0 {
                add(first + index, of: passages, week: block.week(of: index) - firstWeek, stages: stages[index])
            }
            return
        }
        var places = (0..<block.count).map { Int32(truncatingIfNeeded: block.week(of: $0) - firstWeek) }
        for (size, dimension) in zip(sizes, dimensions) {
            let breakdown = passages.breakdowns[dimension]
            let codes = breakdown.codes(ofBlock: first / PassageBlock.size)
            for index in places.indices where stages[index] != 0 {
                let code = codes[breakdown.place(of: index, level: stages[index].level)]
                places[index] = places[index] * Int32(truncatingIfNeeded: size) + code
            }
        }
        for index in places.indices where stages[index] != 0 {
            if table[Int(places[index])] < 0 {
                let week = block.week(of: index) - firstWeek
                let key = [Int32(week)] + codes(of: first + index, in: passages, level: stages[index].level)
                table[Int(places[index])] = newPlace(key)
            }
            places[index] = table[Int(places[index])]
        }
        Self.count(places, stages, stageCount, in: &counts)
    }

    private static func count(_ places: [Int32], _ stages: [UInt32], _ stageCount: Int, in counts: inout [Int]) {
        let (places, stages) = (places.span, stages.span)
        var counts = counts.mutableSpan
        for index in places.indices {
            var rest = stages[index]
            while rest != 0 {
                counts[Int(places[index]) * stageCount + rest.trailingZeroBitCount] += 1
                rest &= rest &- 1
            }
        }
    }

    /// Counts a passage that had reached these stages, one bit a stage, at least one; so many times, or less.
    @inline(__always)
    mutating func add(_ passage: Int, of passages: Passages, week: Int, stages: UInt32, times: Int = 1) {
        add(stages, at: place(of: passage, in: passages, week, stages.level), times: times)
    }

    private mutating func add(_ stages: UInt32, at place: Int, times: Int = 1) {
        var rest = stages
        while rest != 0 {
            counts[place * stageCount + rest.trailingZeroBitCount] += times
            rest &= rest - 1
        }
    }

    @inline(__always)
    private mutating func place(of passage: Int, in passages: Passages, _ week: Int, _ level: Int) -> Int {
        guard !table.isEmpty else { return place(of: [Int32(week)] + codes(of: passage, in: passages, level: level)) }
        var index = week
        for place in dimensions.indices {
            let code = passages.breakdowns[dimensions[place]].code(of: passage, level: level)
            index = index * sizes[place] + Int(code)
        }
        if table[index] < 0 { table[index] = newPlace([Int32(week)] + codes(of: passage, in: passages, level: level)) }
        return Int(table[index])
    }

    private mutating func place(of key: [Int32]) -> Int { Int(knownPlace(key) ?? newKnownPlace(key)) }

    /// The codes of the passage's values, when it had reached `level` stages.
    func codes(of passage: Int, in passages: Passages, level: Int) -> [Int32] {
        dimensions.map { passages.breakdowns[$0].code(of: passage, level: level) }
    }

    /// Counts one more of these values at these stages.
    mutating func add(codes: [Int32], week: Int, stages: UInt32) { add(stages, at: place(of: [Int32(week)] + codes)) }

    private mutating func newPlace(_ key: [Int32]) -> Int32 {
        keys.append(key)
        counts.append(contentsOf: repeatElement(0, count: stageCount))
        return Int32(keys.count - 1)
    }

    /// Adds what was counted of other passages of the same funnel.
    mutating func add(_ others: PartSums) {
        for (other, key) in others.keys.enumerated() {
            let place = place(of: key)
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
        keys.enumerated().compactMap { place, key in
            let own = counts[(place * stageCount)..<((place + 1) * stageCount)]
            // All that came may have been taken away again.
            guard own.contains(where: { $0 != 0 }) else { return nil }
            let values = zip(self.values, key.dropFirst()).map { $0[Int($1)] }
            return (Int(key[0]), values, Array(own))
        }
    }
}
