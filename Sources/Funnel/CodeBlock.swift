/// Codes from 0 on, in as few bytes each as the largest needs: one, two or four.
struct CodeBlock: Sendable {
    private let bytes: [UInt8]
    private let width: Int

    init(_ codes: [Int32]) {
        let most = codes.max() ?? 0
        let width = most < 1 << 8 ? 1 : most < 1 << 16 ? 2 : 4
        var bytes: [UInt8] = []
        bytes.reserveCapacity(codes.count * width)
        for code in codes {
            for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: code >> Int32(place * 8))) }
        }
        (self.bytes, self.width) = (bytes, width)
    }

    /// What `write` wrote.
    init(from reader: inout BytesReader) {
        (width, bytes) = (reader.number(), reader.numbers())
    }

    /// Writes all that it is.
    func write(to writer: inout BytesWriter) {
        writer.append(width)
        writer.append(bytes)
    }

    /// How many codes there are.
    var count: Int { bytes.count / width }

    /// About how many bytes it takes.
    var byteCount: Int { bytes.count + MemoryLayout<Self>.size + 32 }

    @inline(__always)
    subscript(_ index: Int) -> Int32 {
        if width == 1 { return Int32(bytes[index]) }
        let low = Int32(bytes[index * width]) | Int32(bytes[index * width + 1]) << 8
        guard width == 4 else { return low }
        return low | Int32(bytes[index * 4 + 2]) << 16 | Int32(bytes[index * 4 + 3]) << 24
    }

    /// Every code.
    var codes: [Int32] { width == 1 ? bytes.map { Int32($0) } : (0..<count).map { self[$0] } }
}
