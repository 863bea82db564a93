/// How the objects of a file are written, line for line: learned from one of them, for those that follow.
///
/// A program writes its objects alike: the same keys in the same order with the same blanks. Then everything but the values
/// can be compared as it is, and only they have to be read. A line that is written otherwise is left to `JSONParser`.
struct JSONTemplate {
    /// What stands before a value, and what the value is.
    private struct Piece {
        /// Everything from the value before it, or from the line's beginning, up to the value; of a string, its quote too.
        var lead: FixedText
        var isString: Bool
        /// The cell that it is; `nil` where nobody asks for it.
        var cell: Int?
    }

    /// Longer lines are left to the parser.
    private static let longest = 1 << 30
    private var pieces: [Piece] = []
    /// What stands behind the last value.
    private var tail = FixedText([])

    /// Learns from an object without objects and arrays in it.
    /// - Parameter names: Those of the cells.
    /// - Returns: `nil` where the object is otherwise, or has a key twice.
    init?(of row: TextRow, names: [[UInt8]], in text: Span<UInt8>) {
        var leaves = JSONLeaves()
        var parser = JSONParser()
        guard case .end(let end) = parser.parse(at: row.start, upTo: row.end, in: text, into: &leaves), leaves.isFlat
        else { return nil }
        var offset = row.start
        for leaf in leaves.leaves {
            let cell = names.firstIndex { $0 == leaf.path }
            let lead = (offset..<leaf.value.start).map { text[$0] }
            pieces.append(Piece(lead: FixedText(lead), isString: leaf.isString, cell: cell))
            offset = leaf.value.end
        }
        tail = FixedText((offset..<end).map { text[$0] })
        // What comes under a key does away with what has come under a longer path: the order of keys would matter.
        let isPrefix = leaves.leaves.contains { leaf in
            names.contains { $0 != leaf.path && $0.begins(with: leaf.path) }
        }
        guard !isPrefix else { return nil }
        guard Set(leaves.leaves.map(\.path)).count == pieces.count else { return nil }
    }

    /// Reads the object that begins at `start`, and puts down the byte before each cell's value, and where the value ends.
    /// - Parameter first: Where they are put down.
    /// - Returns: The offset behind the object; `nil` where it is written in another way, or is no JSON.
    @inline(__always)
    func read(
        at start: Int,
        upTo count: Int,
        in text: RawSpan,
        places: inout MutableSpan<UInt32>,
        from first: Int
    ) -> Int? {
        var offset = start
        for index in pieces.indices {
            guard pieces[index].lead.stands(at: offset, upTo: count, in: text) else { return nil }
            offset += pieces[index].lead.count
            let value = offset
            offset =
                pieces[index].isString
                ? Self.endOfString(at: offset, upTo: count, in: text)
                : Self.endOfNumber(at: offset, upTo: count, in: text)
            guard offset >= value else { return nil }
            if let cell = pieces[index].cell {
                places[first &+ cell &* 2] = UInt32(truncatingIfNeeded: value &- 1)
                places[first &+ cell &* 2 &+ 1] = UInt32(truncatingIfNeeded: offset)
            }
        }
        guard offset - start < Self.longest else { return nil }
        return tail.stands(at: offset, upTo: count, in: text) ? offset + tail.count : nil
    }

    /// The closing quote of a string without escapes; -1 where it has any, or a byte that may not stand in one.
    @inline(__always)
    private static func endOfString(at start: Int, upTo count: Int, in text: RawSpan) -> Int {
        var offset = start
        while offset < count {
            let eight = text.knownEightBytes(at: offset)
            let stops =
                zeroBytes(eight ^ 0x2222_2222_2222_2222) | zeroBytes(eight ^ 0x5C5C_5C5C_5C5C_5C5C)
                | (~eight & (eight &- 0x2020_2020_2020_2020) & 0x8080_8080_8080_8080)
            if stops == 0 {
                offset += 8
                continue
            }
            offset += stops.trailingZeroBitCount / 8
            return offset < count && text.knownByte(at: offset) == ASCII.quote ? offset : -1
        }
        return -1
    }

    /// The upper bit of each byte that is 0, and perhaps of some behind the first.
    @inline(__always)
    private static func zeroBytes(_ eight: UInt64) -> UInt64 {
        (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080
    }

    /// Behind a number; -1 where none stands there. `true`, `false` and `null` are left to the parser.
    @inline(__always)
    private static func endOfNumber(at start: Int, upTo count: Int, in text: RawSpan) -> Int {
        var offset = endOfDigits(at: start, in: text)
        guard offset > start, text.knownByte(at: start) != 0x30 || offset == start + 1 else { return -1 }
        guard offset < count, text.knownByte(at: offset) == ASCII.point else { return offset <= count ? offset : -1 }
        let point = offset
        offset = endOfDigits(at: offset + 1, in: text)
        return offset > point + 1 && offset <= count ? offset : -1
    }

    /// Behind a run of digits; there are some bytes behind the text that is searched.
    @inline(__always)
    private static func endOfDigits(at start: Int, in text: RawSpan) -> Int {
        var offset = start
        while true {
            let values = text.knownEightBytes(at: offset) ^ 0x3030_3030_3030_3030
            let others = (values | (values &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080
            if others != 0 { return offset + others.trailingZeroBitCount / 8 }
            guard offset + 16 <= text.byteCount else { return offset }
            offset += 8
        }
    }
}

/// Bytes that stand in every line, to be compared eight at a time.
private struct FixedText {
    let count: Int
    /// Eight bytes each, the first lowest; the last filled up with zeros.
    private let words: [UInt64]
    /// Which bytes of the last word count.
    private let lastMask: UInt64

    init(_ bytes: [UInt8]) {
        count = bytes.count
        words = stride(from: 0, to: bytes.count, by: 8).map { start in
            bytes[start..<min(start + 8, bytes.count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        let rest = bytes.count % 8
        lastMask = rest == 0 ? .max : 1 << UInt64(rest * 8) - 1
    }

    /// Whether they stand at `offset`, and end before `end`; eight more bytes can be read there.
    @inline(__always)
    func stands(at offset: Int, upTo end: Int, in text: RawSpan) -> Bool {
        guard offset + count <= end else { return false }
        var index = 0
        while index + 1 < words.count {
            if text.knownEightBytes(at: offset + index * 8) != words[index] { return false }
            index += 1
        }
        return words.isEmpty || text.knownEightBytes(at: offset + index * 8) & lastMask == words[index]
    }
}

/// The values of an object, in their order.
private struct JSONLeaves: JSONValueTaker {
    private(set) var leaves: [(path: [UInt8], value: TextCell, isString: Bool)] = []
    private(set) var isFlat = true

    mutating func begin(at start: Int) {}

    mutating func begin(_ path: [UInt8], at offset: Int) {}

    mutating func take(_ value: TextCell, at path: [UInt8], kind: JSONValueKind) {
        let isPlain = kind == .string && value.spelling == .quoted || kind == .number
        isFlat = isFlat && isPlain
        leaves.append((path, value, kind == .string))
    }
}
