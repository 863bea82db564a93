extension TextEncoding {
    /// `bytes` from `start` on, as UTF-8.
    ///
    /// What stands for no character (a byte that the encoding does not know, half a surrogate pair, half a character at
    /// the end) becomes bytes that are no UTF-8, so that it is a fault of its row alone.
    func decode(_ bytes: [UInt8], from start: Int) -> [UInt8] {
        switch self {
        case .utf8: Array(bytes[start...])
        case .utf16, .utf16BE: decodeUnits(of: bytes, from: start) { UInt32($0) << 8 | UInt32($1) }
        case .utf16LE: decodeUnits(of: bytes, from: start) { UInt32($1) << 8 | UInt32($0) }
        default: decodeSingleBytes(bytes[start...])
        }
    }

    private func decodeSingleBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let words = upperHalf.map { $0.map { Array(String($0).utf8) } ?? [Self.noCharacter] }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte < 0x80 { text.append(byte) } else { text += words[Int(byte) - 0x80] }
        }
        return text
    }

    private func decodeUnits(of bytes: [UInt8], from start: Int, unit: (UInt8, UInt8) -> UInt32) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count - start)
        var offset = start
        while offset + 1 < bytes.count {
            let first = unit(bytes[offset], bytes[offset + 1])
            offset += 2
            guard (0xD800...0xDBFF).contains(first), offset + 1 < bytes.count,
                case let second = unit(bytes[offset], bytes[offset + 1]), (0xDC00...0xDFFF).contains(second)
            else {
                text.append(codePoint: first)
                continue
            }
            offset += 2
            text.append(codePoint: 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        }
        if offset < bytes.count { text.append(Self.noCharacter) }
        return text
    }

    /// A byte that UTF-8 never has.
    private static let noCharacter: UInt8 = 0xFF
}
