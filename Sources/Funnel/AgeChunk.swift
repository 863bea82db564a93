/// Some ages, all of them held.
struct AgeChunk {
    private(set) var seconds: [UInt32] = []
    private(set) var others: [Int64] = []

    static let second: Int64 = 1_000_000

    init() {}

    /// What `bytes` says.
    init(from bytes: [UInt8]) {
        var bytes = BytesReader(bytes)
        (seconds, others) = (bytes.numbers(), bytes.numbers())
    }

    var bytes: [UInt8] {
        var bytes = BytesWriter(capacity: seconds.count * 4 + others.count * 8 + 16)
        bytes.append(seconds)
        bytes.append(others)
        return bytes.bytes
    }

    var count: Int { seconds.count + others.count }

    @inline(__always)
    mutating func append(_ age: Int64) {
        let (second, rest) = age.quotientAndRemainder(dividingBy: Self.second)
        if rest == 0, let whole = UInt32(exactly: second) { seconds.append(whole) } else { others.append(age) }
    }

    @inline(__always)
    mutating func append(second: UInt32) { seconds.append(second) }

    mutating func append(_ chunk: AgeChunk) {
        seconds += chunk.seconds
        others += chunk.others
    }

    /// Appends those within a range.
    mutating func append(_ chunk: AgeChunk, in range: ClosedRange<Int64>) {
        seconds += chunk.seconds.lazy.filter { range.contains(Int64($0) * Self.second) }
        others += chunk.others.lazy.filter { range.contains($0) }
    }

    mutating func removeAll() {
        seconds.removeAll(keepingCapacity: true)
        others.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    func forEach(_ body: (Int64) -> Void) {
        for second in seconds { body(Int64(second) * Self.second) }
        for other in others { body(other) }
    }
}
