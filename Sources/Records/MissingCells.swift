/// Which cells count as missing: blank ones, and those that hold one of some words.
struct MissingCells: Sendable {
    private let words: [[UInt8]]

    init(_ words: Set<String>) {
        self.words = words.sorted().map { Array($0.utf8) }
    }

    func contains(_ cell: TextCell, in text: Span<UInt8>) -> Bool {
        if cell.isBlank(in: text) { return true }
        if words.isEmpty { return false }
        return cell.withContent(in: text) { content in
            words.contains { $0.count == content.count && content.starts(with: $0) }
        }
    }
}
