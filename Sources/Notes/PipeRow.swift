/// A line cut at its pipes into cells, as GitHub's Markdown has rows of tables.
///
/// One pipe may stand before the first cell and one behind the last. `\|` is a pipe of the text, in spans of code too, and
/// even behind another backslash, as cmark-gfm has it.
struct PipeRow {
    /// What stands between two pipes.
    struct Cell: Equatable {
        /// Without white space around it, `\|` being written `|`.
        var text: [UInt8]
        /// Where it begins, in bytes from the beginning of the line's own text.
        var offset: Int
    }

    /// How the cells of a column are set.
    enum Alignment: Equatable {
        case left, center, right
    }

    private(set) var cells: [Cell] = []
    /// Whether any pipe cuts the line.
    private(set) var hasPipe = false

    /// - Parameter text: The line without the marks of quotes and lists before it.
    init(_ text: ArraySlice<UInt8>) {
        let line = Self.trimmed(text)
        var start = line.startIndex
        for index in line.indices where line[index] == UInt8(ascii: "|") {
            if index > line.startIndex, line[index - 1] == UInt8(ascii: "\\") { continue }
            hasPipe = true
            if index > line.startIndex { add(line[start..<index], from: text.startIndex) }
            start = index + 1
        }
        if start < line.endIndex { add(line[start...], from: text.startIndex) }
    }

    private mutating func add(_ slice: ArraySlice<UInt8>, from start: Int) {
        let content = Self.trimmed(slice)
        var text: [UInt8] = []
        for index in content.indices {
            let isEscape = content[index] == UInt8(ascii: "\\") && index + 1 < content.endIndex
            if !(isEscape && content[index + 1] == UInt8(ascii: "|")) { text.append(content[index]) }
        }
        cells.append(Cell(text: text, offset: content.startIndex - start))
    }

    /// The alignments that a delimiter row gives; `nil` for any other row. A column without colons has none.
    var alignments: [Alignment?]? {
        var alignments: [Alignment?] = []
        for cell in cells {
            let isLeft = cell.text.first == UInt8(ascii: ":")
            let isRight = cell.text.count > 1 && cell.text.last == UInt8(ascii: ":")
            let hyphens = cell.text.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : nil)
        }
        return alignments.isEmpty ? nil : alignments
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let content = bytes.drop(while: isSpace)
        return content.prefix((content.lastIndex { !isSpace($0) }.map { $0 + 1 - content.startIndex }) ?? 0)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
