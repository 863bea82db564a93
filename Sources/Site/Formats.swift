internal import Calendars
internal import Foundation

/// Numbers, percents and dates as one language writes them, by the platform's locale data.
struct Formats {
    private let locale: Locale
    private let dayRange: DateIntervalFormatter

    /// - Parameter locale: As the platform names it, e.g. `tr_TR`.
    init(locale name: String) {
        locale = Locale(identifier: name)
        dayRange = DateIntervalFormatter()
        dayRange.locale = locale
        dayRange.timeZone = .gmt
        dayRange.dateTemplate = "dMMMMy"
    }

    /// `12.480`
    func count(_ number: Int) -> String {
        minus(number.formatted(.number.locale(locale)))
    }

    /// `%36,0`
    func percent(_ fraction: Double) -> String {
        minus(fraction.formatted(.percent.precision(.fractionLength(1)).locale(locale)))
    }

    /// `%40`, of ticks closer than a point `%40,5`, closer than a tenth of one `%0,15`.
    func percentTick(_ fraction: Double, step: Double) -> String {
        let digits = step >= 0.009_99 ? 0 : step >= 0.000_999 ? 1 : 2
        return minus(fraction.formatted(.percent.precision(.fractionLength(digits)).locale(locale)))
    }

    /// `36,0` of 0.36: a percentage whose sign stands elsewhere.
    func decimalPercent(_ fraction: Double) -> String { decimal(fraction * 100) }

    /// `%4,2`: the size of a change whose direction is said in words.
    func percentSize(_ fraction: Double) -> String { percent(abs(fraction)) }

    /// `+%4,2`, `−%4,2`
    func signedPercent(_ fraction: Double) -> String {
        minus(
            fraction.formatted(
                .percent.precision(.fractionLength(1)).sign(strategy: .always(includingZero: false)).locale(locale)
            )
        )
    }

    /// `%34,7–37,3`, the sign once, where the language puts it.
    func percentRange(_ range: ClosedRange<Double>) -> String {
        let (low, high) = (range.lowerBound, range.upperBound)
        let isSignFirst = percent(0).first?.isNumber == false
        return isSignFirst ? "\(percent(low))–\(decimal(high * 100))" : "\(decimal(low * 100))–\(percent(high))"
    }

    /// `+1,3`, `−6,0`
    func signedDecimal(_ number: Double) -> String {
        minus(
            number.formatted(
                .number.precision(.fractionLength(1)).sign(strategy: .always(includingZero: false)).locale(locale)
            )
        )
    }

    /// `36`, of a fraction 0.3604.
    func wholePercent(_ fraction: Double) -> String { count(Int((fraction * 100).rounded())) }

    /// `6,0`
    func plainDecimal(_ number: Double) -> String { decimal(number) }

    private func decimal(_ number: Double) -> String {
        minus(number.formatted(.number.precision(.fractionLength(1)).locale(locale)))
    }

    /// `0,042`; one below a thousandth as `< 0,001`.
    func probability(_ number: Double) -> String {
        let isTiny = number < 0.001
        let text = max(number, 0.001).formatted(.number.precision(.fractionLength(3)).locale(locale))
        return isTiny ? "< " + text : text
    }

    /// `1.234,5`: at most two decimals.
    func number(_ number: Double) -> String {
        minus(number.formatted(.number.precision(.fractionLength(0...2)).locale(locale)))
    }

    /// An amount in the currency of that ISO 4217 code, whole from a thousand on; without one, the number alone.
    func amount(_ amount: Double, currency: String?) -> String {
        guard let currency else { return number(amount) }
        let digits = abs(amount) < 1000 ? 2 : 0
        return minus(amount.formatted(.currency(code: currency).precision(.fractionLength(digits)).locale(locale)))
    }

    /// A length of time in its two largest units, e.g. `4 dk. 32 sn.`.
    func length(seconds: Double) -> String {
        guard seconds.isFinite, abs(seconds) < 1e12 else { return number(seconds) }
        let length = Duration.seconds(Int64(seconds.rounded()))
        let style = Duration.UnitsFormatStyle(
            allowedUnits: [.days, .hours, .minutes, .seconds],
            width: .abbreviated,
            maximumUnitCount: 2
        )
        return minus(length.formatted(style.locale(locale)))
    }

    /// `15 Kasım 2026`
    func date(_ date: LocalDate) -> String {
        noon(date).formatted(Date.FormatStyle(locale: locale, timeZone: .gmt).day().month(.wide).year())
    }

    /// `9–15 Kasım 2026`
    func dates(_ week: Week) -> String {
        dayRange.string(from: noon(week.monday), to: noon(week.sunday))
    }

    /// `9–15 Kasım 2026`; of one day `9 Kasım 2026`.
    func dates(from first: LocalDate, to last: LocalDate) -> String {
        first == last ? date(first) : dayRange.string(from: noon(first), to: noon(last))
    }

    /// Names joined as the language joins them.
    func list(_ names: [String]) -> String { names.formatted(.list(type: .and).locale(locale)) }

    /// Whether the language lists `name` before `other`: in Turkish `ı` before `i`, `ç` between `c` and `d`. Names that
    /// it does not tell apart go by their bytes.
    func lists(_ name: String, before other: String) -> Bool {
        switch name.compare(other, locale: locale) {
        case .orderedAscending: true
        case .orderedDescending: false
        case .orderedSame: name.utf8.lexicographicallyPrecedes(other.utf8)
        }
    }

    /// The language's own name for a language, e.g. `Türkçe`.
    static func name(ofLanguage code: String, in language: String) -> String {
        let locale = Locale(identifier: language)
        return capitalized(locale.localizedString(forIdentifier: code) ?? code, in: locale)
    }

    /// With a capital first letter: `İl` of `il` in Turkish.
    func capitalized(_ text: String) -> String { Self.capitalized(text, in: locale) }

    /// With a small first letter, for the middle of a line; an abbreviation stays as it is.
    func uncapitalized(_ text: String) -> String {
        guard text.dropFirst().first?.isUppercase != true else { return text }
        return text.prefix(1).lowercased(with: locale) + text.dropFirst()
    }

    private static func capitalized(_ text: String, in locale: Locale) -> String {
        text.prefix(1).uppercased(with: locale) + text.dropFirst()
    }

    private func noon(_ date: LocalDate) -> Date {
        Date(timeIntervalSince1970: TimeInterval(date.dayNumber) * 86_400 + 43_200)
    }

    /// The real minus sign, which the platform's data leave to typography.
    private func minus(_ text: String) -> String { text.replacing("-", with: "\u{2212}") }
}
