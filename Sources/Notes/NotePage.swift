internal import Diagnostics

/// The body of a note made ready for a page.
struct NotePage {
    let title: String?
    let html: String
    let summary: String
    let headings: [Note.Heading]
    let problems: [Diagnostic]
    /// Whether the report's numbers or figures stand in it.
    let showsReport: Bool

    /// - Parameter title: That of the front matter; without it the first heading gives the title and leaves the page.
    init(
        _ text: NoteText,
        title: String?,
        options: NoteOptions,
        insert: (Insertion) -> InsertionAnswer,
        resolve: (LinkUse) -> LinkAnswer
    ) {
        var (tree, tooLarge) = MarkdownTree.withTables(text.body)
        let insertions = tree.insertNumbers(in: text, insert)
        let titleHeading = title == nil ? Self.firstHeading(of: tree) : nil
        let outline = HeadingOutline(tree, without: titleHeading, options: options)
        var links = LinkCheck(tree, in: text, outline: outline)
        links.checkAll(resolve)
        var emitter = NoteEmitter(tree, outline: outline, links: links)
        html = emitter.emit(without: titleHeading)
        self.title = title ?? titleHeading.map { tree.plainText($0) }
        summary = Self.summary(of: tree)
        headings = outline.headings
        problems = insertions.problems + links.problems + tooLarge.map { Self.tooLarge(text, line: $0) }
        showsReport = insertions.hasAny || links.asksForFigures
    }

    private static func tooLarge(_ text: NoteText, line: Int) -> Diagnostic {
        Diagnostic(
            at: SourcePosition(file: text.file, line: text.bodyLine + line + 1, column: 1),
            "the table has more than \(PipeTableFinder.mostCells) cells, empty ones counted",
            remedy: "Split it into several."
        )
    }

    /// The first heading with words in it that stands in no quote and no list.
    private static func firstHeading(of tree: MarkdownTree) -> Int? {
        tree.nodes.indices.first { index in
            guard tree.nodes[index].depth == 1, case .heading = tree.nodes[index].kind else { return false }
            return !tree.plainText(index).isEmpty
        }
    }

    /// The first paragraph with words in it that stands in no quote and no list.
    private static func summary(of tree: MarkdownTree) -> String {
        for index in tree.nodes.indices where tree.nodes[index].depth == 1 {
            guard case .paragraph = tree.nodes[index].kind else { continue }
            let text = tree.plainText(index)
            if !text.isEmpty { return text }
        }
        return ""
    }
}
