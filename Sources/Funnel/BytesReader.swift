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
