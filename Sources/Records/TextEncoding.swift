/// How the characters of a text are written as bytes.
public enum TextEncoding: String, Hashable, CaseIterable, Sendable {
    /// One to four bytes a character; what everything is turned into here.
    case utf8 = "utf-8"
    /// Two or four bytes a character, in the order that the mark says; without a mark the higher byte first.
    case utf16 = "utf-16"
    /// Two or four bytes a character, the lower byte first.
    case utf16LE = "utf-16le"
    /// Two or four bytes a character, the higher byte first.
    case utf16BE = "utf-16be"
    /// One byte a character, for the west of Europe.
    case windows1252 = "windows-1252"
    /// One byte a character, for Turkish.
    case windows1254 = "windows-1254"
    /// One byte a character, for Turkish; Latin-5.
    case iso88599 = "iso-8859-9"
    /// One byte a character, of the Macintosh before its tenth system.
    case macRoman = "mac-roman"

    /// Whether each byte is a character, so that text can be turned into UTF-8 piece by piece; UTF-8 itself is not.
    var hasSingleBytes: Bool { [.windows1252, .windows1254, .iso88599, .macRoman].contains(self) }
}
