/// Finds the tables of a document. Every paragraph may hold one, and so may a heading that is underlined: hyphens below
/// a table are a rule.
struct PipeTableFinder {
    /// By the node that is replaced.
    private(set) var tables: [Int: PipeTable] = [:]
    /// Lines at which a table has more cells than are shown.
    private(set) var tooLarge: [Int] = []
    private let lines: [ArraySlice<UInt8>]

    /// Rows that are short are filled up, so that a small note could ask for any number of cells.
    static let mostCells = 20_000

    init(_ tree: MarkdownTree, in body: ArraySlice<UInt8>) {
        lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var open: [(end: Int, container: BlockContainers.Container)] = []
        for (index, node) in tree.nodes.enumerated() {
            while let last = open.last, last.end <= index { open.removeLast() }
            switch node.kind {
            case .quote: open.append((node.end, .quote))
            case .item:
                let child = index + 1 < node.end ? tree.nodes[index + 1] : nil
                open.append((node.end, BlockContainers.item(node, child: child, in: lines[node.lines.lowerBound])))
            case .paragraph, .heading:
                tables[index] = table(in: node, BlockContainers(containers: open.map(\.container)))
            default: break
            }
        }
    }

    private mutating func table(in node: MarkdownNode, _ containers: BlockContainers) -> PipeTable? {
        let texts = texts(of: node, containers)
        let rows = texts.map { $0.map(PipeRow.init) }
        for index in rows.indices.dropFirst() {
            guard let delimiter = rows[index], let alignments = delimiter.alignments, let header = rows[index - 1],
                header.cells.count == alignments.count, header.hasPipe || delimiter.hasPipe
            else { continue }
            return table(in: node, texts: texts, rows: rows, delimiter: index, alignments)
        }
        return nil
    }

    /// The node's own text on each line, `nil` from the line on that is lazy; of headings only those that are underlined.
    private func texts(of node: MarkdownNode, _ containers: BlockContainers) -> [ArraySlice<UInt8>?] {
        let first = node.lines.lowerBound
        guard first < lines.count else { return [] }
        let start = lines[first].index(
            lines[first].startIndex,
            offsetBy: node.column - 1,
            limitedBy: lines[first].endIndex
        )
        var texts: [ArraySlice<UInt8>?] = [lines[first][(start ?? lines[first].endIndex)...]]
        if case .heading = node.kind {
            guard texts[0].map(Self.isNumberSign) == false else { return [] }
            for line in lines.indices.dropFirst(first + 1) {
                guard let start = containers.start(in: lines[line]) else { break }
                let text = lines[line][start...]
                texts.append(text)
                if Self.isUnderline(text) { break }
            }
            return texts
        }
        for line in lines.indices.dropFirst(first + 1).prefix(node.lines.count - 1) {
            texts.append(containers.start(in: lines[line]).map { lines[line][$0...] })
        }
        return texts
    }

    /// Whether a heading's line begins with `#`.
    private static func isNumberSign(_ text: ArraySlice<UInt8>) -> Bool {
        let rest = text.drop { $0 == UInt8(ascii: "#") }
        return rest.count < text.count && (rest.isEmpty || rest.first == 0x20 || rest.first == 0x09)
    }

    private static func isUnderline(_ text: ArraySlice<UInt8>) -> Bool {
        let marks = text.filter { $0 != 0x20 && $0 != 0x09 }
        return !marks.isEmpty && (marks.allSatisfy { $0 == UInt8(ascii: "=") } || isRule(marks[...]))
    }

    private static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty && text.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    private mutating func table(
        in node: MarkdownNode,
        texts: [ArraySlice<UInt8>?],
        rows: [PipeRow?],
        delimiter: Int,
        _ alignments: [PipeRow.Alignment?]
    ) -> PipeTable? {
        let first = node.lines.lowerBound
        var end = rows[(delimiter + 1)...].firstIndex { $0 == nil } ?? rows.endIndex
        var endsInRule = false
        if case .heading = node.kind, let last = texts.last ?? nil, end - 1 > delimiter,
            last.count(where: { $0 == UInt8(ascii: "-") }) > 2
        {
            endsInRule = true
            end -= 1
        }
        let shown = [delimiter - 1] + Array(delimiter + 1..<max(delimiter + 1, end))
        guard shown.count * alignments.count <= Self.mostCells else {
            tooLarge.append(first + delimiter - 1)
            return nil
        }
        return PipeTable(
            alignments: alignments,
            rows: shown.map { cells(rows[$0], texts[$0], line: first + $0, count: alignments.count) },
            before: joined(texts[..<(delimiter - 1)], from: first),
            after: joined(texts[end...].dropLast(endsInRule ? 1 : 0), from: first + end),
            endsInRule: endsInRule
        )
    }

    private func cells(_ row: PipeRow?, _ text: ArraySlice<UInt8>?, line: Int, count: Int) -> [PipeTable.Cell] {
        let own = (row?.cells ?? []).prefix(count)
        let start = (text?.startIndex ?? 0) - lines[line].startIndex
        let cells = own.map { PipeTable.Cell(text: $0.text, line: line, column: start + $0.offset + 1) }
        return cells + Array(repeating: PipeTable.Cell(text: [], line: line, column: 1), count: count - cells.count)
    }

    private func joined(_ texts: ArraySlice<ArraySlice<UInt8>?>, from first: Int) -> PipeTable.TextLines {
        let whole = texts.enumerated().map { offset, text in text ?? lines[first + offset] }
        return PipeTable.TextLines(text: Array(whole.joined(separator: [UInt8(ascii: "\n")])), line: first)
    }
}
