internal import CBytes

/// Where the cells of rows without quotes end, found in one go for many rows.
///
/// This is the only place where rows are read through a pointer: C's vector instructions find separators at 5 GB/s,
/// Swift's `SIMD64` at 3 (`make bench` prints what a row costs). Bounds are checked here, once for many rows.
struct CellEnds {
    /// Where the search began.
    private(set) var start = 0
    /// Where cells end, counted from there, and whether with the line. The first is before all; only those behind `last` are of
    /// use, and `last` itself as the place before them.
    private(set) var places: [UInt32]
    private var last = 0
    /// How many of these there are.
    private(set) var count = 0

    /// How many of them end lines.
    private var lineEnds = 0
    /// So many cells are known to be each row's, as far as there are ends; 0 where they may differ.
    private var width = 0

    /// How many bytes can be looked at together; a text that is searched has as many behind its end.
    static let padding = 64

    /// - Parameter room: How many ends can be found at a time, at least 64.
    init(room: Int = 4096) {
        places = Array(repeating: .beforeAll, count: room + 1)
    }

    /// Finds the ends from `start` on: up to a quote, or a carriage return that ends no line, or as many as there is room for.
    mutating func find(in text: RawSpan, from start: Int, upTo end: Int, delimiter: UInt8) {
        precondition(0 <= start && start <= end && end <= text.byteCount - Self.padding, "a search beyond the text")
        let marks = cell_marks(delimiter: delimiter, quote: ASCII.quote)
        let size = UInt32(clamping: min(end - start, 1 << 30))
        let found = text.withUnsafeBytes { bytes in
            places.withUnsafeMutableBufferPointer { places in
                guard let text = bytes.baseAddress, let ends = places.baseAddress else { return found_ends() }
                let first = text.assumingMemoryBound(to: UInt8.self) + start
                return find_ends(first, size, marks, ends + 1, UInt32(clamping: places.count - 1))
            }
        }
        (self.start, last, count, lineEnds, width) = (start, 0, Int(found.count), Int(found.feeds), 0)
    }

    /// Forgets the ends before `offset`, and all if none is right before it.
    mutating func drop(before offset: Int) {
        let before = last
        while count > 0, end < offset { take(1) }
        if width > 0, (last - before) % width != 0 { width = 0 }
        if end != offset { drop() }
    }

    /// Forgets so many ends.
    mutating func take(_ ends: Int) { (last, count) = (last + ends, count - ends) }

    /// Forgets all ends.
    mutating func drop() { (last, count) = (0, 0) }

    /// What lies behind the last end that was forgotten.
    var end: Int { start + places[last].cellStart }

    /// Up to `most` rows, as far as each has so many cells, and is no longer than any may be.
    mutating func rows(ofWidth width: Int, upTo most: Int) -> PlainRows {
        if last == 0, areRows(ofWidth: width) { self.width = width }
        var rows = PlainRows(count: min(most, count / width), first: last, stride: width)
        if self.width != width {
            rows.count = (0..<rows.count).first { !isRow(at: last + $0 * width, width) } ?? rows.count
        }
        return rows
    }

    /// Whether all ends that were found are those of rows of so many cells, but for a last row that may be longer than what was
    /// searched.
    private func areRows(ofWidth width: Int) -> Bool {
        guard lineEnds == count / width, places[count].cellEnd <= TextRow.longest else { return false }
        // As many lines end as there are rows: if one where each row should, then none within a row.
        let places = places.span
        return stride(from: width, through: count, by: width).allSatisfy { places[$0] & .lineEnd != 0 }
    }

    private func isRow(at place: Int, _ width: Int) -> Bool {
        guard places[place + width] & .lineEnd != 0 else { return false }
        let size = places[place + width].cellEnd - places[place].cellStart
        return size <= TextRow.longest && places[(place + 1)..<(place + width)].allSatisfy { $0 & .lineEnd == 0 }
    }
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
