/// What the values of an object are put to, each under its dotted path: `properties.plan`.
protocol JSONValueTaker {
    /// An object begins.
    mutating func begin(at start: Int)

    /// A key was read, so that what came under it before does not count any more.
    mutating func begin(_ path: [UInt8], at offset: Int)

    /// Its value was read: a string without its quotes, anything else as it is written.
    mutating func take(_ value: TextCell, at path: [UInt8], kind: JSONValueKind)
}

/// What a value of JSON is.
enum JSONValueKind { case string, number, word, null, array, object }

/// Reads an object, and puts its values to a taker. No recursion: what is open stands on a stack of bounded depth.
///
/// Total and strict: of any bytes it says where the object ends, or where they cease to be JSON. What lies within an
/// array has no path, and is checked only.
struct JSONParser {
    /// How deep objects and arrays may lie in each other.
    static let maximumDepth = 128

    private struct Container {
        var start: Int
        var isObject: Bool
        /// Whether its own value has a path.
        var hasPath: Bool
        /// The length of its path.
        var pathLength: Int
    }

    private enum Expectation { case value, valueOrEnd, key, keyOrEnd, commaOrEnd }

    private var open: [Container] = []
    private var path: [UInt8] = []
    private var offset = 0

    /// Reads the object that begins at `start`, and looks at no byte from `limit` on.
    mutating func parse<Taker: JSONValueTaker>(
        at start: Int,
        upTo limit: Int,
        in text: Span<UInt8>,
        into taker: inout Taker
    ) -> JSONTokens.End {
        open.removeAll(keepingCapacity: true)
        path.removeAll(keepingCapacity: true)
        offset = start
        guard start < limit, text[start] == UInt8(ascii: "{") else { return .fault(start) }
        var expected = enter(isObject: true, hasPath: true)
        while !open.isEmpty {
            offset = JSONTokens.skipBlanks(from: offset, upTo: limit, in: text)
            guard offset < limit else { return .fault(limit) }
            guard let next = step(expected, upTo: limit, in: text, into: &taker) else { return .fault(offset) }
            expected = next
        }
        return .end(offset)
    }

    /// Reads one token.
    /// - Returns: What may follow; `nil` where the token at `offset` is wrong.
    private mutating func step<Taker: JSONValueTaker>(
        _ expected: Expectation,
        upTo limit: Int,
        in text: Span<UInt8>,
        into taker: inout Taker
    ) -> Expectation? {
        let isObject = open.last?.isObject ?? false
        let isEnd = text[offset] == UInt8(ascii: isObject ? "}" : "]")
        switch expected {
        case .keyOrEnd where isEnd, .valueOrEnd where isEnd, .commaOrEnd where isEnd:
            leave(into: &taker)
            return .commaOrEnd
        case .commaOrEnd:
            guard text[offset] == ASCII.comma else { return nil }
            offset += 1
            return isObject ? .key : .value
        case .key, .keyOrEnd: return readKey(upTo: limit, in: text, into: &taker)
        case .value, .valueOrEnd: return readValue(upTo: limit, in: text, into: &taker)
        }
    }

    private mutating func readKey<Taker: JSONValueTaker>(
        upTo limit: Int,
        in text: Span<UInt8>,
        into taker: inout Taker
    ) -> Expectation? {
        guard text[offset] == ASCII.quote, let key = readString(upTo: limit, in: text) else { return nil }
        offset = JSONTokens.skipBlanks(from: offset, upTo: limit, in: text)
        guard offset < limit, text[offset] == UInt8(ascii: ":") else { return nil }
        offset += 1
        guard let container = open.last, container.hasPath else { return .value }
        path.removeLast(path.count - container.pathLength)
        if open.count > 1 { path.append(ASCII.point) }
        key.withContent(in: text) { content in
            for index in content.indices { path.append(content[index]) }
        }
        taker.begin(path, at: key.offset)
        return .value
    }

    private mutating func readValue<Taker: JSONValueTaker>(
        upTo limit: Int,
        in text: Span<UInt8>,
        into taker: inout Taker
    ) -> Expectation? {
        switch text[offset] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < Self.maximumDepth else { return nil }
            return enter(isObject: text[offset] == UInt8(ascii: "{"), hasPath: isInObjectWithPath)
        case ASCII.quote:
            guard let value = readString(upTo: limit, in: text) else { return nil }
            if isInObjectWithPath { taker.take(value, at: path, kind: .string) }
        case let byte:
            let isNumber = byte == UInt8(ascii: "-") || ASCII.isDigit(byte)
            let token = isNumber ? JSONTokens.number : JSONTokens.word
            guard let value = finish(token(offset, limit, text), from: offset) else { return nil }
            let kind: JSONValueKind = isNumber ? .number : byte == UInt8(ascii: "n") ? .null : .word
            if isInObjectWithPath { taker.take(value, at: path, kind: kind) }
        }
        return .commaOrEnd
    }

    private var isInObjectWithPath: Bool { open.last.map { $0.isObject && $0.hasPath } ?? false }

    /// Reads the string at `offset`, without its quotes.
    private mutating func readString(upTo limit: Int, in text: Span<UInt8>) -> TextCell? {
        let string = JSONTokens.string(at: offset, upTo: limit, in: text)
        guard let whole = finish(string.end, from: offset) else { return nil }
        return TextCell(start: whole.start + 1, end: whole.end - 1, spelling: string.hasEscapes ? .escaped : .quoted)
    }

    /// Goes behind a token, or to what is wrong with it.
    private mutating func finish(_ end: JSONTokens.End, from start: Int) -> TextCell? {
        switch end {
        case .end(let end):
            offset = end
            return TextCell(start: start, end: end)
        case .fault(let fault):
            offset = fault
            return nil
        }
    }

    private mutating func enter(isObject: Bool, hasPath: Bool) -> Expectation {
        open.append(Container(start: offset, isObject: isObject, hasPath: hasPath, pathLength: path.count))
        offset += 1
        return isObject ? .keyOrEnd : .valueOrEnd
    }

    private mutating func leave<Taker: JSONValueTaker>(into taker: inout Taker) {
        offset += 1
        guard let container = open.popLast(), container.hasPath else { return }
        path.removeLast(path.count - container.pathLength)
        let kind: JSONValueKind = container.isObject ? .object : .array
        if !open.isEmpty { taker.take(TextCell(start: container.start, end: offset), at: path, kind: kind) }
    }
}
