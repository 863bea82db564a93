/// Words that may name or find somebody.
enum PrivateWords {
    /// Whether `word` is an address of mail.
    static func isMail(_ word: String) -> Bool {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !word.contains(" ")
    }

    /// Whether it is an address of the web or of a machine, or a telephone number.
    static func isAddress(_ word: String) -> Bool {
        let lowercased = word.lowercased()
        if ["http://", "https://", "www."].contains(where: lowercased.hasPrefix) { return true }
        return isHost(lowercased) || isTelephone(word)
    }

    /// Whether it is made of two to four words of letters, each with a capital in front and small ones behind.
    static func isPersonName(_ word: String) -> Bool {
        let parts = word.split(separator: " ")
        guard (2...4).contains(parts.count) else { return false }
        return parts.allSatisfy { part in
            guard let first = part.first, first.isUppercase else { return false }
            let rest = part.dropFirst()
            if rest == "." { return true }
            return !rest.isEmpty && rest.allSatisfy { $0.isLowercase || $0 == "-" || $0 == "’" || $0 == "'" }
        }
    }

    /// `example.com`, and four numbers with points.
    private static func isHost(_ word: String) -> Bool {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isOfHost) }) else { return false }
        let areNumbers = parts.allSatisfy { $0.utf8.allSatisfy(isDigit) }
        if areNumbers { return parts.count == 4 && parts.allSatisfy { Int($0) ?? 999 < 256 } }
        return topDomains.contains(String(parts[parts.count - 1]))
    }

    /// The frequent ones; others are too easily mistaken for words with points.
    private static let topDomains: Set<String> = [
        "com", "net", "org", "info", "biz", "edu", "gov", "io", "co", "eu", "tr", "uk", "de", "fr", "nl", "es", "it",
        "pl",
        "us", "ca", "au", "br", "in", "jp", "ch", "at", "be", "se",
    ]

    /// Nine to fifteen digits with a plus in front, or with blanks, parentheses or hyphens among them.
    private static func isTelephone(_ word: String) -> Bool {
        let digits = word.utf8.count(where: isDigit)
        guard (9...15).contains(digits), word.utf8.count > digits else { return false }
        let hasPlus = word.hasPrefix("+")
        return (hasPlus || word.hasPrefix("0") || word.hasPrefix("("))
            && word.dropFirst(hasPlus ? 1 : 0).utf8.allSatisfy { isDigit($0) || " ()-".utf8.contains($0) }
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
}
