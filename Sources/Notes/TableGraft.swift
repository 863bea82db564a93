/// Puts tables in the places of the paragraphs in which they were found.
struct TableGraft {
    /// A text that is parsed apart, and where it stands in the body.
    private struct Fragment {
        var line: Int
        var column: Int
        /// The nodes of the second document that it became.
        var nodes: [Int] = []
    }

    private let plain: MarkdownTree
    private let tables: [Int: PipeTable]
    private var parsed = MarkdownTree()
    /// In the order of the body: of each table what is before it, its cells, what is after it.
    private var fragments: [Fragment] = []
    private var firstLines: [Int] = []
    private var next = 0
    private var result = MarkdownTree()

    init(_ plain: MarkdownTree, _ tables: [Int: PipeTable], body: ArraySlice<UInt8>) {
        self.plain = plain
        self.tables = tables
        var text: [UInt8] = []
        var line = 0
        func add(_ bytes: [UInt8], at place: Fragment) {
            fragments.append(place)
            firstLines.append(line)
            text += bytes + Array("\n\n".utf8)
            line += bytes.count { $0 == UInt8(ascii: "\n") } + 2
        }
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
            add(table.before.text, at: Fragment(line: table.before.line, column: 1))
            for cell in table.rows.joined() {
                add(Self.guardMark + cell.text, at: Fragment(line: cell.line, column: cell.column))
            }
            add(table.after.text, at: Fragment(line: table.after.line, column: 1))
        }
        parsed = MarkdownTree(parsing: (text + body)[...])
        assign(linesOfFragments: line)
    }

    /// A no-break space before a cell: whatever the cell begins with, it becomes no block, and no definition of a link.
    private static let guardMark: [UInt8] = [0xC2, 0xA0]

    private mutating func assign(linesOfFragments lines: Int) {
        var fragment = 0
        var index = 1
        while index < parsed.nodes.count, parsed.nodes[index].lines.lowerBound < lines {
            let line = parsed.nodes[index].lines.lowerBound
            while fragment + 1 < firstLines.count, firstLines[fragment + 1] <= line { fragment += 1 }
            fragments[fragment].nodes.append(index)
            index = parsed.nodes[index].end
        }
    }

    mutating func grafted() -> MarkdownTree {
        var open: [(end: Int, index: Int)] = []
        var index = 0
        while index < plain.nodes.count {
            while let last = open.last, last.end <= index {
                result.nodes[open.removeLast().index].end = result.nodes.count
            }
            if let table = tables[index] {
                write(table, in: plain.nodes[index])
                index = plain.nodes[index].end
            } else {
                open.append((plain.nodes[index].end, result.nodes.count))
                result.nodes.append(plain.nodes[index])
                index += 1
            }
        }
        for last in open.reversed() { result.nodes[last.index].end = result.nodes.count }
        return result
    }

    private mutating func write(_ table: PipeTable, in place: MarkdownNode) {
        copyBlocks(place)
        enclose(.table, place) { graft in
            graft.enclose(.tableHead, place) { $0.write(table.rows[0], of: table, place, isHead: true) }
            guard table.rows.count > 1 else { return }
            graft.enclose(.tableBody, place) { graft in
                for row in table.rows.dropFirst() { graft.write(row, of: table, place, isHead: false) }
            }
        }
        if table.endsInRule { enclose(.rule, place) { _ in } }
        copyBlocks(place)
    }

    private mutating func write(
        _ row: [PipeTable.Cell],
        of table: PipeTable,
        _ place: MarkdownNode,
        isHead: Bool
    ) {
        enclose(.tableRow, place) { graft in
            for alignment in table.alignments {
                graft.enclose(.tableCell(alignment, isHead: isHead), place) { $0.copyInlines() }
            }
        }
    }

    private var depth = 0

    private mutating func enclose(
        _ kind: MarkdownNode.Kind,
        _ place: MarkdownNode,
        _ content: (inout Self) -> Void
    ) {
        let index = result.nodes.count
        result.nodes.append(
            MarkdownNode(
                kind: kind,
                lines: place.lines,
                column: place.column,
                depth: place.depth + depth,
                end: index + 1
            )
        )
        depth += 1
        content(&self)
        depth -= 1
        result.nodes[index].end = result.nodes.count
    }

    /// The next fragment's blocks as siblings of `place`.
    private mutating func copyBlocks(_ place: MarkdownNode) {
        let fragment = fragments[next]
        for block in fragment.nodes {
            let first = firstLines[next]
            copy(block..<parsed.nodes[block].end, by: place.depth - 1) { node in
                let lines = node.lines
                node.lines = lines.lowerBound - first + fragment.line..<lines.upperBound - first + fragment.line
                node.column = place.column
                if case .paragraph = node.kind, case .paragraph(let isTight) = place.kind {
                    node.kind = .paragraph(isTight: isTight)
                }
            }
        }
        next += 1
    }

    /// The inlines of the next fragment, which is one paragraph, without the mark that guards it.
    private mutating func copyInlines() {
        let fragment = fragments[next]
        next += 1
        guard let paragraph = fragment.nodes.first else { return }
        let inlines = paragraph + 1..<parsed.nodes[paragraph].end
        let shift = (result.nodes.last?.depth ?? 0) + 1 - 2
        let first = result.nodes.count
        copy(inlines, by: shift) { node in
            node.lines = fragment.line..<fragment.line + 1
            node.column = fragment.column
        }
        guard first < result.nodes.count, case .text(let text) = result.nodes[first].kind else { return }
        result.nodes[first].kind = .text(String(text.unicodeScalars.dropFirst()))
    }

    private mutating func copy(_ range: Range<Int>, by depth: Int, _ change: (inout MarkdownNode) -> Void) {
        let shift = result.nodes.count - range.lowerBound
        for index in range {
            var node = parsed.nodes[index]
            node.depth += depth
            node.end += shift
            change(&node)
            result.nodes.append(node)
        }
    }
}
