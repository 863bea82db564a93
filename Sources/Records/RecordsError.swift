public import Diagnostics

/// A fault of a file's structure: nothing can be read from it.
public struct RecordsError: Error, Hashable, Sendable {
    /// What is wrong, with the data that a remedy needs.
    public enum Kind: Hashable, Sendable {
        /// The file is no text.
        case foreignFile(ForeignFormat)
        /// The file is packed by gzip, and cannot be unpacked.
        case brokenGzip(GzipFault)
        /// The file ends earlier than it did when reading began.
        case shortened
        /// The system refused to read on; in its words.
        case unreadable(String)
        /// Rows that did not fit in memory could not be put aside, or not be read again; in the system's words.
        case notPutAside(String)
        /// Columns that are asked for are not in the header.
        case missingColumns([WantedColumn], header: [String])
        /// A column that is asked for stands in the header twice.
        case duplicateColumn(WantedColumn)
        /// A name is asked for twice: for two roles, or twice as a property.
        case columnAskedForTwice(String)
        /// A name in the header is not UTF-8.
        case headerNotUTF8
        /// The quotes of the header are not whole.
        case brokenHeaderQuotes
        /// A column's dates are right in several patterns.
        case ambiguousDates(column: String, [DatePattern], example: String)
        /// A column's dates have no year, and none is given.
        case datesWithoutYear(column: String, pattern: String)
        /// A column names weeks of no year, and none is given.
        case weeksWithoutYear(column: String, example: String)
        /// A column's numbers are right in two styles.
        case ambiguousNumbers(column: String, examples: [String])
        /// There is neither a column of dates nor a date for all rows.
        case noDate
    }

    /// A column as the mapping names it.
    public struct WantedColumn: Hashable, Sendable {
        /// As it should stand in the header.
        public let name: String
        /// What it is wanted for.
        public let role: ColumnRole
    }

    /// What is wrong.
    public let kind: Kind
    /// Where.
    public let position: SourcePosition

    /// Says what is wrong.
    public init(kind: Kind, position: SourcePosition) {
        self.kind = kind
        self.position = position
    }
}

extension RecordsError {
    /// What to tell the person who can mend it: at least one, a missing column each.
    public var diagnostics: [Diagnostic] {
        switch kind {
        case .foreignFile(let format):
            told("this file \(format.explanation)", remedy: format.remedy)
        case .brokenGzip(let fault):
            told("this file is packed by gzip \(fault.explanation)", remedy: fault.remedy)
        case .shortened:
            told(
                "the file became shorter while it was read",
                remedy: "Wait until it is written, and count again; a copy of it stays as it is."
            )
        case .unreadable(let message):
            told("the file cannot be read to its end: \(message)", remedy: "Look at the disk, or copy the file again.")
        case .notPutAside(let message):
            told(
                "what does not fit in memory cannot be put aside: \(message)",
                remedy: "Name a folder with more room for temporary files (TMPDIR), or allow more memory (--memory)."
            )
        case .missingColumns(let columns, let header):
            columns.map { missing($0, from: header) }
        case .duplicateColumn(let column):
            told(
                "the \(column.role.rawValue) column “\(column.name)” stands in the header twice",
                remedy: "Rename one of the two, so that it is clear which is meant."
            )
        case .columnAskedForTwice(let name):
            told(
                "the column “\(name)” is asked for twice",
                remedy: "A column has one role; “event” is the name of the event column, whatever its header."
            )
        case .headerNotUTF8:
            told(
                "the header is not UTF-8",
                remedy: "Say how the file is written (read: { encoding: windows-1254 }), or save it as UTF-8."
            )
        case .brokenHeaderQuotes:
            told("the quotes of the header are not whole", remedy: "Close each quote; write one within quotes twice.")
        case .ambiguousDates(let column, let patterns, let example):
            told(
                "the dates of the column “\(column)” can be read in \(patterns.count) ways: “\(example)”",
                remedy:
                    "Say which: \(patterns.map { "read: { dates: \"\($0.pattern)\" }" }.joined(separator: ", or "))."
            )
        case .datesWithoutYear(let column, let pattern):
            told(
                "the dates of the column “\(column)” have no year (\(pattern))",
                remedy: "Add the year of all rows to the source, such as read: { year: 2014 }."
            )
        case .weeksWithoutYear(let column, let example):
            told(
                "the weeks of the column “\(column)” have no year: “\(example)”",
                remedy: "Add the year of all rows to the source, such as read: { year: 2014 }."
            )
        case .ambiguousNumbers(let column, let examples):
            told(
                "the numbers of the column “\(column)” can be read in two ways: "
                    + examples.map { "“\($0)”" }.joined(separator: ", "),
                remedy: "Say how they are written: read: { numbers: \"1.234,56\" }, or read: { numbers: \"1,234.56\" }."
            )
        case .noDate:
            told(
                "nothing says of which day the rows are",
                remedy: "Name the column of dates, or give a date for all rows: read: { date: 2026-11-09 }."
            )
        }
    }

    private func told(_ message: String, remedy: String) -> [Diagnostic] {
        [Diagnostic(at: position, message, remedy: remedy)]
    }

    private func missing(_ column: WantedColumn, from header: [String]) -> Diagnostic {
        let message = "no column “\(column.name)”, which is asked for as the \(column.role.rawValue)"
        return Diagnostic(at: position, message, remedy: remedy(for: column.name, header))
    }

    /// A file without a header shows its first row there, which nobody's name may be read from.
    private func remedy(for name: String, _ header: [String]) -> String {
        let named = header.filter { !$0.isEmpty }
        let nobody: [UInt8] = []
        let shown = named.compactMap { shownValue(Array($0.utf8).span, entity: nobody.span) }
        let hasTime = named.contains { SpelledTime(Array($0.utf8).span) != nil }
        if hasTime || shown.count < named.count {
            return "The first line seems to hold data: give the file a header with the names of its columns."
        }
        if let near = nearestWord(to: name, in: shown) { return "Did you mean “\(near)”?" }
        return "The header has: \(shown.map { "“\($0)”" }.joined(separator: ", "))."
    }
}
