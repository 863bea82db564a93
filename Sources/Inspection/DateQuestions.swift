internal import Calendars
internal import Diagnostics
internal import Records

/// What has to be asked about a column of dates before it can be read.
struct DateQuestions {
    private let column: ColumnProfile
    private let place: SourcePosition
    private let answers: InspectionAnswers

    init(_ column: ColumnProfile, at place: SourcePosition, answers: InspectionAnswers) {
        self.column = column
        self.place = place
        self.answers = answers
    }

    var all: [Diagnostic] {
        if column.isWeekWithoutYear, answers.year == nil { return [yearOfWeeks] }
        switch column.dates {
        case .ambiguous(let patterns, let example): return [order(patterns, example)]
        case .noYear(let pattern) where answers.year == nil: return [year(pattern)]
        default: return answers.year.map(wrongYear) ?? []
        }
    }

    private func order(_ patterns: [DatePattern], _ example: String) -> Diagnostic {
        let meanings = patterns.compactMap { pattern in
            pattern.reading(of: example, year: answers.year).map { Self.spelled($0.date) }
        }
        let ways = patterns.map { "`read: { dates: \"\($0.pattern)\" }` (--dates \"\($0.pattern)\")" }
        return Diagnostic(
            at: place,
            "in the column “\(column.name)”, “\(example)” may be \(meanings.joined(separator: " or "))",
            remedy: "Say which: \(ways.joined(separator: ", or ")). No row of the column decides it."
        )
    }

    private func year(_ pattern: DatePattern) -> Diagnostic {
        let example = column.words.first ?? ""
        let years = fittingYears(pattern)
        let fitting =
            years.isEmpty ? "" : " Their weekdays fit \(years.map(String.init).joined(separator: ", "))."
        return Diagnostic(
            at: place,
            "the dates of the column “\(column.name)” have no year: “\(example)”",
            remedy: "Say which: `read: { year: \(years.last ?? 2026) }` (--year \(years.last ?? 2026)).\(fitting)"
        )
    }

    private var yearOfWeeks: Diagnostic {
        Diagnostic(
            at: place,
            "the weeks of the column “\(column.name)” have no year: “\(column.words.first ?? "")”",
            remedy: "Say which: `read: { year: 2026 }` (--year 2026)."
        )
    }

    /// Where a year is given, and the weekdays say that it cannot be.
    private func wrongYear(_ year: Int) -> [Diagnostic] {
        guard let pattern = column.dates?.pattern, !pattern.hasYear else { return [] }
        let fitting = fittingYears(pattern)
        guard !fitting.isEmpty, !fitting.contains(year) else { return [] }
        return [
            Diagnostic(
                at: place,
                "the weekdays of the column “\(column.name)” are not those of \(year)",
                remedy: "They fit \(fitting.map(String.init).joined(separator: ", "))."
            )
        ]
    }

    /// The years of 2005 to 2030 in which all weekdays are right; none where dates name no weekday.
    private func fittingYears(_ pattern: DatePattern) -> [Int] {
        guard pattern.pattern.contains("ddd") else { return [] }
        let words = column.words.filter { pattern.reading(of: $0) != nil }
        return (2005...2030).filter { year in
            words.allSatisfy { pattern.reading(of: $0, year: year) != nil }
        }
    }

    /// `3 April 2026`.
    private static func spelled(_ date: LocalDate) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        let (year, month, day) = date.parts
        return "\(day) \(months[month - 1]) \(year)"
    }
}
