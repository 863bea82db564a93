/// The first line of a delimited file that is not blank: the names of its columns.
struct CSVHeader {
    /// One for each cell, without the white space around it; `nil` where the cell is not UTF-8.
    var names: [String?]
    /// Where the header lies.
    var row: CSVRow
    /// Where its cells lie.
    var cells: [CSVCell]
    /// Stands behind the header.
    var scanner: CSVScanner

    /// The delimiters that are looked for where none is given, the likelier first.
    static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), ASCII.tab, UInt8(ascii: "|")]

    /// The header of `text`, which begins at `start`.
    /// - Returns: `nil` where there are only blank lines.
    init?(of text: Span<UInt8>, at start: Int, delimiter: UInt8) {
        scanner = CSVScanner(delimiter: delimiter, at: start)
        cells = []
        repeat {
            guard let next = scanner.nextRow(in: text, cells: &cells) else { return nil }
            row = next
        } while row.fault == nil && cells.isBlank(in: text)
        names = cells.map { cell in
            String(validating: cell.content(in: text), as: UTF8.self).map { trimmed($0) }
        }
    }

    /// The header of `text` under the delimiter that finds most of the `wanted` names, or else most cells; the earlier
    /// of `delimiters` where several do.
    static func found(in text: Span<UInt8>, at start: Int, wanted: [String]) -> CSVHeader? {
        var best: (header: CSVHeader, score: (Int, Int))?
        for delimiter in delimiters {
            guard let header = CSVHeader(of: text, at: start, delimiter: delimiter) else { continue }
            let score = (wanted.count { header.names.contains($0) }, header.cells.count)
            if score > best?.score ?? (-1, -1) { best = (header, score) }
        }
        return best?.header
    }

    /// What makes the header unreadable, and at which byte.
    func fault(in text: Span<UInt8>) -> (kind: RecordsError.Kind, offset: Int)? {
        for offset in row.start..<row.end where text[offset] == 0 { return (.foreignFile(.zeroBytes), offset) }
        if let fault = row.fault { return (.brokenHeaderQuotes, fault.offset) }
        if let cell = names.firstIndex(of: nil) { return (.headerNotUTF8, cells[cell].offset) }
        return nil
    }
}

extension [CSVCell] {
    /// Whether no cell holds anything but spaces and tabs.
    func isBlank(in text: Span<UInt8>) -> Bool {
        for cell in self where !cell.isBlank(in: text) { return false }
        return true
    }
}

/// `text` without the white space at its ends.
private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
}
