/// The row of a delimited file that names its columns.
struct CSVHeader {
    /// One for each cell, without the white space around it; `nil` where the cell is not UTF-8.
    var names: [String?]
    /// Where the header lies.
    var row: TextRow
    /// Where its cells lie.
    var cells: [TextCell]
    /// Stands behind the header.
    var scanner: CSVScanner

    /// The delimiters that are looked for where none is given, the likelier first.
    static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), ASCII.tab, UInt8(ascii: "|")]

    /// The header where it is the first row that is not blank.
    /// - Parameter start: Stands where it is looked for.
    /// - Returns: `nil` where there are only blank lines.
    init?(of text: Span<UInt8>, from start: CSVScanner) {
        scanner = start
        cells = []
        repeat {
            guard let next = scanner.nextRow(in: text, cells: &cells) else { return nil }
            row = next
        } while row.fault == nil && cells.isBlank(in: text)
        names = cells.map { cell in
            String(validating: cell.content(in: text), as: UTF8.self).map { trimmed($0) }
        }
    }

    /// The header of `text`: the first row that holds all `wanted` names, or else the first of those that hold most.
    ///
    /// The first row that is not blank is looked at before all others. It is the header, too, where no row holds any of
    /// the names; then under the delimiter that makes most cells of it, the earlier of `delimiters` where several do.
    static func found(
        in text: Span<UInt8>,
        at start: Int,
        line: Int = 1,
        delimiters: [UInt8] = delimiters,
        wanted: [String]
    ) -> CSVHeader? {
        var best: (header: CSVHeader, score: (Int, Int))?
        let starts = delimiters.map { CSVScanner(delimiter: $0, at: start, line: line) }
        for start in starts {
            guard let header = CSVHeader(of: text, from: start) else { continue }
            let score = (wanted.count { header.names.contains($0) }, header.cells.count)
            if score > best?.score ?? (-1, -1) { best = (header, score) }
        }
        guard var (header, (found, _)) = best else { return nil }
        for start in starts where found < wanted.count {
            let search = HeaderSearch(wanted: wanted.map { Array($0.utf8) })
            guard let (place, count) = search.firstRow(in: text, from: start, holdingMoreThan: found) else { continue }
            (header, found) = (CSVHeader(of: text, from: place) ?? header, count)
        }
        return header
    }

    /// What makes the header unreadable, and at which byte.
    func fault(in text: Span<UInt8>) -> (kind: RecordsError.Kind, offset: Int)? {
        for offset in row.start..<row.end where text[offset] == 0 { return (.foreignFile(.zeroBytes), offset) }
        if let fault = row.fault { return (.brokenHeaderQuotes, fault.offset) }
        if let cell = names.firstIndex(of: nil) { return (.headerNotUTF8, cells[cell].offset) }
        return nil
    }
}

/// Looks for the header behind the first row. Linear: a row is compared as bytes.
private struct HeaderSearch {
    let wanted: [[UInt8]]

    /// The first whole row that holds most of the names, if these are more than `least`: where it begins, and how many.
    func firstRow(
        in text: Span<UInt8>,
        from start: CSVScanner,
        holdingMoreThan least: Int
    ) -> (start: CSVScanner, count: Int)? {
        var best: (start: CSVScanner, count: Int)?
        var scanner = start
        var cells: [TextCell] = []
        while best?.count != wanted.count {
            let place = scanner
            guard let row = scanner.nextRow(in: text, cells: &cells) else { break }
            guard row.fault == nil, cells.count > best?.count ?? least else { continue }
            let count = wanted.count { name in cells.contains { $0.holds(name, in: text) } }
            if count > best?.count ?? least { best = (place, count) }
        }
        return best
    }
}

extension TextCell {
    /// Whether the content is `name`, blanks around it aside.
    fileprivate func holds(_ name: [UInt8], in text: Span<UInt8>) -> Bool {
        guard end - start >= name.count else { return false }
        return withContent(in: text) { content in
            var first = 0
            while first < content.count, ASCII.isBlank(content[first]) { first += 1 }
            guard content.count - first >= name.count else { return false }
            for offset in name.indices where content[first + offset] != name[offset] { return false }
            for offset in (first + name.count)..<content.count where !ASCII.isBlank(content[offset]) { return false }
            return true
        }
    }
}

/// `text` without the white space at its ends.
func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
}
