/// The names of months and weekdays in English and Turkish, in full and short.
enum DateNames {
    /// The month of that name, 1 to 12. Letter case does not count, nor do the dots and tails of Turkish letters.
    static func month(_ name: String) -> Int? { months[folded(name)] }

    /// The weekday of that name, 0 (Monday) to 6.
    static func weekday(_ name: String) -> Int? { weekdays[folded(name)] }

    /// Whether that name stands for the hours after noon; `nil` where it is none of `AM`, `PM`, `ÖÖ` and `ÖS`.
    static func isAfterNoon(_ name: String) -> Bool? { halves[folded(name)] }

    /// Small letters without dots and tails: `İ`, `I` and `ı` become `i`, `Ş` becomes `s`.
    ///
    /// So `KASIM`, `kasım` and `Kasim` are one name, whatever language's rules made the capitals.
    static func folded(_ name: String) -> String {
        var folded = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "İ", "I", "ı": folded += "i"
            case "Ş", "ş": folded += "s"
            case "Ç", "ç": folded += "c"
            case "Ğ", "ğ": folded += "g"
            case "Ö", "ö": folded += "o"
            case "Ü", "ü": folded += "u"
            case "\u{300}"..."\u{36F}": continue
            default: folded += scalar.properties.lowercaseMapping
            }
        }
        return folded
    }

    private static let months = numbered(
        """
        january jan ocak oca|february feb subat sub|march mar mart|april apr nisan nis|may mayis|june jun haziran haz|
        july jul temmuz tem|august aug agustos agu|september sep sept eylul eyl|october oct ekim eki|
        november nov kasim kas|december dec aralik ara
        """,
        from: 1
    )

    private static let weekdays = numbered(
        """
        monday mon pazartesi pzt|tuesday tue tues sali sal|wednesday wed carsamba car|thursday thu thur thurs persembe per|
        friday fri cuma cum|saturday sat cumartesi cmt|sunday sun pazar paz
        """,
        from: 0
    )

    private static let halves = ["am": false, "oo": false, "pm": true, "os": true]

    private static func numbered(_ names: String, from first: Int) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for (index, group) in names.split(separator: "|").enumerated() {
            for name in group.split(whereSeparator: \.isWhitespace) { numbers[String(name)] = first + index }
        }
        return numbers
    }
}
