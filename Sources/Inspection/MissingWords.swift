/// Words that mean that there is no value.
enum MissingWords {
    /// Whether `word` means so in any column.
    static func contains(_ word: String) -> Bool {
        let folded = folded(word)
        return always.contains(folded) || folded.allSatisfy { "-–—".contains($0) }
    }

    /// Whether it means so beside numbers, dates or truth values.
    static func containsAmongValues(_ word: String) -> Bool {
        contains(word) || amongValues.contains(folded(word))
    }

    private static let always: Set<String> = [
        "n/a", "#n/a", "n.a.", "null", "nan", "nil", "(not set)", "not set", "undefined", "select", "please select",
        "seçiniz", "<na>", "#null!", "#ref!", "#value!", "#div/0!",
    ]
    private static let amongValues: Set<String> = ["na", "none", "?", ".", "yok", "unknown", "bilinmiyor", "x", "tbd"]

    private static func folded(_ word: String) -> String {
        word.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}
