/// Writes numbers as bytes, for `BytesReader` in the same run.
struct BytesWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    /// Writes how many there are, then them.
    mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: [Number]) {
        append(numbers.count)
        numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
}
