/// Ages in microseconds, in any order: whole seconds, which logs mostly have, in four bytes each.
struct Ages {
    private var seconds: [UInt32] = []
    private var others: [Int64] = []
    /// Those of other sets that were added, as they are.
    private var more: [Ages] = []

    /// How many there are.
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ age: Int64) {
        count += 1
        let (second, rest) = age.quotientAndRemainder(dividingBy: Self.second)
        if rest == 0, let whole = UInt32(exactly: second) { seconds.append(whole) } else { others.append(age) }
    }

    mutating func append(_ ages: Ages) {
        if ages.count > 0 { more.append(ages) }
        count += ages.count
    }

    /// All of them, the least first.
    /// - Complexity: O(n), for ages that are not whole seconds O(n log n).
    func sorted() -> SortedAges {
        var (seconds, others): ([UInt32], [Int64]) = ([], [])
        seconds.reserveCapacity(count)
        gather(into: &seconds, &others)
        others.sort()
        return SortedAges(seconds: sortedByDigits(seconds), others: others)
    }

    private func gather(into seconds: inout [UInt32], _ others: inout [Int64]) {
        seconds += self.seconds
        others += self.others
        for ages in more { ages.gather(into: &seconds, &others) }
    }

    fileprivate static let second: Int64 = 1_000_000
}

/// Ages from the least to the greatest, as far as they have not been taken.
struct SortedAges {
    private let seconds: [UInt32]
    private let others: [Int64]
    private var taken = (seconds: 0, others: 0)

    fileprivate init(seconds: [UInt32], others: [Int64]) {
        (self.seconds, self.others) = (seconds, others)
    }

    /// How many were taken.
    var takenCount: Int { taken.seconds + taken.others }

    /// The least that is left.
    @inline(__always)
    var least: Int64? {
        let whole = taken.seconds < seconds.count ? Int64(seconds[taken.seconds]) * Ages.second : nil
        guard taken.others < others.count else { return whole }
        return min(others[taken.others], whole ?? .max)
    }

    /// Takes all of this age, the least that is left.
    /// - Returns: How many.
    @inline(__always)
    mutating func take(_ age: Int64) -> Int {
        let before = takenCount
        while taken.seconds < seconds.count, Int64(seconds[taken.seconds]) * Ages.second == age { taken.seconds += 1 }
        while taken.others < others.count, others[taken.others] == age { taken.others += 1 }
        return takenCount - before
    }

    /// Takes all that are less.
    @inline(__always)
    mutating func takeAll(below age: Int64) {
        while taken.seconds < seconds.count, Int64(seconds[taken.seconds]) * Ages.second < age { taken.seconds += 1 }
        while taken.others < others.count, others[taken.others] < age { taken.others += 1 }
    }
}

/// Sorts by digits of eleven bits where there are many numbers, as that needs no comparing.
func sortedByDigits(_ numbers: consuming [UInt32]) -> [UInt32] {
    guard numbers.count > 256, let most = numbers.max() else { return (consume numbers).sorted() }
    let bits = UInt32.bitWidth - most.leadingZeroBitCount
    var from = consume numbers
    var to = [UInt32](repeating: 0, count: from.count)
    for digit in 0..<((bits + digitBits - 1) / digitBits) {
        sort(from, byDigit: digit, into: &to)
        swap(&from, &to)
    }
    return from
}

private let digitBits = 11

/// Keeps the order of those that have the same digit.
private func sort(_ numbers: [UInt32], byDigit digit: Int, into sorted: inout [UInt32]) {
    let shift = UInt32(digit * digitBits)
    let mask: UInt32 = 1 << UInt32(digitBits) - 1
    var counts = [Int](repeating: 0, count: 1 << digitBits + 1)
    var places = counts.mutableSpan
    var sorted = sorted.mutableSpan
    let numbers = numbers.span
    for index in numbers.indices { places[Int(numbers[index] >> shift & mask) + 1] += 1 }
    for place in 1..<places.count { places[place] += places[place - 1] }
    for index in numbers.indices {
        let number = numbers[index]
        let place = places[Int(number >> shift & mask)]
        sorted[place] = number
        places[Int(number >> shift & mask)] = place + 1
    }
}
