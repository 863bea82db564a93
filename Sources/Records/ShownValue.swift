/// A faulty cell as a message may show it: at most 40 characters, anything unprintable escaped.
///
/// Only its first 200 bytes are looked at, so that the cost is bounded.
/// - Parameter entity: The same row's entity, which is never shown.
/// - Returns: `nil` where the cell may name somebody: it holds the entity (one of up to three bytes only as a word of
///   its own), or looks like an address (of mail, of the web, of a machine).
func shownValue(_ cell: Span<UInt8>, entity: Span<UInt8>) -> String? {
    let cell = cell.extracting(first: 200)
    let isShort = entity.count < 4
    if cell.contains(entity.extracting(first: 16), asWord: isShort) || looksLikeAnAddress(cell) { return nil }
    let limit = 40
    var shown = ""
    var length = 0
    var offset = 0
    while offset < cell.count {
        let (piece, next) = printable(at: offset, in: cell)
        guard length + piece.count + (next < cell.count ? 1 : 0) <= limit else { return shown + "…" }
        shown += piece
        length += piece.count
        offset = next
    }
    return shown
}

/// The character that begins at `offset`, escaped where it is not printable, and where the next one begins.
private func printable(at offset: Int, in cell: Span<UInt8>) -> (text: String, next: Int) {
    let length = wellFormedLength(at: offset, in: cell)
    let bytes = (offset..<(offset + max(1, length))).map { cell[$0] }
    let next = offset + bytes.count
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
        return ("\\x" + hexadecimal(UInt32(cell[offset])), next)
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        return ("\\u{" + hexadecimal(scalar.value) + "}", next)
    case .nonspacingMark, .enclosingMark, .spacingMark:
        return ("\\u{" + hexadecimal(scalar.value) + "}", next)
    default:
        return (String(scalar), next)
    }
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
}

/// Whether `cell` looks like an address of mail, of the web, or of a machine (four numbers with dots, or colons in a
/// row), percent-encoded or full-width signs included.
private func looksLikeAnAddress(_ cell: Span<UInt8>) -> Bool {
    let signs = ["@", "%40", "＠", "﹫", "://", "::", "www."]
    return signs.contains { cell.contains(Array($0.utf8).span) } || hasFourDottedNumbers(cell)
}

private func hasFourDottedNumbers(_ cell: Span<UInt8>) -> Bool {
    var numbers = 0
    var isInNumber = false
    for offset in cell.indices {
        switch cell[offset] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            if !isInNumber { numbers += 1 }
            isInNumber = true
            if numbers == 4 { return true }
        case UInt8(ascii: ".") where isInNumber:
            isInNumber = false
        default:
            (numbers, isInNumber) = (0, false)
        }
    }
    return false
}

extension Span<UInt8> {
    /// Whether `part`, which is not empty, stands anywhere in the bytes; `asWord`: with no ASCII letter or digit beside.
    fileprivate func contains(_ part: Span<UInt8>, asWord: Bool = false) -> Bool {
        guard !part.isEmpty, part.count <= count else { return false }
        for start in 0...(count - part.count) {
            var length = 0
            while length < part.count, self[start + length] == part[length] { length += 1 }
            let isPart = length == part.count
            if isPart, !asWord || !(isWordByte(at: start - 1) || isWordByte(at: start + length)) { return true }
        }
        return false
    }

    private func isWordByte(at offset: Int) -> Bool {
        guard indices.contains(offset) else { return false }
        switch self[offset] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return true
        case let byte: return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
    }
}
