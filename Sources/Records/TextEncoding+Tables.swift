/// The upper halves of the encodings of one byte a character; the lower ones are ASCII's.
extension TextEncoding {
    /// The characters of the bytes from 0x80 on, `nil` where a byte has none; an empty table where characters have
    /// several bytes.
    var upperHalf: [Unicode.Scalar?] {
        switch self {
        case .utf8, .utf16, .utf16LE, .utf16BE: []
        case .windows1252: Self.scalars(Self.windows) + Self.latin1
        case .windows1254:
            (Self.scalars(Self.windows) + Self.latin1).replacing(Self.turkish).replacing([0x8E: nil, 0x9E: nil])
        case .iso88599:
            (0x80...0x9F).map { Unicode.Scalar($0 as UInt8) } + Self.latin1.replacing(Self.turkish, from: 0xA0)
        case .macRoman: Self.scalars(Self.macintosh)
        }
    }

    /// The characters of a literal; U+FFFD stands for none.
    private static func scalars(_ text: String) -> [Unicode.Scalar?] {
        text.unicodeScalars.map { $0 == "\u{FFFD}" ? nil : $0 }
    }

    /// 0xA0–0xFF are the characters of these numbers.
    private static let latin1: [Unicode.Scalar?] = (0xA0...0xFF).map { Unicode.Scalar($0 as UInt8) }

    /// What Turkish has in the place of Icelandic.
    private static let turkish: [UInt8: Unicode.Scalar?] = [
        0xD0: "Ğ", 0xDD: "İ", 0xDE: "Ş", 0xF0: "ğ", 0xFD: "ı", 0xFE: "ş",
    ]

    /// 0x80–0x9F.
    private static let windows = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"

    /// 0x80–0xFF.
    private static let macintosh = """
        ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
        †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
        ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
        """
}

extension [Unicode.Scalar?] {
    /// The same table with other characters for some bytes; its first is that of `start`.
    fileprivate func replacing(_ others: [UInt8: Unicode.Scalar?], from start: UInt8 = 0x80) -> Self {
        var table = self
        for (byte, scalar) in others { table[Int(byte - start)] = scalar }
        return table
    }
}
