internal import Calendars

/// A place in a text that is being read.
struct TimeCursor {
    var start = 0
    var end: Int

    var isAtEnd: Bool { start == end }

    mutating func trimBlanks(in text: Span<UInt8>) {
        while start < end, ASCII.isBlank(text[start]) { start += 1 }
        while start < end, ASCII.isBlank(text[end - 1]) { end -= 1 }
    }

    /// Goes over the next byte if it is a wanted one.
    mutating func skip(in text: Span<UInt8>, where isWanted: (UInt8) -> Bool) -> Bool {
        guard start < end, isWanted(text[start]) else { return false }
        start += 1
        return true
    }

    mutating func skip(_ byte: UInt8, in text: Span<UInt8>) -> Bool { skip(in: text) { $0 == byte } }

    /// Goes over all that is left if it is one of `universalNames`.
    mutating func skipUniversalName(in text: Span<UInt8>) -> Bool {
        guard end - start == 3, text[start] > UInt8(ascii: "9") else { return false }
        let name = (start..<end).map { text[$0] }
        guard Self.universalNames.contains(name) else { return false }
        start = end
        return true
    }

    private static let universalNames = [Array("UTC".utf8), Array("GMT".utf8)]

    /// A number of exactly so many digits, up to `maximum`.
    mutating func number(_ digits: Int, upTo maximum: Int = .max, in text: Span<UInt8>) -> Int? {
        guard end - start >= digits else { return nil }
        var value = 0
        for offset in start..<(start + digits) {
            let digit = text[offset] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        start += digits
        return value <= maximum ? value : nil
    }

    /// A number of at least and at most so many digits; it takes all that there are.
    mutating func number(_ digits: ClosedRange<Int>, in text: Span<UInt8>) -> Int? {
        var length = 0
        while start + length < end, length < digits.upperBound, ASCII.isDigit(text[start + length]) { length += 1 }
        guard digits.contains(length) else { return nil }
        return number(length, in: text)
    }

    /// `YYYY-MM-DD`.
    mutating func date(in text: Span<UInt8>) -> LocalDate? {
        let hyphen = UInt8(ascii: "-")
        guard let year = number(4, in: text), year >= 1, skip(hyphen, in: text),
            let month = number(2, in: text), skip(hyphen, in: text), let day = number(2, in: text)
        else { return nil }
        return LocalDate(year: year, month: month, day: day)
    }

    /// `HH:MM`, `HH:MM:SS` or that with a fraction, as microseconds since midnight.
    mutating func clock(in text: Span<UInt8>) -> Int64? {
        let colon = UInt8(ascii: ":")
        guard let hour = number(2, upTo: 23, in: text), skip(colon, in: text),
            let minute = number(2, upTo: 59, in: text)
        else { return nil }
        let minutes = Int64(hour * 60 + minute)
        guard skip(colon, in: text) else { return minutes * 60_000_000 }
        guard let second = number(2, upTo: 59, in: text), let fraction = fraction(in: text) else { return nil }
        return (minutes * 60 + Int64(second)) * 1_000_000 + fraction
    }

    /// Microseconds; 0 where no fraction follows, `nil` where its digits are missing.
    mutating func fraction(in text: Span<UInt8>) -> Int64? {
        guard skip(in: text, where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) else { return 0 }
        var value: Int64 = 0
        var unit: Int64 = 100_000
        let first = start
        while start < end, case let digit = text[start] &- UInt8(ascii: "0"), digit <= 9 {
            value += Int64(digit) * unit
            unit /= 10
            start += 1
        }
        return start > first ? value : nil
    }

    /// `Z`, `UTC`, `+03:00`, `+0300` or `+03`, after a space or none.
    mutating func offsetSeconds(in text: Span<UInt8>) -> Int64? {
        _ = skip(ASCII.space, in: text)
        if skip(in: text, where: { $0 | 0x20 == UInt8(ascii: "z") }) { return 0 }
        if skipUniversalName(in: text) { return 0 }
        let isBehind = skip(UInt8(ascii: "-"), in: text)
        guard isBehind || skip(UInt8(ascii: "+"), in: text), let hours = number(2, in: text) else { return nil }
        var minutes = 0
        if !isAtEnd {
            _ = skip(UInt8(ascii: ":"), in: text)
            guard let more = number(2, upTo: 59, in: text) else { return nil }
            minutes = more
        }
        let seconds = Int64(hours * 60 + minutes) * 60
        guard seconds <= 18 * 3600 else { return nil }
        return isBehind ? -seconds : seconds
    }
}

/// What patterns read.
extension TimeCursor {
    /// Goes over `sign`, or over a no-break space for a space; letters in either case.
    mutating func skip(_ sign: Unicode.Scalar, in text: Span<UInt8>) -> Bool {
        if sign == " ", skip(bytes: [0xC2, 0xA0], in: text) || skip(bytes: [0xE2, 0x80, 0xAF], in: text) {
            return true
        }
        if sign == "T" { return skip(in: text) { $0 | 0x20 == UInt8(ascii: "t") } }
        return skip(bytes: Array(String(sign).utf8), in: text)
    }

    private mutating func skip(bytes: [UInt8], in text: Span<UInt8>) -> Bool {
        guard end - start >= bytes.count else { return false }
        for offset in bytes.indices where text[start + offset] != bytes[offset] { return false }
        start += bytes.count
        return true
    }

    /// Goes over a run of letters; `nil` where there is none.
    mutating func name(in text: Span<UInt8>) -> String? {
        let first = start
        while start < end, isLetter(at: start, in: text) { start += 1 }
        return start > first ? String(decoding: (first..<start).map { text[$0] }, as: UTF8.self) : nil
    }

    /// Takes all of Unicode for letters but ASCII's signs and the no-break and thin spaces.
    private func isLetter(at offset: Int, in text: Span<UInt8>) -> Bool {
        let byte = text[offset]
        if byte < 0x80 { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        return byte != 0xE2 && !(byte == 0xC2 && offset + 1 < end && text[offset + 1] == 0xA0)
    }
}
