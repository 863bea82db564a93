public import Diagnostics

/// A fault of a file's structure: nothing can be read from it.
public struct RecordsError: Error, Hashable, Sendable {
    /// What is wrong, with the data that a remedy needs.
    public enum Kind: Hashable, Sendable {
        /// The file is no text.
        case foreignFile(ForeignFormat)
        /// The file is packed by gzip, and cannot be unpacked.
        case brokenGzip(GzipFault)
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
}

extension RecordsError {
    /// What to tell the person who can mend it: at least one, a missing column each.
    public var diagnostics: [Diagnostic] {
        switch kind {
        case .foreignFile(let format):
            told("this file \(format.explanation)", remedy: format.remedy)
        case .brokenGzip(let fault):
            told("this file is packed by gzip \(fault.explanation)", remedy: fault.remedy)
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
