public import Diagnostics

/// A text with the places of its bytes, for faults found in it later.
public struct PlacedText: Hashable, Sendable {
    /// Bytes from one on that stand beside one another in the file.
    private struct Stretch: Hashable {
        var offset: Int
        var position: SourcePosition
    }

    /// The text without YAML's quotes.
    public var text: String
    /// Where its first character stands.
    public var position: SourcePosition
    private var stretches: [Stretch] = []

    /// A text that begins at `position` and stands in the file as it is.
    public init(text: String, position: SourcePosition) {
        self.text = text
        self.position = position
    }

    /// The place of the byte that lies `offset` bytes behind the first.
    public func position(at offset: Int) -> SourcePosition {
        let stretch = stretches.last { $0.offset <= offset } ?? Stretch(offset: 0, position: position)
        var place = stretch.position
        place.column = place.column.map { $0 + offset - stretch.offset }
        return place
    }
}

extension PlacedText {
    /// Finds where the bytes of `text` stand in `lines`: YAML folds lines into one, and escapes characters.
    ///
    /// Behind an escape that stands for another character places are those of the bytes as if there were none.
    /// - Parameters:
    ///   - position: Where the first byte stands.
    ///   - lines: The lines of the front matter.
    ///   - firstLine: The number of the first of them, counted from 1.
    init(text: String, position: SourcePosition, in lines: [String], firstLine: Int) {
        self.init(text: text, position: position)
        var cursor = RawCursor(
            lines: lines.map { Array($0.utf8) },
            line: (position.line ?? 1) - firstLine,
            column: (position.column ?? 1) - 1
        )
        for (offset, byte) in text.utf8.enumerated() {
            guard cursor.find(byte) else { return }
            let place = SourcePosition(file: position.file, line: cursor.line + firstLine, column: cursor.column + 1)
            if self.position(at: offset) != place { stretches.append(Stretch(offset: offset, position: place)) }
            cursor.column += 1
        }
    }
}

/// A place in the lines of a YAML text, led along by the text that they stand for.
private struct RawCursor {
    let lines: [[UInt8]]
    var line: Int
    var column: Int

    private var byte: UInt8? {
        lines.indices.contains(line) && lines[line].indices.contains(column) ? lines[line][column] : nil
    }

    /// Moves to where `wanted` is written; `false` where that cannot be told.
    mutating func find(_ wanted: UInt8) -> Bool {
        if wanted == UInt8(ascii: " ") || wanted == UInt8(ascii: "\n") {
            return skipFold() || byte == wanted || byte == UInt8(ascii: "\\")
        }
        if byte == nil || isBlank(byte) { _ = skipFold() }
        if byte == wanted, !isEscape(before: wanted) { return true }
        guard byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "'") else { return false }
        column += 1
        return byte == wanted
    }

    /// `''` and `\\`, of which the second byte is the one meant.
    private func isEscape(before wanted: UInt8) -> Bool {
        guard wanted == UInt8(ascii: "\\") || wanted == UInt8(ascii: "'"), lines.indices.contains(line),
            lines[line].indices.contains(column + 1)
        else { return false }
        return lines[line][column + 1] == wanted
    }

    /// Where the rest of the line is blank, stays before the first character of the next one that is not.
    private mutating func skipFold() -> Bool {
        guard lines.indices.contains(line), lines[line].dropFirst(column).allSatisfy({ isBlank($0) }),
            let next = lines.indices.dropFirst(line + 1).first(where: { !lines[$0].allSatisfy { isBlank($0) } }),
            let first = lines[next].firstIndex(where: { !isBlank($0) })
        else { return false }
        (line, column) = (next, first - 1)
        return true
    }

    private func isBlank(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
