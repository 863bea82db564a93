/// How the objects of a file are written, line for line: learned from one of them, for those that follow.
///
/// A program writes its objects alike: the same keys in the same order with the same blanks. Then everything but the values
/// can be compared as it is, and only they have to be read. A line that is written otherwise is left to `JSONParser`.
struct JSONTemplate {
    /// What stands before a value, and what the value is.
    private struct Piece {
        /// Everything from the value before it, or from the line's beginning, up to the value; of a string, its quote too.
        var lead: [UInt8]
        var isString: Bool
        /// The cell that it is; `nil` where nobody asks for it.
        var cell: Int?
    }

    /// Longer lines are left to the parser.
    private static let longest = 1 << 30
    private var pieces: [Piece] = []
    /// What stands behind the last value.
    private var tail: [UInt8] = []

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
            pieces.append(Piece(lead: lead, isString: leaf.isString, cell: cell))
            offset = leaf.value.end
        }
        tail = (offset..<end).map { text[$0] }
        // What comes under a key does away with what has come under a longer path: the order of keys would matter.
        let isPrefix = leaves.leaves.contains { leaf in
            names.contains { $0 != leaf.path && $0.begins(with: leaf.path) }
        }
        guard !isPrefix else { return nil }
        guard Set(leaves.leaves.map(\.path)).count == pieces.count else { return nil }
    }

    /// Reads the object that begins at `start`, and puts down where each cell's value begins and ends, counted from there.
    /// - Returns: The offset behind the object; `nil` where it is written in another way, or is no JSON.
    @inline(__always)
    func read(
        at start: Int,
        upTo count: Int,
        in text: RawSpan,
        places: inout [UInt32]
    ) -> Int? {
        var offset = start
        for index in pieces.indices {
            guard Self.holds(pieces[index].lead, at: offset, upTo: count, in: text) else { return nil }
            offset += pieces[index].lead.count
            let value = offset
            offset =
                pieces[index].isString
                ? Self.endOfString(at: offset, upTo: count, in: text)
                : Self.endOfNumber(at: offset, upTo: count, in: text)
            guard offset >= value else { return nil }
            if let cell = pieces[index].cell {
                places[cell * 2] = UInt32(truncatingIfNeeded: value - start)
                places[cell * 2 + 1] = UInt32(truncatingIfNeeded: offset - start)
            }
        }
        guard offset - start < Self.longest else { return nil }
        return Self.holds(tail, at: offset, upTo: count, in: text) ? offset + tail.count : nil
    }

    @inline(__always)
    private static func holds(_ bytes: [UInt8], at offset: Int, upTo count: Int, in text: RawSpan) -> Bool {
        guard offset + bytes.count <= count else { return false }
        for index in bytes.indices where bytes[index] != text.byte(at: offset + index) { return false }
        return true
    }

    /// The closing quote of a string without escapes; -1 where it has any, or a byte that may not stand in one.
    @inline(__always)
    private static func endOfString(at start: Int, upTo count: Int, in text: RawSpan) -> Int {
        var offset = start
        while offset < count {
            let eight = text.eightBytes(at: offset)
            let stops =
                zeroBytes(eight ^ 0x2222_2222_2222_2222) | zeroBytes(eight ^ 0x5C5C_5C5C_5C5C_5C5C)
                | (~eight & (eight &- 0x2020_2020_2020_2020) & 0x8080_8080_8080_8080)
            if stops == 0 {
                offset += 8
                continue
            }
            offset += stops.trailingZeroBitCount / 8
            return offset < count && text.byte(at: offset) == ASCII.quote ? offset : -1
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
        var offset = start
        while offset < count, text.byte(at: offset) &- 0x30 <= 9 { offset += 1 }
        guard offset > start, text.byte(at: start) != 0x30 || offset == start + 1 else { return -1 }
        guard offset < count, text.byte(at: offset) == ASCII.point else { return offset }
        let point = offset
        offset += 1
        while offset < count, text.byte(at: offset) &- 0x30 <= 9 { offset += 1 }
        return offset > point + 1 ? offset : -1
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
