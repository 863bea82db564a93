/// A table found in a paragraph: its header is the line before the delimiter row.
struct PipeTable {
    /// A cell and where it stands in the body.
    struct Cell {
        var text: [UInt8]
        /// The line of the body, from 0.
        var line: Int
        /// In bytes, from 1.
        var column: Int
    }

    var alignments: [PipeRow.Alignment?]
    /// The header first; each row has as many cells as the header, the missing ones being empty.
    var rows: [[Cell]]
    /// The paragraph's lines before the header.
    var before: TextLines
    /// The paragraph's lines that no longer belong to the table.
    var after: TextLines
    /// Whether a line of hyphens below it is a rule of its own.
    var endsInRule = false

    /// Lines without the marks of the containers around them.
    struct TextLines {
        var text: [UInt8] = []
        /// The first one's place in the body.
        var line = 0
    }
}
