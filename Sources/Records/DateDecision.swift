internal import Diagnostics

/// How the dates of a source's columns are written, decided for each column from all its words.
///
/// The configured pattern stands for every column of which it reads any word; the others, and all where none is
/// configured, say themselves how they are written (`DatePattern.found`). A column that is right in several patterns takes
/// the one of them that another column of the source has been found to be in, if there is one; else it is asked for.
/// Beside a pattern that was found, ISO 8601 is read too, as it means the same day in any of them.
struct DateDecision {
    /// A column, and what it says.
    private struct Column {
        var name: String
        var words: [String]
        var finding: DatePattern.Finding
    }

    private var columns: [Column] = []
    private let format: TextFormat

    /// Nothing is decided yet.
    init(format: TextFormat) {
        self.format = format
    }

    /// Looks at a column's different words.
    mutating func add(_ name: String, words: [String]) {
        columns.append(Column(name: name, words: words, finding: finding(for: words)))
    }

    /// How each column that was added is written, in that order; ISO where no word is a date, so that each is rejected.
    /// - Parameter place: Where a column's name stands, for errors.
    /// - Throws: `RecordsError` where a column is ambiguous, or lacks the year.
    func dates(place: (String) -> SourcePosition) throws(RecordsError) -> [ColumnDates] {
        let found: Set<DatePattern> = Set(
            columns.compactMap { if case .pattern(let found) = $0.finding { found } else { nil } }
        )
        var dates: [ColumnDates] = []
        for column in columns {
            switch column.finding {
            case .iso, .notDates: dates.append(self.dates(.iso))
            case .pattern(let pattern): dates.append(self.dates(pattern))
            case .noYear(let pattern):
                let kind = RecordsError.Kind.datesWithoutYear(column: column.name, pattern: pattern.pattern)
                throw RecordsError(kind: kind, position: place(column.name))
            case .ambiguous(let possible, let example):
                let known = possible.filter(found.contains)
                guard known.count == 1, let pattern = known.first else {
                    let kind = RecordsError.Kind.ambiguousDates(column: column.name, possible, example: example)
                    throw RecordsError(kind: kind, position: place(column.name))
                }
                dates.append(self.dates(pattern))
            }
        }
        return dates
    }

    private func dates(_ pattern: DatePattern) -> ColumnDates {
        ColumnDates(pattern: pattern, year: format.year, readsISO: pattern != format.dates)
    }

    private func finding(for words: [String]) -> DatePattern.Finding {
        guard let pattern = format.dates else { return DatePattern.found(in: words, year: format.year) }
        let isYearOpen = format.year == nil && !pattern.hasYear
        let year = format.year ?? 2000
        let isRead = words.contains { word in
            SpelledTime(Array(word.utf8).span, pattern: pattern, year: year, ignoringWeekday: isYearOpen) != nil
        }
        guard isRead || words.isEmpty else { return DatePattern.found(in: words, year: format.year) }
        return isYearOpen && isRead ? .noYear(pattern) : .pattern(pattern)
    }
}

/// How the dates of one column are written.
struct ColumnDates {
    fileprivate let pattern: DatePattern
    fileprivate let year: Int?
    fileprivate let readsISO: Bool

    /// The time that a word is; `nil` where it is none.
    func time(_ word: String) -> SpelledTime? {
        let bytes = Array(word.utf8)
        return SpelledTime(bytes.span, pattern: pattern, year: year) ?? (readsISO ? SpelledTime(bytes.span) : nil)
    }
}
