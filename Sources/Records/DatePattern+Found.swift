internal import Calendars

extension DatePattern {
    /// What a column's words say about how its dates are written.
    public enum Finding: Hashable, Sendable {
        /// As ISO 8601 has it.
        case iso
        /// As this pattern has it.
        case pattern(DatePattern)
        /// As any of these has it, and they give other dates; and a word on which they differ.
        case ambiguous([DatePattern], example: String)
        /// As this pattern has it, which has no year, and none is given.
        case noYear(DatePattern)
        /// None is a date in any pattern that is looked for; the first of them.
        case notDates(String)
    }

    /// The pattern of a column, decided from all its different words together, never from one alone.
    ///
    /// The pattern that reads most words stands; words that are written in quite another way are bad words. But where
    /// another pattern reads a word otherwise, or is the same but for day and month, it stands only if at least ten times
    /// as many words are read by it alone as by the other alone, and one at least. So a few bad words do not spoil a
    /// column, and `01/02/2026` beside `02/01/2026` is ambiguous.
    ///
    /// Looked for: ISO 8601; day, month and year, or month, day and year, or year, month and day in digits with `.`, `/`,
    /// `-` or a space between; the same without a year; with the month's name; with the weekday's name at either end;
    /// `YYYYMMDD`; epochs of 10, 13, 16 and 19 digits. A year of two digits is looked for at the end only.
    /// O(words × the patterns of their shape).
    /// - Parameters:
    ///   - words: The column's different words, missing ones left out; in the order of the input.
    ///   - year: The year of all dates, where they name none.
    public static func found(in words: [String], year: Int? = nil) -> Finding {
        var contest = DateContest(year: year)
        for word in words { contest.count(word) }
        guard let best = contest.best else { return words.first.map { .notDates($0) } ?? .iso }
        for word in words { contest.compare(word, under: best) }
        if let (rivals, example) = contest.rivals(of: best) {
            return .ambiguous([best] + rivals, example: example)
        }
        if best.form == .iso { return .iso }
        return best.hasYear || year != nil ? .pattern(best) : .noYear(best)
    }

    /// The patterns that are looked for, those that stand for the same words in the order of preference.
    static let candidates: [DatePattern] = {
        var dates: [String] = []
        for sign in [".", "/", "-", " "] {
            let orders = [
                ["D", "M", "YYYY"], ["M", "D", "YYYY"], ["YYYY", "M", "D"], ["D", "M", "YY"], ["M", "D", "YY"],
                ["D", "M"],
                ["M", "D"], ["D", "MMM", "YYYY"], ["MMM", "D", "YYYY"], ["YYYY", "MMM", "D"], ["D", "MMM", "YY"],
                ["D", "MMM"], ["MMM", "D"],
            ]
            dates += orders.map { $0.joined(separator: sign) }
        }
        dates += ["MMM D, YYYY", "D MMM, YYYY"]
        let weekdays = dates.flatMap { ["ddd, \($0)", "ddd \($0)", "ddd-\($0)", "\($0) ddd", "\($0), ddd"] }
        let solid = ["YYYYMMDD", "epoch-s", "epoch-ms", "epoch-us", "epoch-ns"]
        return (["ISO"] + dates + weekdays + solid).compactMap { DatePattern($0) }
    }()
}

extension DatePattern.Form {
    /// The same form with day and month in each other's places.
    fileprivate var swapped: Self {
        guard case .fields(let fields) = self else { return self }
        return .fields(
            fields.map { field in
                switch field {
                case .day(let digits): .month(digits)
                case .month(let digits): .day(digits)
                default: field
                }
            }
        )
    }
}

/// How well the candidates read the words of a column.
private struct DateContest {
    /// How a candidate and the best one read the words.
    private struct Tally {
        /// Words that it reads.
        var read = 0
        /// Words that both read.
        var both = 0
        /// A word that both read, and otherwise.
        var differing: String?
        /// A word that it reads and the best one does not.
        var alone: String?
    }

    let year: Int?
    private var tallies = [Tally](repeating: Tally(), count: DatePattern.candidates.count)
    /// The candidates that may read words of a shape.
    private var candidatesByShape: [[UInt8]: [Int]] = [:]

    /// The candidates' shapes; empty where words of any shape are tried.
    private static let shapes: [[UInt8]] = DatePattern.candidates.map { pattern in
        guard case .fields(let fields) = pattern.form else { return [] }
        return DateShape.shape(of: fields)
    }

    init(year: Int?) {
        self.year = year
    }

    mutating func count(_ word: String) {
        let bytes = Array(word.utf8)
        for index in candidates(for: bytes) where read(bytes, index) != nil { tallies[index].read += 1 }
    }

    /// The one that reads most; the first of several.
    var best: DatePattern? {
        guard let most = tallies.map(\.read).max(), most > 0 else { return nil }
        return tallies.firstIndex { $0.read == most }.map { DatePattern.candidates[$0] }
    }

    mutating func compare(_ word: String, under best: DatePattern) {
        let bytes = Array(word.utf8)
        let time = DatePattern.candidates.firstIndex(of: best).flatMap { read(bytes, $0) }
        for index in candidates(for: bytes) {
            guard let other = read(bytes, index) else { continue }
            guard let time else {
                tallies[index].alone = tallies[index].alone ?? word
                continue
            }
            tallies[index].both += 1
            if other != time, tallies[index].differing == nil { tallies[index].differing = word }
        }
    }

    /// Those that may as well be meant, and a word that shows it; `nil` where there are none.
    func rivals(of best: DatePattern) -> (patterns: [DatePattern], example: String)? {
        let most = tallies.map(\.read).max() ?? 0
        let rivals = tallies.indices.filter { index in
            let tally = tallies[index]
            let (readByBest, readByOther) = (most - tally.both, tally.read - tally.both)
            let isSwapped = readByOther > 0 && DatePattern.candidates[index].form == best.form.swapped
            return (tally.differing != nil || isSwapped) && readByBest < max(1, 10 * readByOther)
        }
        guard let first = rivals.first, let example = tallies[first].differing ?? tallies[first].alone else {
            return nil
        }
        return (rivals.map { DatePattern.candidates[$0] }, example)
    }

    /// Words without a year are tried in a leap year, whatever their weekday.
    private func read(_ word: [UInt8], _ index: Int) -> SpelledTime? {
        let pattern = DatePattern.candidates[index]
        if case .epoch(let units) = pattern.form {
            let digits = word.filter { !ASCII.isBlank($0) }
            guard digits.count == 9 + String(units).count, digits.allSatisfy(ASCII.isDigit) else { return nil }
        }
        let isYearOpen = year == nil && !pattern.hasYear
        return SpelledTime(word.span, pattern: pattern, year: year ?? 2000, ignoringWeekday: isYearOpen)
    }

    /// Those whose signs stand at the word's beginning in the same order; found once for each shape.
    private mutating func candidates(for word: [UInt8]) -> [Int] {
        let shape = DateShape.shape(of: word)
        if let known = candidatesByShape[shape] { return known }
        let candidates = DatePattern.candidates.indices.filter { index in
            shape.starts(with: Self.shapes[index])
        }
        candidatesByShape[shape] = candidates
        return candidates
    }
}
