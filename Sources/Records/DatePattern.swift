/// How dates are written, by a pattern such as `DD.MM.YYYY`, `M/D/YY H:mm`, `ddd, MMM D`, `YYYYMMDD` or `epoch-ms`.
///
/// | letters | read |
/// | --- | --- |
/// | `YYYY`, `YY` | the year in four digits; in two, of which 00–68 are 2000–2068 and 69–99 are 1969–1999 |
/// | `M`, `MM` | the month in one or two digits; in two |
/// | `MMM`, `MMMM` | its name in English or Turkish, full or short, in any letter case |
/// | `D`, `DD` | the day in one or two digits; in two |
/// | `ddd`, `dddd` | the weekday's name, likewise; it has to be that of the date |
/// | `H`, `HH` | the hour of 24 in one or two digits; in two |
/// | `h`, `hh` | the hour of 12, which `A` goes with |
/// | `mm`, `ss` | minutes; seconds, with or without a fraction |
/// | `A` | `AM`, `PM`, `ÖÖ` or `ÖS` |
/// | `Z` | what the clock is ahead of universal time: `Z`, `UTC`, `+03:00`, `+0300`, `+03` |
/// | `T` | itself |
/// | `epoch-s`, `-ms`, `-us`, `-ns` | the whole cell: units since 1970 UTC |
/// | `ISO` | the whole cell: `2026-11-09`, `2026-11-09T14:05:00+03:00` and the like |
///
/// Anything but a letter or a digit stands for itself; a space for a no-break one too. The date does without a clock time
/// that the pattern has, and may have one behind it that the pattern has not: so `D/M/YYYY` reads `9/11/2026 14:05` too.
public struct DatePattern: Hashable, Sendable {
    /// As it was written.
    public let pattern: String
    /// What it means.
    let form: Form

    /// The ways to be read.
    enum Form: Hashable, Sendable {
        case iso
        /// So many units make a second.
        case epoch(unitsPerSecond: Int64)
        case fields([Field])
    }

    /// A piece of a date.
    enum Field: Hashable, Sendable {
        case year, shortYear
        case month(ClosedRange<Int>), monthName
        case day(ClosedRange<Int>), weekdayName
        case hour(ClosedRange<Int>), halfHour(ClosedRange<Int>), minute, second, half, offset
        case sign(Unicode.Scalar)
    }

    /// Reads a pattern.
    /// - Returns: `nil` where it has letters that mean nothing here, the same piece twice, no day or no month, or two
    ///   numbers side by side of which the first may be of any length (`DMYYYY`).
    public init?(_ pattern: String) {
        switch pattern.lowercased() {
        case "iso": self = .iso
        case "epoch-s": self.init(.epoch(unitsPerSecond: 1), pattern)
        case "epoch-ms": self.init(.epoch(unitsPerSecond: 1_000), pattern)
        case "epoch-us": self.init(.epoch(unitsPerSecond: 1_000_000), pattern)
        case "epoch-ns": self.init(.epoch(unitsPerSecond: 1_000_000_000), pattern)
        default:
            guard let fields = Self.fields(of: pattern), Self.areSound(fields) else { return nil }
            self.init(.fields(fields), pattern)
        }
    }

    /// ISO 8601.
    public static let iso = DatePattern(.iso, "ISO")

    private init(_ form: Form, _ pattern: String) {
        self.form = form
        self.pattern = pattern
    }

    /// Whether dates written so name their year.
    public var hasYear: Bool {
        guard case .fields(let fields) = form else { return true }
        return fields.contains(.year) || fields.contains(.shortYear)
    }

    private static func fields(of pattern: String) -> [Field]? {
        var fields: [Field] = []
        var rest = Substring(pattern).unicodeScalars
        while let scalar = rest.first {
            let length = rest.prefix { $0 == scalar }.count
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                guard let field = field(scalar, length) else { return nil }
                fields.append(field)
                rest.removeFirst(length)
            } else {
                fields.append(.sign(scalar))
                rest.removeFirst()
            }
        }
        return fields
    }

    private static func field(_ letter: Unicode.Scalar, _ length: Int) -> Field? {
        switch (letter, length) {
        case ("Y", 4): .year
        case ("Y", 2): .shortYear
        case ("M", 1): .month(1...2)
        case ("M", 2): .month(2...2)
        case ("M", 3), ("M", 4): .monthName
        case ("D", 1): .day(1...2)
        case ("D", 2): .day(2...2)
        case ("d", 3), ("d", 4): .weekdayName
        case ("H", 1): .hour(1...2)
        case ("H", 2): .hour(2...2)
        case ("h", 1): .halfHour(1...2)
        case ("h", 2): .halfHour(2...2)
        case ("m", 2): .minute
        case ("s", 2): .second
        case ("A", 1): .half
        case ("Z", 1): .offset
        case ("T", 1): .sign("T")
        default: nil
        }
    }

    private static func areSound(_ fields: [Field]) -> Bool {
        let kinds = fields.compactMap(\.kind)
        guard Set(kinds).count == kinds.count, kinds.contains(.day), kinds.contains(.month) else { return false }
        guard fields.contains(.half) == fields.contains(where: \.isHalfHour) else { return false }
        let hasClock = kinds.contains(.hour)
        if !hasClock, kinds.contains(.minute) || kinds.contains(.second) || kinds.contains(.offset) { return false }
        if kinds.contains(.second), !kinds.contains(.minute) { return false }
        return zip(fields, fields.dropFirst()).allSatisfy { !($0.isOfAnyLength && $1.isNumber) }
    }
}

extension DatePattern.Field {
    /// What may stand in a pattern once.
    fileprivate enum Kind { case year, month, day, weekday, hour, minute, second, half, offset }

    fileprivate var kind: Kind? {
        switch self {
        case .year, .shortYear: .year
        case .month, .monthName: .month
        case .day: .day
        case .weekdayName: .weekday
        case .hour, .halfHour: .hour
        case .minute: .minute
        case .second: .second
        case .half: .half
        case .offset: .offset
        case .sign: nil
        }
    }

    fileprivate var isHalfHour: Bool { if case .halfHour = self { true } else { false } }

    fileprivate var isNumber: Bool {
        switch self {
        case .monthName, .weekdayName, .half, .offset, .sign: false
        default: true
        }
    }

    fileprivate var isOfAnyLength: Bool {
        switch self {
        case .month(let digits), .day(let digits), .hour(let digits), .halfHour(let digits): digits.count > 1
        default: false
        }
    }

    /// Whether it belongs to the date, not to the clock time behind it.
    var isOfDate: Bool {
        switch self {
        case .year, .shortYear, .month, .monthName, .day, .weekdayName: true
        default: false
        }
    }
}
