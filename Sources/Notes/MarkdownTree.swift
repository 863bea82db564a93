/// A Markdown document as Swift values, its nodes one after another in the order of the text.
///
/// Flat on purpose: neither walking nor releasing it recurses, however deeply the author nested.
struct MarkdownTree {
    var nodes: [MarkdownNode] = []

    /// Links, images and raw HTML in the order in which they end, which is that of their destinations in the source.
    var placed: [Int] {
        var placed: [Int] = []
        var open: [Int] = []
        for index in nodes.indices {
            while let last = open.last, nodes[last].end <= index { placed.append(open.removeLast()) }
            switch nodes[index].kind {
            case .link, .image, .rawInline, .rawBlock: open.append(index)
            default: break
            }
        }
        return placed + open.reversed()
    }

    /// The nodes inside the one at `index`, at any depth.
    func inside(_ index: Int) -> Range<Int> { index + 1..<nodes[index].end }

    /// What a reader of the node at `index` reads, without any markup.
    /// - Parameter hasNumbers: Whether inserted numbers are part of it.
    func plainText(_ index: Int, hasNumbers: Bool = true) -> String {
        var text = ""
        for node in nodes[index..<nodes[index].end] {
            switch node.kind {
            case .text(let words), .codeSpan(let words): text += words
            case .insertion(let words): if hasNumbers { text += words }
            case .softBreak, .hardBreak: text += " "
            default: break
            }
        }
        return text.trimmed
    }
}

/// A block or an inline of a `MarkdownTree`.
struct MarkdownNode {
    enum Kind {
        case document, quote, item, rule, emphasis, strong, softBreak, hardBreak, rawBlock
        case table, tableHead, tableBody, tableRow
        case tableCell(PipeRow.Alignment?, isHead: Bool)
        /// `start` is `nil` for bullets.
        case list(start: Int?)
        /// A tight paragraph is an item's of a list without blank lines, and has no element of its own.
        case paragraph(isTight: Bool)
        case heading(level: Int)
        case codeBlock(info: String, text: String)
        case text(String)
        case codeSpan(String)
        /// A number of the report: `{{ … }}` as written, then what stands for it.
        case insertion(String)
        case rawInline(String)
        case link(destination: String, title: String)
        case image(destination: String, title: String)
    }

    var kind: Kind
    /// The lines of the body on which its block stands, counted from 0.
    var lines: Range<Int>
    /// The column in which its block begins, counted from 1.
    var column: Int
    /// 0 for the document, 1 for its blocks.
    var depth: Int
    /// One past the last node inside it.
    var end: Int
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(scalars[...last])
    }
}
