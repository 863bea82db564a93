/// What the words of a column look like, without any of them.
struct WordShape {
    private let words: [[UInt8]]

    /// Looks at up to 5,000 words.
    init(_ words: [String]) {
        self.words = words.prefix(5_000).map { Array($0.utf8) }
    }

    /// Such as `32 hexadecimal digits`, `“DEAL-” and a UUID`, `8 to 9 digits`, `5 to 40 characters`.
    var description: String {
        guard let first = words.first else { return "nothing" }
        let prefix = prefix(of: first)
        let rests = words.map { $0.dropFirst(prefix.count) }
        let head = prefix.isEmpty ? "" : "“\(String(decoding: prefix, as: UTF8.self))” and "
        if rests.allSatisfy(Self.isUUID) { return head + "a UUID" }
        if rests.allSatisfy({ $0.allSatisfy(Self.isDigit) && !$0.isEmpty }) { return head + Self.count(rests, "digit") }
        let isHexadecimal = rests.allSatisfy { $0.count >= 8 && $0.allSatisfy(Self.isHexadecimal) }
        if isHexadecimal { return head + Self.count(rests, "hexadecimal digit") }
        return Self.count(words.map { $0[...] }, "character")
    }

    /// Whether nearly all words are made alike, as ids are: UUIDs, long runs of hexadecimal digits, or letters and signs
    /// in front of digits. Plain digits alone are not enough.
    var isOfIDs: Bool {
        guard let first = words.first else { return false }
        let prefix = prefix(of: first)
        let alike = words.count { word in
            let rest = word.dropFirst(prefix.count)
            if Self.isUUID(rest) || rest.count >= 16 && rest.allSatisfy(Self.isHexadecimal) { return true }
            return !prefix.isEmpty && rest.allSatisfy(Self.isDigit)
        }
        return alike * 10 >= words.count * 9
    }

    /// What all words begin with, up to its last `-`, `_`, `:` or `#`: at most 24 letters and such signs.
    private func prefix(of first: [UInt8]) -> [UInt8] {
        var length = 0
        for (offset, byte) in first.prefix(24).enumerated() {
            guard Self.isLetter(byte) || Self.isSign(byte),
                words.allSatisfy({ $0.count > offset && $0[offset] == byte })
            else { break }
            if Self.isSign(byte) { length = offset + 1 }
        }
        return words.allSatisfy { $0.count > length } ? Array(first.prefix(length)) : []
    }

    private static func count(_ words: [ArraySlice<UInt8>], _ unit: String) -> String {
        let lengths = words.map { String(decoding: $0, as: UTF8.self).count }
        let (least, most) = (lengths.min() ?? 0, lengths.max() ?? 0)
        if least == most { return "\(most) \(unit)\(most == 1 ? "" : "s")" }
        return "\(least) to \(most) \(unit)s"
    }

    private static func isUUID(_ word: ArraySlice<UInt8>) -> Bool {
        let parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy(isHexadecimal)
    }

    private static func isSign(_ byte: UInt8) -> Bool { "-_:#".utf8.contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
}
