internal import CBytes

/// Where the cells of rows without quotes end, found in one go for many rows.
///
/// This is the only place where rows are read through a pointer: C's vector instructions find separators at 5 GB/s,
/// Swift's `SIMD64` at 3 (`make bench` prints what a row costs). Bounds are checked here, once for many rows.
struct CellEnds {
    /// Where the search began.
    private(set) var start = 0
    /// Where cells end, counted from there, and whether with the line; only those from `next` up to `count` are of use.
    private(set) var offsets: [UInt32]
    private(set) var count = 0
    var next = 0

    /// How many bytes can be looked at together; a text that is searched has as many behind its end.
    static let padding = 64

    /// - Parameter room: How many ends can be found at a time, at least 64.
    init(room: Int = 4096) {
        offsets = Array(repeating: 0, count: room)
    }

    /// Finds the ends from `start` on: up to a quote, or a carriage return that ends no line, or as many as there is room for.
    mutating func find(in text: RawSpan, from start: Int, upTo end: Int, delimiter: UInt8) {
        precondition(0 <= start && start <= end && end <= text.byteCount - Self.padding, "a search beyond the text")
        let marks = cell_marks(delimiter: delimiter, quote: ASCII.quote)
        let size = UInt32(clamping: min(end - start, 1 << 30))
        let found = text.withUnsafeBytes { bytes in
            offsets.withUnsafeMutableBufferPointer { offsets in
                guard let text = bytes.baseAddress, let ends = offsets.baseAddress else { return found_ends() }
                let first = text.assumingMemoryBound(to: UInt8.self) + start
                return find_ends(first, size, marks, ends, UInt32(clamping: offsets.count))
            }
        }
        (self.start, count, next) = (start, Int(found.count), 0)
    }

    /// Forgets the ends before `offset`.
    mutating func drop(before offset: Int) {
        while next < count, start + offsets[next].cellEnd < offset { next += 1 }
    }

    /// Forgets all ends.
    mutating func drop() { (next, count) = (0, 0) }
}

extension UInt32 {
    /// The highest bit of a cell's end says that the line ends there.
    static let lineEnd: UInt32 = 1 << 31

    /// Where the cell ends.
    @inline(__always)
    var cellEnd: Int { Int(self & ~Self.lineEnd) }
}

extension RawSpan {
    /// The eight bytes from `offset` on, the first lowest.
    @inline(__always)
    func eightBytes(at offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The same, where somebody has seen to it for many of them together that they lie within.
    @inline(__always)
    func knownEightBytes(at offset: Int) -> UInt64 {
        assert(offset >= 0 && offset + 8 <= byteCount, "bytes beyond the text")
        return UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    func knownByte(at offset: Int) -> UInt8 {
        assert(offset >= 0 && offset < byteCount, "a byte beyond the text")
        return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
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
