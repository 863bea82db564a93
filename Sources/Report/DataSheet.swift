internal import JSONText

/// A table for other programs: plain names and numbers, the same in every language.
public struct DataSheet: Sendable {
    /// What a cell holds.
    public enum Cell: Sendable, Hashable {
        /// Nothing, or undefined.
        case empty
        /// A text.
        case text(String)
        /// A whole number.
        case integer(Int)
        /// A fraction or an amount, written with at most 12 significant digits.
        case number(Double)
        /// True or false.
        case truth(Bool)

        /// Empty where there is no value.
        public static func optional(_ value: Int?) -> Cell { value.map(Cell.integer) ?? .empty }
        /// Empty where there is no value.
        public static func optional(_ value: Double?) -> Cell { value.map(Cell.number) ?? .empty }
        /// Empty where there is no value.
        public static func optional(_ value: String?) -> Cell { value.map(Cell.text) ?? .empty }
    }

    /// Its place below `data/`, without ending.
    public var name: String
    /// The names of the columns.
    public var columns: [String]
    /// The rows, each as long as ``columns``.
    public var rows: [[Cell]]

    /// A table of `rows`.
    /// - Precondition: Each row has a cell a column.
    public init(_ name: String, columns: [String], rows: [[Cell]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row has one cell a column")
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// The table as CSV by RFC 4180, with lines that end in LF.
    ///
    /// A text that a spreadsheet could take for a formula (one that begins with `=`, `+`, `-`, `@`, tab or carriage
    /// return) gets an apostrophe in front; numbers never do.
    public var csv: String {
        ([columns.map(Cell.text)] + rows).map { $0.map(\.csv).joined(separator: ",") + "\n" }.joined()
    }

    /// The table as a JSON array of an object a row; a cell that is empty is left out.
    public var jsonText: String { json.text() + "\n" }

    var json: JSON {
        .array(rows.map { row in .object(zip(columns, row).filter { $1 != .empty }.map { ($0, $1.json) }) })
    }
}

extension DataSheet.Cell {
    fileprivate var csv: String {
        switch self {
        case .empty: ""
        case .text(let text): Self.quoted(text)
        case .integer(let value): String(value)
        case .number(let value): JSON.number(value).text() == "null" ? "" : JSON.number(value).text()
        case .truth(let value): value ? "true" : "false"
        }
    }

    private static func quoted(_ text: String) -> String {
        let opens: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r"]
        let safe = text.unicodeScalars.first.map { opens.contains($0) } == true ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ["\"", ",", "\n", "\r"].contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    fileprivate var json: JSON {
        switch self {
        case .empty: .null
        case .text(let text): .string(text)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .truth(let value): .bool(value)
        }
    }
}
