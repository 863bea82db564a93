/// Cuts an expression into words, numbers and signs. Every text gives tokens or an error; nothing is skipped but blanks.
struct ExpressionLexer {
    static let longestText = 2000

    private let bytes: [UInt8]
    private let text: String
    private var place = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    /// All tokens, the last one being the end.
    mutating func tokens() throws(ExpressionError) -> [ExpressionToken] {
        guard bytes.count <= Self.longestText else { throw ExpressionError(.tooLong, at: Self.longestText) }
        var tokens: [ExpressionToken] = []
        while let byte = skipBlanks() {
            let start = place
            let kind = try kind(beginningWith: byte)
            tokens.append(ExpressionToken(kind: kind, range: start..<place))
        }
        tokens.append(ExpressionToken(kind: .end, range: place..<place))
        return tokens
    }

    private mutating func skipBlanks() -> UInt8? {
        while place < bytes.count, " \t\n\r".utf8.contains(bytes[place]) { place += 1 }
        return place < bytes.count ? bytes[place] : nil
    }

    private mutating func kind(beginningWith byte: UInt8) throws(ExpressionError) -> ExpressionToken.Kind {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "%") where isDigit(place + 1):
            place += 1
            let number = try digits()
            return .literal(Literal(number, .percent))
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quoted(by: byte)
        case _ where isLetter(byte): return .word(word())
        default: return try sign()
        }
    }

    /// `200`, `4.5`, `36%`, `5pp`, `3d`.
    private mutating func number() throws(ExpressionError) -> ExpressionToken.Kind {
        let start = place
        let number = try digits()
        if place < bytes.count, bytes[place] == UInt8(ascii: "%") {
            place += 1
            return .literal(Literal(number, .percent))
        }
        guard place < bytes.count, isLetter(bytes[place]) else { return .literal(Literal(number, .none)) }
        guard let unit = Literal.Unit(rawValue: word()) else { throw badNumber(from: start) }
        return .literal(Literal(number, unit))
    }

    private mutating func digits() throws(ExpressionError) -> Double {
        let start = place
        while isDigit(place) || (place < bytes.count && bytes[place] == UInt8(ascii: ".") && isDigit(place + 1)) {
            place += 1
        }
        guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)), number.isFinite else {
            throw badNumber(from: start)
        }
        return number
    }

    private func badNumber(from start: Int) -> ExpressionError {
        ExpressionError(.badNumber(String(decoding: bytes[start..<place], as: UTF8.self)), at: start)
    }

    private mutating func quoted(by quote: UInt8) throws(ExpressionError) -> ExpressionToken.Kind {
        let start = place
        guard let end = bytes[(start + 1)...].firstIndex(of: quote) else {
            throw ExpressionError(.unclosedText, at: start)
        }
        place = end + 1
        return .text(String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
    }

    /// Letters, digits and `_`; letters beyond ASCII too, so that an unknown word is named whole.
    private mutating func word() -> String {
        let start = place
        while place < bytes.count, isLetter(bytes[place]) || isDigit(place) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func sign() throws(ExpressionError) -> ExpressionToken.Kind {
        let two = String(decoding: bytes[place..<min(place + 2, bytes.count)], as: UTF8.self)
        if ["==", "&&", "||"].contains(two) { throw ExpressionError(.strayCharacter(two), at: place) }
        let one = String(decoding: bytes[place...place], as: UTF8.self)
        for written in [two, one] {
            guard let sign = ExpressionToken.Sign(rawValue: written) else { continue }
            place += written.utf8.count
            return .sign(sign)
        }
        let rest = String(decoding: bytes[place...], as: UTF8.self)
        throw ExpressionError(.strayCharacter(String(rest.prefix(1))), at: place)
    }

    private func isDigit(_ index: Int) -> Bool {
        index < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: isBeyondASCII(byte)
        }
    }

    /// Letters of other scripts begin with these; typographic signs (`“`, `≤`, `−`) with 0xE2.
    private func isBeyondASCII(_ byte: UInt8) -> Bool { byte >= 0x80 && !isTypographic }

    private var isTypographic: Bool { place < bytes.count && bytes[place] == 0xE2 }
}
