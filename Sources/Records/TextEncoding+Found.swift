extension TextEncoding {
    /// What a file's bytes say about how its characters are written.
    public enum Finding: Hashable, Sendable {
        /// Its byte order mark says so.
        case marked(TextEncoding)
        /// It holds ASCII only, which most encodings share.
        case plain
        /// It is well-formed UTF-8 with characters beyond ASCII, which hardly happens by chance.
        case wellFormed
        /// Every other byte is zero, as in UTF-16 without its mark.
        case halfZero(TextEncoding)
        /// By what the bytes beyond ASCII would spell: the likeliest encoding, the next one, and whether the gap is wide.
        case spelled(TextEncoding, rather: TextEncoding, isSure: Bool)

        /// The encoding to read the file in.
        public var encoding: TextEncoding {
            switch self {
            case .marked(let encoding), .halfZero(let encoding), .spelled(let encoding, _, _): encoding
            case .plain, .wellFormed: .utf8
            }
        }
    }

    /// How the file is most likely written.
    ///
    /// Bytes that are not UTF-8 are tried as Windows-1252, Windows-1254 and Mac Roman: letters within words speak for an
    /// encoding, capitals behind small letters, control characters and odd signs against it. O(bytes).
    /// - Throws: `RecordsError` where the file is packed and cannot be unpacked.
    public static func found(in file: [UInt8], file name: String) throws(RecordsError) -> Finding {
        let bytes = try DataText.contents(of: file, file: name)
        if let mark = marked(bytes) { return .marked(mark.encoding) }
        if let encoding = halfZero(bytes) { return .halfZero(encoding) }
        if bytes.allSatisfy({ $0 < 0x80 }) { return .plain }
        if isUTF8(bytes.span) { return .wellFormed }
        let ranked = [TextEncoding.windows1252, .windows1254, .macRoman]
            .map { (encoding: $0, score: SpelledText(bytes, in: $0).score) }
        let best = ranked.enumerated().max { ($0.element.score, -$0.offset) < ($1.element.score, -$1.offset) }
        let (first, score) = best.map { ($0.element.encoding, $0.element.score) } ?? (.windows1252, 0)
        let next = ranked.filter { $0.encoding != first }.max { $0.score < $1.score }
        return .spelled(
            first,
            rather: next?.encoding ?? first,
            isSure: score > 0 && score - (next?.score ?? 0) >= 4
        )
    }

    /// UTF-16 without a mark: of the first 2,000 bytes nearly all on one side are zero, and hardly any on the other.
    private static func halfZero(_ bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(2_000)
        guard head.count >= 8 else { return nil }
        var zeros = [0, 0]
        for (offset, byte) in head.enumerated() where byte == 0 { zeros[offset % 2] += 1 }
        let half = head.count / 2
        if zeros[1] * 10 >= half * 8, zeros[0] * 10 < half { return .utf16LE }
        if zeros[0] * 10 >= half * 8, zeros[1] * 10 < half { return .utf16BE }
        return nil
    }
}

/// How likely a text is that bytes beyond ASCII spell in an encoding of one byte a character.
private struct SpelledText {
    /// The higher, the likelier; each character beyond ASCII adds to it or takes away.
    private(set) var score = 0.0

    /// At most the first 10,000 such characters are looked at.
    init(_ bytes: [UInt8], in encoding: TextEncoding) {
        let upper = encoding.upperHalf
        func scalar(_ offset: Int) -> Unicode.Scalar? {
            guard bytes.indices.contains(offset) else { return nil }
            return bytes[offset] < 0x80 ? Unicode.Scalar(bytes[offset]) : upper[Int(bytes[offset]) - 0x80]
        }
        var seen = 0
        for offset in bytes.indices where bytes[offset] >= 0x80 {
            score += Self.likelihood(of: scalar(offset), after: scalar(offset - 1), before: scalar(offset + 1))
            seen += 1
            if seen == 10_000 { break }
        }
    }

    private static func likelihood(
        of scalar: Unicode.Scalar?,
        after before: Unicode.Scalar?,
        before after: Unicode.Scalar?
    ) -> Double {
        guard let scalar, scalar.properties.generalCategory != .control else { return -10 }
        if scalar.properties.isAlphabetic {
            let isBeside = [before, after].contains { $0?.properties.isAlphabetic == true }
            if scalar.properties.isUppercase, before?.properties.isLowercase == true { return -2 }
            if !isBeside { return -0.5 }
            return usual.contains(scalar) ? 2 : rare.contains(scalar) ? -0.5 : 0.5
        }
        if signs.contains(scalar) { return 1 }
        return scalar.properties.generalCategory == .currencySymbol ? 0.5 : -2
    }

    /// Letters that are frequent in some language of Europe.
    private static let usual = Set("çğıöşüÇĞİÖŞÜâîûéèêëàáäåæøñóíúòôïßÄÅÉÑœ".unicodeScalars)
    /// Letters that hardly any language but Icelandic and Czech has.
    private static let rare = Set("ðþýÐÞÝªº".unicodeScalars)
    /// Signs of plain prose.
    private static let signs = Set("“”‘’„‚–—…«»•©®™°·§\u{A0}€£".unicodeScalars)
}
