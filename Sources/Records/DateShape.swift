/// The runs that a date is made of: `9` for digits, `a` for letters, a space for any space, and its other signs.
enum DateShape {
    /// `9.9.9 9:9` for `9.11.2026 14:05`.
    static func shape(of word: [UInt8]) -> [UInt8] {
        var shape: [UInt8] = []
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            let sign = sign(for: scalar)
            let isRun = sign == digit || sign == letter
            if shape.isEmpty, sign == ASCII.space { continue }
            if !isRun || shape.last != sign { shape.append(sign) }
        }
        return shape
    }

    /// The beginning of the shape of every word that the pattern reads.
    static func shape(of fields: [DatePattern.Field]) -> [UInt8] {
        fields.reduce(into: []) { shape, field in
            switch field {
            case .sign(let scalar): shape.append(sign(for: scalar))
            case .monthName, .weekdayName, .half, .offset: shape.append(letter)
            default: if shape.last != digit { shape.append(digit) }
            }
        }
    }

    private static let digit = UInt8(ascii: "9")
    private static let letter = UInt8(ascii: "a")

    private static func sign(for scalar: Unicode.Scalar) -> UInt8 {
        switch scalar {
        case "0"..."9": digit
        case " ", "\t", "\u{A0}", "\u{202F}": ASCII.space
        case let scalar where scalar.isASCII && !scalar.properties.isAlphabetic: UInt8(ascii: scalar)
        default: letter
        }
    }
}
