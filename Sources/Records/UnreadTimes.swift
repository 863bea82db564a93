internal import Diagnostics

/// The rows of events whose times could not be read at once, kept until the whole column says how it is written.
struct UnreadTimes: Sendable {
    /// Where the time stands.
    struct Row {
        /// The row's index in the table.
        var row: Int
        /// The number of the time's word.
        var word: Int32
        /// The index of its file.
        var file: Int32
        var line: Int
        var column: Int
    }

    /// More bytes are no time in any pattern.
    static let longestWord = 64

    private(set) var rows: [Row] = []
    private var words = WordTable()

    /// Keeps a row.
    /// - Returns: `false` where the word cannot be a time in any pattern: it is too long, or no UTF-8.
    mutating func keep(_ row: Int, word: [UInt8], file: Int32, line: Int, column: Int) -> Bool {
        guard word.count <= Self.longestWord, isUTF8(word.span) else { return false }
        rows.append(Row(row: row, word: words.number(of: word.span), file: file, line: line, column: column))
        return true
    }

    /// The word of a row.
    func word(of row: Row) -> String { words[row.word] }

    /// The times of the words by their numbers; `nil` where one is none.
    ///
    /// Where at least as many rows have been read, or any in a configured pattern, the column is written as they are,
    /// and what could not be read is no time. Else the unread words say how they are written; see `DateDecision`.
    /// - Parameters:
    ///   - read: How many rows have been read.
    ///   - place: Where the column's name stands.
    /// - Throws: `RecordsError` where the words are ambiguous, or lack the year.
    func times(
        beside read: Int,
        format: TextFormat,
        column: String,
        place: SourcePosition
    ) throws(RecordsError) -> [SpelledTime?] {
        let all = words.words
        if read >= rows.count || (format.dates != nil && read > 0) { return all.map { _ in nil } }
        var decision = DateDecision(format: format)
        decision.add(column, words: all)
        let dates = try decision.dates { _ in place }[0]
        return all.map { dates.time($0) }
    }
}
