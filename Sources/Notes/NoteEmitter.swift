/// Writes a Markdown tree as HTML, one block element a line.
struct NoteEmitter {
    private let tree: MarkdownTree
    private let outline: HeadingOutline
    private let addresses: [Int: String]
    private let figures: [Int: String]
    private var tableLabels = TableLabels()
    private var html = ""
    /// Closing tags still to be written, and before which node.
    private var open: [(end: Int, tag: String, isBlock: Bool)] = []

    init(_ tree: MarkdownTree, outline: HeadingOutline, links: LinkCheck) {
        self.tree = tree
        self.outline = outline
        addresses = links.addresses
        figures = links.figures
    }

    /// The whole body; the node `skipped` and all inside it are left out.
    mutating func emit(without skipped: Int?) -> String {
        var index = 0
        while index < tree.nodes.count {
            closeAll(before: index)
            let node = tree.nodes[index]
            if index == skipped {
                index = node.end
            } else if let figure = figures[index + 1], case .paragraph = node.kind {
                breakLine()
                html += figure
                breakLine()
                index = node.end
            } else if case .image(_, let title) = node.kind {
                writeImage(index, title: title)
                index = node.end
            } else {
                write(node, at: index)
                index += 1
            }
        }
        closeAll(before: index)
        return html
    }

    private mutating func closeAll(before index: Int) {
        while let last = open.last, last.end <= index {
            open.removeLast()
            html += last.tag
            if last.isBlock { breakLine() }
        }
    }

    private mutating func write(_ node: MarkdownNode, at index: Int) {
        switch node.kind {
        case .document, .rawBlock, .rawInline, .image: break
        case .text(let text), .insertion(let text): html += escaped(text)
        case .codeSpan(let text): html += "<code>\(escaped(text))</code>"
        case .softBreak: html += "\n"
        case .hardBreak: html += "<br>\n"
        case .emphasis: openInline("em", until: node.end)
        case .strong: openInline("strong", until: node.end)
        case .link(_, let title): openLink(index, title: title)
        default: writeBlock(node, at: index)
        }
    }

    private mutating func writeBlock(_ node: MarkdownNode, at index: Int) {
        switch node.kind {
        case .quote: openContainer("blockquote", until: node.end)
        case .list(nil): openContainer("ul", until: node.end)
        case .list(let start?):
            openContainer("ol", start == 1 ? "" : " start=\"\(start)\"", until: node.end)
        case .item: openBlock("li", until: node.end)
        case .paragraph(isTight: false): openBlock("p", until: node.end)
        case .paragraph(isTight: true): break
        case .heading: openHeading(index)
        case .rule: writeLine("<hr>")
        case .codeBlock(let info, let text): writeCode(info: info, text: text)
        default: writeTable(node, at: index)
        }
    }

    /// A table scrolls by itself where the page is narrower; its region is named by its head.
    private mutating func writeTable(_ node: MarkdownNode, at index: Int) {
        switch node.kind {
        case .table:
            openContainer(
                "div",
                " class=\"scroll\" tabindex=\"0\"\(tableLabels.attributes(of: index, in: tree))",
                until: node.end
            )
            openContainer("table", " class=\"tbl\"", until: node.end)
        case .tableHead: openContainer("thead", until: node.end)
        case .tableBody: openContainer("tbody", until: node.end)
        case .tableRow: openContainer("tr", until: node.end)
        case .tableCell(let alignment, let isHead):
            let isNamed = isHead && !tree.plainText(index).isEmpty
            let className = alignment.map { $0 == .left ? "" : "\($0)" } ?? ""
            openBlock(
                isNamed ? "th" : "td",
                (isNamed ? " scope=\"col\"" : "") + attribute("class", className),
                until: node.end
            )
        default: break
        }
    }

    private mutating func openInline(_ name: String, _ attributes: String = "", until end: Int) {
        html += "<\(name)\(attributes)>"
        open.append((end, "</\(name)>", false))
    }

    private mutating func openBlock(_ name: String, _ attributes: String = "", until end: Int) {
        breakLine()
        html += "<\(name)\(attributes)>"
        open.append((end, "</\(name)>", true))
    }

    /// A block whose content stands on lines of its own.
    private mutating func openContainer(_ name: String, _ attributes: String = "", until end: Int) {
        openBlock(name, attributes, until: end)
        html += "\n"
    }

    private mutating func openHeading(_ index: Int) {
        guard let heading = outline.heading(index) else { return }
        openBlock("h\(heading.level)", " id=\"\(escaped(heading.id))\"", until: tree.nodes[index].end)
    }

    private mutating func openLink(_ index: Int, title: String) {
        guard let address = addresses[index] else { return }
        openInline(
            "a",
            " href=\"\(escapedAddress(address))\"\(attribute("title", title))",
            until: tree.nodes[index].end
        )
    }

    private mutating func writeImage(_ index: Int, title: String) {
        let words = escaped(tree.plainText(index))
        guard let address = addresses[index] else {
            html += words
            return
        }
        html += "<img src=\"\(escapedAddress(address))\" alt=\"\(words)\"\(attribute("title", title))>"
    }

    private mutating func writeCode(info: String, text: String) {
        let language = info.split { $0.isWhitespace }.first.map { "language-\($0)" } ?? ""
        writeLine("<pre><code\(attribute("class", language))>\(escaped(text))</code></pre>")
    }

    private mutating func writeLine(_ line: String) {
        breakLine()
        html += line + "\n"
    }

    private mutating func breakLine() {
        if !html.isEmpty, html.utf8.last != UInt8(ascii: "\n") { html += "\n" }
    }

    private func attribute(_ name: String, _ value: String) -> String {
        value.isEmpty ? "" : " \(name)=\"\(escaped(value))\""
    }
}
