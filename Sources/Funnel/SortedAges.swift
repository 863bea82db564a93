/// Ages from the least to the greatest, as far as they have not been taken.
struct SortedAges {
    private var seconds: [UInt32]
    private var others: [Int64]
    private var taken = (seconds: 0, others: 0)
    /// Those behind them, where not all can be held at a time.
    private var later: AgeWindows?
    /// Ages that are the same, in the place of the others.
    private var alike = (age: 0 as Int64, count: 0)
    private var takenBefore = 0

    init(_ ages: AgeChunk) { self.init(seconds: [ages.seconds], others: ages.others) }

    init(seconds chunks: [[UInt32]], others: [Int64] = []) {
        (seconds, self.others) = (sortedByDigits(chunks), others.sorted())
    }

    init(_ windows: AgeWindows) {
        (seconds, others, later) = ([], [], windows)
        goOn()
    }

    /// All of them, where none has been taken, and all are held and whole seconds.
    var wholeSeconds: [UInt32]? {
        later == nil && others.isEmpty && alike.count == 0 && takenCount == 0 ? seconds : nil
    }

    /// How many were taken.
    var takenCount: Int { takenBefore + taken.seconds + taken.others }

    /// The least that is left.
    @inline(__always)
    var least: Int64? {
        let whole = taken.seconds < seconds.count ? Int64(seconds[taken.seconds]) * AgeChunk.second : nil
        guard taken.others < others.count else { return alike.count > 0 ? alike.age : whole }
        return min(others[taken.others], whole ?? .max)
    }

    /// Takes all of this age, the least that is left.
    /// - Returns: How many.
    @inline(__always)
    mutating func take(_ age: Int64) -> Int {
        let before = takenCount
        takeHere { $0 == age }
        let count = takenCount - before
        if later != nil, least == nil { goOn() }
        return count
    }

    /// Takes all that are less.
    @inline(__always)
    mutating func takeAll(below age: Int64) {
        takeHere { $0 < age }
        while later != nil, least == nil {
            guard goOn() else { return }
            takeHere { $0 < age }
        }
    }

    @inline(__always)
    private mutating func takeHere(while isWanted: (Int64) -> Bool) {
        while taken.seconds < seconds.count, isWanted(Int64(seconds[taken.seconds]) * AgeChunk.second) {
            taken.seconds += 1
        }
        while taken.others < others.count, isWanted(others[taken.others]) { taken.others += 1 }
        guard alike.count > 0, isWanted(alike.age) else { return }
        takenBefore += alike.count
        alike.count = 0
    }

    /// Takes up those behind, as nothing is left.
    /// - Returns: Whether there are any.
    @discardableResult
    private mutating func goOn() -> Bool {
        guard let next = later?.next() else {
            later = nil
            return false
        }
        takenBefore += taken.seconds + taken.others
        taken = (0, 0)
        switch next {
        case .different(let ages): (seconds, others) = (sortedByDigits([ages.seconds]), ages.others.sorted())
        case .alike(let age, let count): (seconds, others, alike) = ([], [], (age, count))
        }
        return true
    }
}

/// Sorts by digits of eleven bits where there are many numbers, as that needs no comparing.
func sortedByDigits(_ chunks: [[UInt32]]) -> [UInt32] {
    let count = chunks.reduce(0) { $0 + $1.count }
    guard count > 256, let most = chunks.compactMap({ $0.max() }).max() else { return chunks.flatMap(\.self).sorted() }
    let bits = UInt32.bitWidth - most.leadingZeroBitCount
    var (from, to) = ([UInt32](repeating: 0, count: count), [UInt32](repeating: 0, count: bits > digitBits ? count : 0))
    sort(chunks, byDigit: 0, into: &from)
    for digit in 1..<max(1, (bits + digitBits - 1) / digitBits) {
        sort([from], byDigit: digit, into: &to)
        swap(&from, &to)
    }
    return from
}

private let digitBits = 11

/// Keeps the order of those that have the same digit.
private func sort(_ chunks: [[UInt32]], byDigit digit: Int, into sorted: inout [UInt32]) {
    let shift = UInt32(digit * digitBits)
    let mask: UInt32 = 1 << UInt32(digitBits) - 1
    var counts = [Int](repeating: 0, count: 1 << digitBits + 1)
    var places = counts.mutableSpan
    var sorted = sorted.mutableSpan
    for chunk in chunks {
        let numbers = chunk.span
        for index in numbers.indices { places[Int(numbers[index] &>> shift & mask) + 1] += 1 }
    }
    for place in 1..<places.count { places[place] += places[place - 1] }
    for chunk in chunks {
        let numbers = chunk.span
        for index in numbers.indices {
            let number = numbers[index]
            let place = places[Int(number &>> shift & mask)]
            sorted[place] = number
            places[Int(number &>> shift & mask)] = place + 1
        }
    }
}
