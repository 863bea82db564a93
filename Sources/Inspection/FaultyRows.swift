internal import Diagnostics
internal import Records

/// Rows of a table that cannot be read, in sentences.
struct FaultyRows {
    /// One for each kind of fault, at the first row that has it.
    let warnings: [Diagnostic]

    /// - Parameters:
    ///   - width: How many cells a row should have.
    ///   - line: The text of a line of the file.
    init(_ tally: RowTally, width: Int, delimiter: UInt8?, line: (Int) -> String?) {
        warnings = tally.groups.map { group in
            var warning = group.first.diagnostic
            let text = warning.position?.line.flatMap(line) ?? ""
            if group.reason == .tooFewCells, let remedy = Self.mixture(in: text, width: width, delimiter: delimiter) {
                warning.remedy = remedy
            }
            if group.count > 1 {
                warning.message = "\(counted(group.count, "row")) cannot be read; of the first, \(warning.message)"
            }
            return warning
        }
    }

    /// What to do where the line has as many cells as it should if another sign parted some of them.
    private static func mixture(in line: String, width: Int, delimiter: UInt8?) -> String? {
        guard let delimiter else { return nil }
        let others: [(sign: UInt8, name: String)] = [
            (UInt8(ascii: "\t"), "tabs"), (UInt8(ascii: ";"), "semicolons"), (UInt8(ascii: ","), "commas"),
            (UInt8(ascii: "|"), "vertical bars"),
        ]
        let usual = others.first { $0.sign == delimiter }?.name ?? "“\(String(Unicode.Scalar(delimiter)))”"
        let mixed = others.first { other in
            let signs = line.utf8.count { $0 == delimiter || $0 == other.sign }
            return other.sign != delimiter && line.utf8.contains(other.sign) && (signs + 1 == width || signs == width)
        }
        return mixed.map {
            "In these lines \($0.name) part some cells, and \(usual) the others: write \(usual) in their place."
        }
    }
}
