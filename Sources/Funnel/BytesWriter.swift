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

/// Reads what `BytesWriter` wrote, in the same order.
struct BytesReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func number() -> Int {
        defer { offset += MemoryLayout<Int>.size }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int.self) }
    }

    mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>() -> [Number] {
        let count = number()
        let size = count * MemoryLayout<Number>.stride
        defer { offset += size }
        return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            let place = UnsafeMutableRawBufferPointer(buffer)
            bytes.withUnsafeBytes { place.copyBytes(from: $0[offset..<(offset + size)]) }
            initialized = count
        }
    }
}
