/// What a word says as a number.
public struct NumberReading: Hashable, Sendable {
    /// The number as written: `12.5%` is 12.5.
    public let value: Double
    /// The same if it is whole, else `nil`.
    public let whole: Int?
    /// Whether a percent sign stands at either end.
    public let isPercent: Bool
    /// How many digits stand behind the decimal sign.
    public let decimals: Int
    /// What stands beside the digits, such as `₺`, `US$` or `TRY`; `nil` where nothing does.
    public let currency: String?
}

extension NumberStyle {
    /// What the style reads in `word`; `nil` where it is no number in it.
    public func reading(of word: String) -> NumberReading? {
        let bytes = Array(word.utf8)
        guard let number = SpelledNumber(bytes.span, style: self), let text = NumberText(bytes.span),
            let digits = text.digits(in: self)
        else { return nil }
        let beside = word.unicodeScalars.filter(CurrencySigns.mayHold)
        let currency = String(String.UnicodeScalarView(beside))
        return NumberReading(
            value: number.value,
            whole: number.whole,
            isPercent: number.isPercent,
            decimals: digits.fraction.count,
            currency: currency.isEmpty || ["e", "E"].contains(currency) ? nil : currency
        )
    }

    /// `1234.5` and `1,234.5`, which need not be said.
    public static let usual = NumberStyle.plain

    /// An example that says the style, for `read: { numbers: … }`.
    public var example: String {
        let group = grouping.first.map { String(Unicode.Scalar($0)) } ?? ""
        return "1\(group)234\(String(Unicode.Scalar(decimal)))56"
    }
}

/// `word` as a text for readers may show it: at most 40 characters, anything unprintable escaped; `nil` where it looks
/// like an address of mail, of the web or of a machine.
public func shownValue(_ word: String) -> String? {
    let nobody: [UInt8] = []
    return shownValue(Array(word.utf8).span, entity: nobody.span)
}
