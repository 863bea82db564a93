internal import Calendars
internal import Records

/// Decides whether a column holds dates, times or weeks, and how they are written.
struct DateJudge {
    let answers: InspectionAnswers

    /// The column as times; `nil` where it holds none.
    func profile(_ column: ColumnProfile, _ header: HeaderWords) -> ColumnProfile? {
        if let weeks = weeks(column) { return weeks }
        guard mayBeDates(column.words, header) else { return nil }
        if let pattern = answers.dates, let found = column.dated(by: pattern, year: answers.year) { return found }
        let finding = DatePattern.found(in: column.words, year: answers.year)
        guard let pattern = finding.pattern, suits(pattern, header, column),
            var found = column.dated(by: pattern, year: answers.year)
        else { return nil }
        found.dates = finding
        return found
    }

    private func weeks(_ column: ColumnProfile) -> ColumnProfile? {
        let weeks = column.words.map { Week(named: $0, year: answers.year ?? 2000) }
        guard weeks.count(where: { $0 != nil }) * 10 >= column.words.count * 9 else { return nil }
        var result = column.with(kind: .week)
        result.times = weeks.map { $0.map { Int64($0.monday.dayNumber) * microsecondsADay } }
        return result
    }

    /// Whether of some of the words at least half are dates, so that it is worth looking at all of them.
    private func mayBeDates(_ words: [String], _ header: HeaderWords) -> Bool {
        let sample = stride(from: 0, to: words.count, by: max(1, words.count / 50)).map { words[$0] }
        if let pattern = answers.dates, sample.contains(where: { pattern.reading(of: $0, year: answers.year) != nil }) {
            return true
        }
        guard let pattern = DatePattern.found(in: sample, year: answers.year).pattern else { return false }
        return sample.count { pattern.reading(of: $0, year: answers.year) != nil } * 2 >= sample.count
    }

    /// Whether the pattern is more than chance: plain digits and numbers need a year of our days, or a header that says
    /// when.
    private func suits(_ pattern: DatePattern, _ header: HeaderWords, _ column: ColumnProfile) -> Bool {
        let saysWhen = header.hold(ColumnRoles.time)
        if pattern.isEpoch {
            let years = column.dated(by: pattern, year: nil)?.years
            let isOfOurDays = years.map { $0.lowerBound >= 1995 && $0.upperBound <= 2100 } ?? false
            return isOfOurDays && (saysWhen || pattern.pattern != "epoch-s")
        }
        if pattern.pattern == "YYYYMMDD" {
            return column.dated(by: pattern, year: nil)?.years.map { $0.lowerBound >= 1900 && $0.upperBound <= 2100 }
                ?? false
        }
        return pattern.hasYear || pattern.pattern.contains("MMM") || saysWhen
    }
}

extension ColumnProfile {
    /// The column with its words read by the pattern; `nil` where fewer than nine of ten are dates in it.
    func dated(by pattern: DatePattern, year: Int?) -> ColumnProfile? {
        let readings = words.map { pattern.reading(of: $0, year: year) }
        let found = readings.compactMap { $0 }
        guard !found.isEmpty, found.count * 10 >= words.count * 9 else { return nil }
        var result = self
        let hasClock = found.contains { $0.clock != nil }
        result.kind = pattern.isEpoch ? .epoch : hasClock ? .dateTime : .date
        result.times = readings.map { $0?.microseconds }
        result.dates = pattern == .iso ? .iso : !pattern.hasYear && year == nil ? .noYear(pattern) : .pattern(pattern)
        return result
    }

    /// The first and the last year of its times; `nil` without any.
    fileprivate var years: ClosedRange<Int>? {
        let years = times.compactMap { $0.map { LocalDate(microseconds: $0).parts.year } }
        guard let first = years.min(), let last = years.max() else { return nil }
        return first...last
    }
}

extension DatePattern.Finding {
    /// The pattern, or of several the first; `nil` where there are no dates.
    var pattern: DatePattern? {
        switch self {
        case .iso: .iso
        case .pattern(let pattern), .noYear(let pattern): pattern
        case .ambiguous(let patterns, _): patterns.first
        case .notDates: nil
        }
    }
}

extension DatePattern {
    /// Whether its words are counts of seconds, or of parts of them.
    var isEpoch: Bool { pattern.hasPrefix("epoch") }
}

extension LocalDate {
    /// The day of a time, in microseconds since 1970.
    init(microseconds: Int64) {
        let days = microseconds / microsecondsADay - (microseconds % microsecondsADay < 0 ? 1 : 0)
        self.init(dayNumber: Int(days))
    }
}
