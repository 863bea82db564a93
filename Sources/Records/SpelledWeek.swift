internal import Calendars

/// A week as a cell names it: `2026-W07`, `2026 W7`, `2026W07`, `W07 2026`, `Week 7, 2026`, `2026 7. hafta`; or `W7`, `Week 7`,
/// `7. hafta` where a year is configured for all rows. Letter case does not count.
///
/// A name is always that of the ISO week, whichever day the source's weeks begin on.
enum SpelledWeek: Equatable {
    /// The week that is named.
    case week(Week)
    /// The year has no such week, as with `2026-W54`.
    case noSuchWeek
    /// A week of no year.
    case noYear

    /// Reads all of `text`; `nil` where it names no week.
    init?(_ text: Span<UInt8>, year: Int?) {
        guard text.count <= 40,
            let pieces = Self.pieces(of: String(decoding: text.indices.map { text[$0] }, as: UTF8.self))
        else { return nil }
        let numbers = pieces.filter { $0.allSatisfy(\.isNumber) }
        let names = pieces.filter { !$0.allSatisfy(\.isNumber) }
        let years = numbers.filter { $0.count == 4 }
        let weeks = numbers.filter { $0.count <= 2 }
        guard names.count == 1, Self.names.contains(names[0]), weeks.count == 1, years.count <= 1,
            numbers.count == weeks.count + years.count, let number = Int(weeks[0])
        else { return nil }
        guard let year = years.first.flatMap({ Int($0) }) ?? year else {
            self = .noYear
            return
        }
        self = Week(year: year, week: number).map { .week($0) } ?? .noSuchWeek
    }

    private static let names: Set<String> = ["w", "wk", "week", "hafta", "haftasi"]

    /// Runs of digits and of letters; `nil` where anything stands between them that no name of a week has.
    private static func pieces(of text: String) -> [String]? {
        var pieces: [String] = []
        var isOpen = false
        for scalar in DateNames.folded(text).unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            guard isDigit || ("a"..."z").contains(scalar) else {
                guard " \t\u{A0}-./,".unicodeScalars.contains(scalar) else { return nil }
                isOpen = false
                continue
            }
            let lastIsDigit = pieces.last?.unicodeScalars.last.map { ("0"..."9").contains($0) }
            if isOpen, lastIsDigit == isDigit {
                pieces[pieces.count - 1].unicodeScalars.append(scalar)
            } else {
                pieces.append(String(scalar))
            }
            isOpen = true
        }
        return pieces
    }
}

extension Week {
    /// The week that begins on `date`.
    /// - Parameter sundayWeeks: Whether weeks are named by their Sunday; the ISO week is then the one that begins the day
    ///   after, with which such a week shares six days.
    /// - Returns: `nil` where `date` is another weekday.
    init?(beginningOn date: LocalDate, sundayWeeks: Bool) {
        guard date.weekday == (sundayWeeks ? 6 : 0) else { return nil }
        self.init(containing: date.advanced(by: sundayWeeks ? 1 : 0))
    }
}
