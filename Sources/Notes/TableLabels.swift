/// Names the regions of a note's tables by their heads, no two alike.
struct TableLabels {
    private var counts: [String: Int] = [:]

    /// The attributes of the region around the table at `index`; none for a table whose head is empty.
    mutating func attributes(of index: Int, in tree: MarkdownTree) -> String {
        let cells = tree.inside(index).filter { cell in
            if case .tableCell(_, isHead: true) = tree.nodes[cell].kind { true } else { false }
        }
        let names = cells.map { tree.plainText($0) }.filter { !$0.isEmpty }
        guard !names.isEmpty else { return "" }
        let label = names.joined(separator: ", ")
        let count = counts[label, default: 0] + 1
        counts[label] = count
        return " role=\"region\" aria-label=\"\(escaped(label))\(count > 1 ? " (\(count))" : "")\""
    }
}
