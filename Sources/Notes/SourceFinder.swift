internal import Diagnostics

/// Finds where in the source the destinations and raw markup stand that the Markdown tree has no places for.
///
/// Asked in the order of the source, it goes on from its last find. Fruitless searches cost at most
/// `searchBudget` bytes a note; after that positions are those of the blocks.
struct SourceFinder {
    private let text: NoteText
    private var next = 0
    private var searchBudget = 4 << 20

    init(_ text: NoteText) {
        self.text = text
    }

    /// Where the node's block begins.
    func start(of node: MarkdownNode) -> SourcePosition {
        SourcePosition(file: text.file, line: text.bodyLine + node.lines.lowerBound + 1, column: node.column)
    }

    /// The place of a link's destination: in the link, or where a reference is defined.
    mutating func position(ofDestination destination: String, in node: MarkdownNode) -> SourcePosition {
        let word = Array(destination.utf8)
        guard !word.isEmpty else { return position(ofMarkup: "]()", in: node, skipping: 2) }
        let block = bytes(of: node)
        for opening in ["](", "](<", "<", ""] {
            guard let found = find(Array(opening.utf8) + word, in: block) else { continue }
            next = found + opening.utf8.count + word.count
            return text.position(ofByte: found + opening.utf8.count)
        }
        for opening in ["]: ", "]:", "]: <"] {
            let body = text.bytes.count - text.body.count..<text.bytes.count
            guard let found = find(Array(opening.utf8) + word, in: body) else { continue }
            return text.position(ofByte: found + opening.utf8.count)
        }
        return start(of: node)
    }

    /// The place of raw markup; only its first line is looked for.
    mutating func position(ofMarkup markup: String, in node: MarkdownNode, skipping count: Int = 0) -> SourcePosition {
        let line = Array(markup.utf8.prefix { $0 != UInt8(ascii: "\n") })
        guard let found = find(line, in: bytes(of: node)) else { return start(of: node) }
        next = found + line.count
        return text.position(ofByte: found + count)
    }

    /// What of the node's block has not been passed yet.
    private func bytes(of node: MarkdownNode) -> Range<Int> {
        let lines = text.lineStarts
        let first = min(text.bodyLine + node.lines.lowerBound, lines.count - 1)
        let end = text.bodyLine + node.lines.upperBound
        let upper = end < lines.count ? lines[end] : text.bytes.count
        let lower = max(next, lines[first])
        return lower..<max(lower, upper)
    }

    /// The first place of `word` where no address goes on behind it.
    private mutating func find(_ word: [UInt8], in range: Range<Int>) -> Int? {
        guard let first = word.first, range.count >= word.count, range.count <= searchBudget else { return nil }
        let bytes = text.bytes
        for start in range.lowerBound...(range.upperBound - word.count) where bytes[start] == first {
            let end = start + word.count
            if bytes[start..<end].elementsEqual(word), end == bytes.count || !goesOn(bytes[end], after: word) {
                return start
            }
        }
        searchBudget -= range.count
        return nil
    }

    private func goesOn(_ byte: UInt8, after word: [UInt8]) -> Bool {
        let isMarkup = word.last == UInt8(ascii: ">") || word.last == UInt8(ascii: ")")
        return !isMarkup && !" \t\n)>\"'".utf8.contains(byte)
    }
}
