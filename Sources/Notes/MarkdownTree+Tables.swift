extension MarkdownTree {
    /// Parses Markdown with GitHub's tables, which CommonMark lacks.
    ///
    /// Tables are found in the paragraphs of the parsed document. Their cells are parsed together in a second document,
    /// before the body, so that links by reference work in them.
    /// - Returns: The tree, and the lines of the body at which a table is too large to be one.
    static func withTables(_ body: ArraySlice<UInt8>) -> (tree: MarkdownTree, tooLarge: [Int]) {
        let plain = MarkdownTree(parsing: body)
        let found = PipeTableFinder(plain, in: body)
        guard !found.tables.isEmpty else { return (plain, found.tooLarge) }
        var graft = TableGraft(plain, found.tables, body: body)
        return (graft.grafted(), found.tooLarge)
    }
}
