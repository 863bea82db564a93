/// Rows of cells, aligned for a terminal: numbers to the right, everything else to the left.
struct TextColumns {
    /// How a column is aligned.
    enum Side { case left, right }

    /// The header first.
    let rows: [[String]]
    /// One a column.
    let sides: [Side]

    /// One line a row, two blanks between columns, none at the end.
    var lines: [String] {
        let widths = sides.indices.map { column in rows.map { Self.width($0[column]) }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                let blanks = String(repeating: " ", count: widths[column] - Self.width(row[column]))
                return sides[column] == .left ? row[column] + blanks : blanks + row[column]
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func width(_ text: String) -> Int { text.count }
}

/// `text` on lines of up to 100 characters, broken at blanks, each line after the first with `indent` in front.
func wrapped(_ text: String, indent: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
        let last = lines[lines.count - 1]
        let length = (lines.count == 1 ? indent.count : 0) + last.count + 1 + word.count
        if !last.isEmpty, length > 100 {
            lines.append(indent + word)
        } else {
            lines[lines.count - 1] += (last.isEmpty || last == indent ? "" : " ") + word
        }
    }
    return lines.joined(separator: "\n")
}
