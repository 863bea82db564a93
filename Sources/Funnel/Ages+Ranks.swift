extension Ages {
    /// Fewer are as quickly sorted.
    private static let fewest = 2048

    /// `nil` where ages are few, not held, or no whole seconds, so that they are better sorted.
    private var rankedChunks: [[UInt32]]? { count >= Self.fewest ? secondChunks : nil }

    /// Whether `ranked` can tell anything.
    var canBeRanked: Bool { rankedChunks != nil }

    /// The ages with these ranks, counted from 1 at the least age; in ascending order, none greater than how many there are.
    ///
    /// No age is moved: one pass counts how many have the same upper bits, which tells in whose midst the ranks are, and
    /// another how many of these have the same lower ones.
    /// - Returns: `nil` where they are better sorted. O(n).
    func ranked(_ ranks: [Int]) -> [Int64]? {
        guard !ranks.isEmpty else { return [] }
        guard let chunks = rankedChunks, let most = chunks.compactMap({ $0.max() }).max()
        else { return nil }
        let bits = UInt32.bitWidth - most.leadingZeroBitCount
        let low = UInt32(bits / 2)
        var uppers = [Int](repeating: 0, count: Int(most >> low) + 1)
        for chunk in chunks { count(chunk, by: low, in: &uppers) }
        var (groups, groupOfUpper) = (0, [UInt32](repeating: 0, count: uppers.count))
        var (places, upper, before): ([(group: Int, upper: Int, rank: Int)], Int, Int) = ([], 0, 0)
        for rank in ranks {
            while before + uppers[upper] < rank {
                before += uppers[upper]
                upper += 1
            }
            if groupOfUpper[upper] == 0 {
                groups += 1
                groupOfUpper[upper] = UInt32(groups)
            }
            places.append((groups, upper, rank - before))
        }
        // The first group is of those that nobody asks for.
        var lowers = [UInt32](repeating: 0, count: (groups + 1) << Int(low))
        for chunk in chunks { count(chunk, in: groupOfUpper, by: low, &lowers) }
        return places.map { place in
            var (age, before) = (place.group << Int(low), 0)
            while before + Int(lowers[age]) < place.rank {
                before += Int(lowers[age])
                age += 1
            }
            return Int64(place.upper << Int(low) + age - place.group << Int(low)) * AgeChunk.second
        }
    }

    /// The least of them.
    var least: Int64? {
        var least: Int64?
        forEachChunk { chunk in
            let second = chunk.seconds.min().map { Int64($0) * AgeChunk.second }
            least = [least, second, chunk.others.min()].compactMap(\.self).min()
        }
        return least
    }

    /// How many are greater than `age`.
    func count(laterThan age: Int64) -> Int {
        var count = 0
        forEachChunk { $0.forEach { count += $0 > age ? 1 : 0 } }
        return count
    }

    /// Those that are greater than `age`; all of them are held.
    func later(than age: Int64) -> Ages {
        var later = Ages()
        forEachChunk { $0.forEach { if $0 > age { later.append($0) } } }
        return later
    }

    private func count(_ ages: [UInt32], by low: UInt32, in uppers: inout [Int]) {
        var counts = uppers.mutableSpan
        let ages = ages.span
        for index in ages.indices { counts[Int(ages[index] &>> low)] += 1 }
    }

    private func count(_ ages: [UInt32], in groups: [UInt32], by low: UInt32, _ lowers: inout [UInt32]) {
        var counts = lowers.mutableSpan
        let (ages, groups, mask) = (ages.span, groups.span, 1 << low - 1 as UInt32)
        for index in ages.indices {
            let age = ages[index]
            let place = groups[Int(age &>> low)] &<< low | age & mask
            // Without a branch, as ages that are asked for and others take turns.
            counts[Int(place)] += 1
        }
    }
}
