/// Whether `bytes` are well-formed UTF-8 (Unicode Standard, table 3-7).
func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
        if bytes[offset] < 0x80 {
            offset += 1
            continue
        }
        let length = wellFormedLength(at: offset, in: bytes)
        if length == 0 { return false }
        offset += length
    }
    return true
}

/// The number of bytes of the character that begins at `offset`; 0 where it is not well formed.
func wellFormedLength(at offset: Int, in bytes: Span<UInt8>) -> Int {
    let (length, second) = shape(ofLead: bytes[offset])
    guard length > 1 else { return length }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for next in (offset + 2)..<(offset + length) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
}

/// How many bytes a character has that begins with `lead` (0: none does), and which its second may be.
private func shape(ofLead lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0x00...0x7F: (1, 0...0)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0...0)
    }
}
