/// The words that a header is made of, for what they say about its column.
struct HeaderWords {
    /// Small letters of ASCII: `Müşteri No` is `musteri`, `no`; `createdAt` is `created`, `at`.
    let words: [String]

    init(_ header: String) {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        for scalar in header.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            if !isLetter || scalar.properties.isUppercase && wasSmall {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isLetter { word += Self.folded(scalar) }
            wasSmall = scalar.properties.isLowercase
        }
        self.words = word.isEmpty ? words : words + [word]
    }

    /// Whether any of its words is one of `others`.
    func hold(_ others: Set<String>) -> Bool { words.contains(where: others.contains) }

    /// The words as a name in addresses, parted by `_`; `nil` where there are none.
    func name(leavingOut others: Set<String> = []) -> String? {
        let kept = words.filter { !others.contains($0) }
        let name = (kept.isEmpty ? words : kept).joined(separator: "_")
        return name.isEmpty ? nil : String(name.prefix(60))
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return scalar.properties.lowercaseMapping }
        for (plain, accented) in letters where accented.unicodeScalars.contains(scalar) { return plain }
        return ""
    }

    private static let letters = [
        "a": "áàâäãåÁÀÂÄÃÅ", "c": "çÇ", "e": "éèêëÉÈÊË", "g": "ğĞ", "i": "ıİíìîïÍÌÎÏ", "n": "ñÑ", "o": "öóòôõøÖÓÒÔÕØ",
        "s": "şŞ", "ss": "ß", "u": "üúùûÜÚÙÛ",
    ]
}
