/// The tokens of JSON (RFC 8259), strictly. Each function returns the offset behind the token, or the offset of what is
/// wrong with it, and looks at no byte from `limit` on.
enum JSONTokens {
    /// Where a token ends, or goes wrong.
    enum End: Equatable {
        case end(Int)
        case fault(Int)
    }

    /// A string whose opening quote stands at `start`, and whether it has escapes.
    static func string(at start: Int, upTo limit: Int, in text: Span<UInt8>) -> (end: End, hasEscapes: Bool) {
        var offset = start + 1
        var hasEscapes = false
        while offset < limit {
            switch text[offset] {
            case ASCII.quote: return (.end(offset + 1), hasEscapes)
            case 0..<0x20: return (.fault(offset), hasEscapes)
            case ASCII.backslash:
                hasEscapes = true
                guard let length = escapeLength(at: offset, upTo: limit, in: text) else {
                    return (.fault(offset), hasEscapes)
                }
                offset += length
            default: offset += 1
            }
        }
        return (.fault(limit), hasEscapes)
    }

    /// A number: its sign, its digits without a zero in front, its fraction, its exponent.
    static func number(at start: Int, upTo limit: Int, in text: Span<UInt8>) -> End {
        var offset = start
        if text[offset] == UInt8(ascii: "-") { offset += 1 }
        let first = offset
        guard skipDigits(&offset, upTo: limit, in: text) else { return .fault(offset) }
        if text[first] == UInt8(ascii: "0"), offset > first + 1 { return .fault(first + 1) }
        if offset < limit, text[offset] == ASCII.point {
            offset += 1
            guard skipDigits(&offset, upTo: limit, in: text) else { return .fault(offset) }
        }
        if offset < limit, text[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < limit, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(text[offset]) { offset += 1 }
            guard skipDigits(&offset, upTo: limit, in: text) else { return .fault(offset) }
        }
        return .end(offset)
    }

    /// One of the words `true`, `false` and `null`.
    static func word(at start: Int, upTo limit: Int, in text: Span<UInt8>) -> End {
        for word in words where text[start] == word[0] {
            for (index, byte) in word.enumerated() {
                guard start + index < limit, text[start + index] == byte else { return .fault(start + index) }
            }
            return .end(start + word.count)
        }
        return .fault(start)
    }

    /// White space: spaces, tabs and line breaks.
    static func skipBlanks(from start: Int, upTo limit: Int, in text: Span<UInt8>) -> Int {
        var offset = start
        while offset < limit, isBlank(text[offset]) { offset += 1 }
        return offset
    }

    private static let words = ["true", "false", "null"].map { Array($0.utf8) }

    private static func isBlank(_ byte: UInt8) -> Bool {
        ASCII.isBlank(byte) || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    /// - Returns: Whether there was one.
    private static func skipDigits(_ offset: inout Int, upTo limit: Int, in text: Span<UInt8>) -> Bool {
        let first = offset
        while offset < limit, ASCII.isDigit(text[offset]) { offset += 1 }
        return offset > first
    }

    /// `nil` where it is none.
    private static func escapeLength(at offset: Int, upTo limit: Int, in text: Span<UInt8>) -> Int? {
        guard offset + 1 < limit else { return nil }
        switch text[offset + 1] {
        case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            return 2
        case UInt8(ascii: "u"):
            guard offset + 6 <= limit else { return nil }
            for index in (offset + 2)..<(offset + 6) where ASCII.hexadecimalDigit(text[index]) == nil { return nil }
            return 6
        default: return nil
        }
    }
}
