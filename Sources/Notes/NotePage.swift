internal import Diagnostics

/// The body of a note made ready for a page.
struct NotePage {
    let title: String?
    let html: String
    let summary: String
    let headings: [Note.Heading]
    let problems: [Diagnostic]

    /// - Parameter title: That of the front matter; without it the first heading gives the title and leaves the page.
    init(_ text: NoteText, title: String?, options: NoteOptions, resolve: (LinkUse) -> LinkAnswer) {
        let tree = MarkdownTree(parsing: text.body)
        let titleHeading = title == nil ? Self.firstHeading(of: tree) : nil
        let outline = HeadingOutline(tree, without: titleHeading, options: options)
        var links = LinkCheck(tree, in: text, outline: outline)
        links.checkAll(resolve)
        var emitter = NoteEmitter(tree, outline: outline, addresses: links.addresses)
        html = emitter.emit(without: titleHeading)
        self.title = title ?? titleHeading.map(tree.plainText)
        summary = Self.summary(of: tree)
        headings = outline.headings
        problems = links.problems
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
