/// A text as a word of ASCII letters, digits and single hyphens, for ids and addresses.
///
/// Turkish letters become their plain neighbours, `İ` and `I` become `i`; accents written as characters of their own are
/// left out; every other run of characters becomes a hyphen.
/// - Returns: `section` where nothing remains.
public func slug(of text: String) -> String {
    var word = ""
    for scalar in text.unicodeScalars {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars
        where lower.properties.canonicalCombiningClass == .notReordered {
            let letter = plainLetters[lower] ?? lower
            if letter.isASCII, letter.properties.isAlphabetic || letter.properties.numericType == .decimal {
                word.unicodeScalars.append(letter)
            } else if !word.isEmpty, word.utf8.last != UInt8(ascii: "-") {
                word += "-"
            }
        }
    }
    if word.utf8.last == UInt8(ascii: "-") { word.removeLast() }
    return word.isEmpty ? "section" : word
}

private let plainLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "ı": "i", "ş": "s", "ğ": "g", "ç": "c", "ö": "o", "ü": "u", "â": "a", "î": "i", "û": "u",
]
