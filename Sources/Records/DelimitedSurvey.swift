/// The tables that a text holds if its cells are parted by one byte.
///
/// Blank lines part the text into blocks. A block is a table if most of its rows, and two at least, have as many cells,
/// and these are two at least; the first of these rows that is filled by half is its header, and what stands above is
/// not of the table. A block of as many cells as the table above goes on with it. Where no block is a table, the first
/// row of the text is the header of one.
struct DelimitedSurvey {
    /// From the top to the end.
    private(set) var tables: [FileSurvey.Table] = []
    /// How many rows are as wide as their table, and how wide the widest is: the more, the likelier the delimiter.
    private(set) var score = Score()
    /// The lines before the first table that hold anything.
    private(set) var preamble: [Int] = []

    struct Score: Hashable, Comparable {
        var rows = 0
        var width = 0

        static func < (lhs: Score, rhs: Score) -> Bool { (lhs.rows, lhs.width) < (rhs.rows, rhs.width) }
    }

    /// Rows with no blank line between.
    private struct Block {
        var rowCount = 0
        var rowsByWidth: [Int: Int] = [:]
        /// Its first rows, one of which may be the header.
        var first: [(row: TextRow, names: [String], filled: Int)] = []

        /// How many cells most rows have; the more cells of several.
        var width: Int { rowsByWidth.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0 }
    }

    /// How many rows of a block are looked at for its header.
    private static let headerRows = 100

    private var width = 0

    init(of text: Span<UInt8>, from start: CSVScanner) {
        var scanner = start
        var cells: [TextCell] = []
        var block = Block()
        while let row = scanner.nextRow(in: text, cells: &cells) {
            if row.isBlankLine(cells, in: text) {
                add(block)
                block = Block()
                continue
            }
            block.rowCount += 1
            block.rowsByWidth[cells.count, default: 0] += 1
            guard block.first.count < Self.headerRows else { continue }
            let names = cells.map { trimmed(String(decoding: $0.content(in: text), as: UTF8.self)) }
            block.first.append((row, names, names.count { !$0.isEmpty }))
        }
        add(block)
        if tables.isEmpty { addAllRows(of: text, from: start) }
    }

    private mutating func add(_ block: Block) {
        let width = block.width
        if width > 1, width == self.width, let last = tables.popLast() {
            let rowCount = last.rowCount + block.rowCount
            tables.append(FileSurvey.Table(line: last.line, names: last.names, rowCount: rowCount))
            score.rows += block.rowsByWidth[width] ?? 0
            return
        }
        let header = block.first.firstIndex { $0.names.count == width && $0.filled * 2 >= width }
        guard width > 1, block.rowsByWidth[width] ?? 0 > 1, let header else {
            if tables.isEmpty { preamble += block.first.map(\.row.line) }
            return
        }
        if tables.isEmpty { preamble += block.first[..<header].map(\.row.line) }
        self.width = width
        let (row, names, _) = block.first[header]
        tables.append(FileSurvey.Table(line: row.line, names: names, rowCount: block.rowCount - header - 1))
        score.rows += block.rowsByWidth[width] ?? 0
        score.width = max(score.width, width)
    }

    private mutating func addAllRows(of text: Span<UInt8>, from start: CSVScanner) {
        guard let header = CSVHeader(of: text, from: start) else { return }
        preamble = []
        score = Score(rows: 0, width: header.cells.count)
        let rows = text.countLines(in: header.row.end..<text.count)
        tables = [FileSurvey.Table(line: header.row.line, names: header.names.map { $0 ?? "" }, rowCount: rows)]
    }
}
