internal import CBytes

/// Where the bytes that end cells stand, among 64 bytes; one bit a byte, the first lowest.
///
/// This is the only place where rows are read through a pointer: C's vector instructions find separators at 5 GB/s,
/// Swift's `SIMD64` at 3 (`make bench` prints the speed of both). Bounds are checked here, once for 64 bytes.
struct ByteMarks {
    /// Delimiters and line feeds.
    var separators: UInt64
    /// Quotes and carriage returns.
    var oddities: UInt64

    /// How many bytes are looked at together; a text that is searched has as many behind its end.
    static let width = 64

    /// Marks the bytes of `text` from `offset` on.
    @inline(__always)
    init(in text: RawSpan, at offset: Int, delimiter: UInt8) {
        precondition(offset >= 0 && offset <= text.byteCount - Self.width, "marks beyond the text")
        let marks = text.withUnsafeBytes { bytes in
            byte_marks_at(bytes.baseAddress.map { $0 + offset }, delimiter, ASCII.quote, ASCII.carriageReturn)
        }
        separators = marks.separators
        oddities = marks.oddities
    }
}

extension RawSpan {
    /// The eight bytes from `offset` on, the first lowest.
    @inline(__always)
    func eightBytes(at offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    func byte(at offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }
}

extension UInt64 {
    /// The first `count` of these eight bytes, zeros behind them; `count` is 0 to 8.
    @inline(__always)
    func keepingBytes(_ count: Int) -> UInt64 {
        count >= 8 ? self : self & ((1 << UInt64(truncatingIfNeeded: count * 8)) &- 1)
    }

    /// Both halves of a long product, folded; another number for nearly every number.
    @inline(__always)
    var folded: UInt64 {
        let product = multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
