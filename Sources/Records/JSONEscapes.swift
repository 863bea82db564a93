extension Span<UInt8> {
    /// The bytes, JSON's escapes resolved. Half a surrogate pair alone becomes three bytes that are no UTF-8.
    func withoutJSONEscapes() -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(count)
        var offset = 0
        while offset < count {
            if self[offset] == ASCII.backslash, offset + 1 < count {
                offset = appendEscape(at: offset, to: &plain)
            } else {
                plain.append(self[offset])
                offset += 1
            }
        }
        return plain
    }

    /// Adds what the escape at `offset` stands for.
    /// - Returns: The offset behind it.
    private func appendEscape(at offset: Int, to plain: inout [UInt8]) -> Int {
        switch self[offset + 1] {
        case UInt8(ascii: "b"): plain.append(8)
        case UInt8(ascii: "f"): plain.append(12)
        case UInt8(ascii: "n"): plain.append(10)
        case UInt8(ascii: "r"): plain.append(13)
        case UInt8(ascii: "t"): plain.append(9)
        case UInt8(ascii: "u"): return appendUnicode(at: offset, to: &plain)
        case let byte: plain.append(byte)
        }
        return offset + 2
    }

    private func appendUnicode(at offset: Int, to plain: inout [UInt8]) -> Int {
        let first = codeUnit(at: offset) ?? 0xFFFD
        let isPairPossible = (0xD800...0xDBFF).contains(first)
        guard isPairPossible, let second = codeUnit(at: offset + 6), (0xDC00...0xDFFF).contains(second) else {
            plain.append(codePoint: first)
            return offset + 6
        }
        plain.append(codePoint: 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        return offset + 12
    }

    /// The four hexadecimal digits of an escape at `offset`; `nil` where there is none.
    private func codeUnit(at offset: Int) -> UInt32? {
        guard offset + 6 <= count, self[offset] == ASCII.backslash, self[offset + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for index in (offset + 2)..<(offset + 6) {
            guard let digit = ASCII.hexadecimalDigit(self[index]) else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}

extension [UInt8] {
    /// Adds a code point as UTF-8 would write it; half a surrogate pair, too, which UTF-8 does not have.
    mutating func append(codePoint: UInt32) {
        let tail = { (shift: UInt32) in 0x80 | UInt8(truncatingIfNeeded: codePoint >> shift & 0x3F) }
        switch codePoint {
        case 0..<0x80: append(UInt8(truncatingIfNeeded: codePoint))
        case 0x80..<0x800: self += [0xC0 | UInt8(truncatingIfNeeded: codePoint >> 6), tail(0)]
        case 0x800..<0x10000: self += [0xE0 | UInt8(truncatingIfNeeded: codePoint >> 12), tail(6), tail(0)]
        default: self += [0xF0 | UInt8(truncatingIfNeeded: codePoint >> 18), tail(12), tail(6), tail(0)]
        }
    }
}
