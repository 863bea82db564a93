/// A number as a cell spells it, kept exactly.
///
/// Digits, grouped in threes or not, with a sign in front perhaps, and a percent sign or a currency at either end; see
/// `NumberText` and `NumberStyle`. Without a style, a point is decimal and a comma groups: `1234.5`, `1,234`, `1,234.5`. The
/// value is that of the digits as written: `12.5%` is 12.5. Up to 100 bytes.
struct SpelledNumber: Equatable {
    /// The digits as one whole number, with the sign; `nil` where there are more than 18 that count.
    var mantissa: Int64?
    /// The power of ten that `mantissa` is to be multiplied by.
    var exponent: Int
    /// The double nearest to the number.
    var value: Double
    /// Whether a percent sign stands at either end.
    var isPercent: Bool

    /// Reads all of `word`; `nil` where it is anything else, or too large for a double.
    init?(_ word: Span<UInt8>, style: NumberStyle? = nil) {
        guard let text = NumberText(word), let digits = text.digits(in: style ?? .plain) else { return nil }
        var all = (digits.whole + digits.fraction)[...]
        exponent = text.power - digits.fraction.count
        all = all.drop { $0 == UInt8(ascii: "0") }
        while all.last == UInt8(ascii: "0"), exponent < 0 {
            all.removeLast()
            exponent += 1
        }
        if all.isEmpty { exponent = 0 }
        let size: Int64? = all.count > 18 ? nil : all.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        mantissa = size.map { text.isNegative ? -$0 : $0 }
        let sign = text.isNegative && !all.isEmpty ? "-" : ""
        guard let value = Double(sign + "0" + String(decoding: all, as: UTF8.self) + "e\(exponent)"), value.isFinite
        else { return nil }
        self.value = value
        isPercent = text.isPercent
    }

    /// The number if it is whole and has at most 18 digits, else `nil`.
    var whole: Int? {
        guard let mantissa, exponent >= 0 || mantissa == 0 else { return nil }
        var whole = Int(mantissa)
        for _ in 0..<exponent {
            let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            whole = product
        }
        return whole
    }
}
