internal import CCMark

extension MarkdownTree {
    /// Parses Markdown (CommonMark 0.30). Every text is Markdown, so that this cannot fail.
    ///
    /// All of libcmark is in this file: its tree is walked by its own iterator, converted, and freed.
    init(parsing body: ArraySlice<UInt8>) {
        body.withUnsafeBytes { bytes in
            let text = bytes.assumingMemoryBound(to: CChar.self)
            guard let start = text.baseAddress, let root = cmark_parse_document(start, text.count, CMARK_OPT_DEFAULT)
            else { return }
            defer { cmark_node_free(root) }
            convert(root)
        }
    }

    private mutating func convert(_ root: OpaquePointer) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        var open: [Int] = []
        var event = cmark_iter_next(iterator)
        while event != CMARK_EVENT_DONE {
            if let node = cmark_iter_get_node(iterator) {
                if event == CMARK_EVENT_EXIT, let index = open.popLast() {
                    close(index)
                } else if event == CMARK_EVENT_ENTER {
                    nodes.append(converted(node, inside: open))
                    if isLeaf(node) { close(nodes.count - 1) } else { open.append(nodes.count - 1) }
                }
            }
            event = cmark_iter_next(iterator)
        }
    }

    private mutating func close(_ index: Int) {
        nodes[index].end = nodes.count
    }

    /// The iterator announces no exit for these.
    private func isLeaf(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
            CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            true
        default: false
        }
    }

    private func converted(_ node: OpaquePointer, inside open: [Int]) -> MarkdownNode {
        let type = cmark_node_get_type(node)
        let isBlock = type.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue
        let parent = open.last.map { nodes[$0] }
        let first = max(0, Int(cmark_node_get_start_line(node)) - 1)
        let lines = isBlock ? first..<max(first + 1, Int(cmark_node_get_end_line(node))) : parent?.lines ?? 0..<1
        let column = isBlock ? max(1, Int(cmark_node_get_start_column(node))) : parent?.column ?? 1
        return MarkdownNode(
            kind: isBlock ? blockKind(node, type) : inlineKind(node, type),
            lines: lines,
            column: column,
            depth: open.count,
            end: nodes.count + 1
        )
    }

    private func blockKind(_ node: OpaquePointer, _ type: cmark_node_type) -> MarkdownNode.Kind {
        switch type {
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST:
            .list(
                start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil
            )
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK:
            .codeBlock(info: text(cmark_node_get_fence_info(node)), text: text(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_BLOCK: .rawBlock
        case CMARK_NODE_PARAGRAPH: .paragraph(isTight: isTight(node))
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: .rule
        default: .document
        }
    }

    private func inlineKind(_ node: OpaquePointer, _ type: cmark_node_type) -> MarkdownNode.Kind {
        switch type {
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .hardBreak
        case CMARK_NODE_CODE: .codeSpan(text(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_INLINE: .rawInline(text(cmark_node_get_literal(node)))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK:
            .link(destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            .image(destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
        default: .text(text(cmark_node_get_literal(node)))
        }
    }

    /// Whether the list around the paragraph's item has no blank lines between its items.
    private func isTight(_ paragraph: OpaquePointer) -> Bool {
        guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
    }

    private func text(_ characters: UnsafePointer<CChar>?) -> String {
        characters.map { String(cString: $0) } ?? ""
    }
}
