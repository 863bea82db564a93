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
            let rest = word.dropFirst(word.starts(with: prefix) ? prefix.count : 0)
            if Self.isUUID(rest) || rest.count >= 16 && rest.allSatisfy(Self.isHexadecimal) { return true }
            return !prefix.isEmpty && word.starts(with: prefix) && !rest.isEmpty && rest.allSatisfy(Self.isDigit)
        }
        return alike * 10 >= words.count * 9
    }

    /// Up to twelve letters and a `-`, `_`, `:` or `#` that all words begin with.
    private func prefix(of first: [UInt8]) -> [UInt8] {
        let letters = first.prefix { !Self.isDigit($0) && (Self.isLetter($0) || "-_:#".utf8.contains($0)) }
        guard letters.count <= 12, let last = letters.last, "-_:#".utf8.contains(last) else { return [] }
        return words.allSatisfy { $0.starts(with: letters) && $0.count > letters.count } ? Array(letters) : []
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

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
}
