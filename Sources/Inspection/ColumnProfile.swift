internal import Calendars
public import Records

/// What one column of a table holds.
public struct ColumnProfile: Sendable {
    /// As it stands in the header.
    public let name: String
    /// What its values are.
    public var kind: ColumnKind
    /// How its dates are written; `nil` for other columns.
    public var dates: DatePattern.Finding?
    /// How its numbers are written; `nil` for other columns, and for numbers that any style reads.
    public var numbers: NumberStyle?
    /// The currency beside its amounts.
    public var currency: String?
    /// How many rows have no value: blank cells, and those that hold one of `missingWords`.
    public let missingCount: Int
    /// Words that most likely mean that there is no value, as they are written.
    public let missingWords: [String]
    /// How many different values there are.
    public var distinctCount: Int { words.count }
    /// Values that differ only in letter case or white space, each group with the numbers of their rows.
    public var lookalikes: [Lookalikes] = []

    /// The different values in the order of their first rows, missing ones left out.
    let words: [String]
    /// For each of `words`, how many rows have it.
    let rowCounts: [Int]
    /// Each row's value as an index into `words`; -1 where it is missing.
    let codes: [Int32]
    /// For each of `words` its microseconds since 1970, if it is a date, a time or a week.
    var times: [Int64?] = []
    /// For each of `words` its number, if it is one.
    var readings: [NumberReading?] = []

    /// How many rows have a value.
    var filledCount: Int { codes.count - missingCount }
    /// Whether no two rows have the same value, and none is without.
    var isUnique: Bool { !words.isEmpty && words.count == codes.count }

    /// The number in a row; `nil` where it is missing or none.
    func number(ofRow row: Int) -> Double? {
        let code = Int(codes[row])
        return code < 0 || readings.isEmpty ? nil : readings[code]?.value
    }

    /// The microseconds since 1970 in a row; `nil` where they are missing or none.
    func time(ofRow row: Int) -> Int64? {
        let code = Int(codes[row])
        return code < 0 || times.isEmpty ? nil : times[code]
    }

    /// The value in a row; `nil` where it is missing.
    func word(ofRow row: Int) -> String? {
        let code = Int(codes[row])
        return code < 0 ? nil : words[code]
    }

    /// The sum of its numbers.
    var sum: Double {
        zip(readings, rowCounts).reduce(0) { $0 + ($1.0?.value ?? 0) * Double($1.1) }
    }

    /// Values that are one, but for letter case or white space.
    public struct Lookalikes: Hashable, Sendable {
        /// The spellings with the numbers of their rows; of private columns none is shown.
        public let spellings: [Spelling]
    }

    /// A way in which a value is written.
    public struct Spelling: Hashable, Sendable {
        /// As it is written.
        public let word: String
        /// How many rows have it.
        public let rowCount: Int
    }
}

extension ColumnProfile {
    /// A column of a sheet, before its kind is known.
    init(name: String, column: CodedColumn, missing: (String) -> Bool) {
        var rowCounts = column.words.map { _ in 0 }
        for code in column.codes where code >= 0 { rowCounts[Int(code)] += 1 }
        var numbers: [Int32] = []
        var kept: [Int] = []
        var missingWords: [String] = []
        for (index, word) in column.words.enumerated() {
            let isMissing = missing(word)
            if isMissing, rowCounts[index] > 0 { missingWords.append(word) }
            let isKept = !isMissing && rowCounts[index] > 0
            numbers.append(isKept ? Int32(kept.count) : -1)
            if isKept { kept.append(index) }
        }
        self.name = name
        kind = .text
        words = kept.map { column.words[$0] }
        self.rowCounts = kept.map { rowCounts[$0] }
        codes = column.codes.map { $0 < 0 ? -1 : numbers[Int($0)] }
        missingCount = codes.count { $0 < 0 }
        self.missingWords = missingWords
    }
}
