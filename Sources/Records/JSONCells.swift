/// The values of the wanted names in an object, in the place of the cells of a row.
struct JSONCells: JSONValueTaker, Sendable {
    /// The dotted paths, one a cell.
    let names: [[UInt8]]
    /// One a name; what is absent or null is an empty cell.
    var cells: [TextCell] = []
    /// Which names have come in any object.
    private(set) var isSeen: [Bool]

    init(names: [String]) {
        self.names = names.map { Array($0.utf8) }
        isSeen = names.map { _ in false }
    }

    /// Begins an object: all are absent.
    mutating func begin(at start: Int) {
        cells.removeAll(keepingCapacity: true)
        for _ in names { cells.append(TextCell(start: start, end: start)) }
    }

    mutating func begin(_ path: [UInt8], at offset: Int) {
        for (index, name) in names.enumerated() where name.begins(with: path) {
            cells[index] = TextCell(start: offset, end: offset)
        }
    }

    mutating func take(_ value: TextCell, at path: [UInt8], kind: JSONValueKind) {
        for (index, name) in names.enumerated() where name.count == path.count && name == path {
            cells[index] = kind == .null ? TextCell(start: value.start, end: value.start) : value
            isSeen[index] = true
        }
    }
}

/// The names of all values in some objects: those of the leaves, and of arrays.
struct JSONNames: JSONValueTaker {
    /// In the order of their first appearance.
    private(set) var names = WordTable()

    mutating func begin(at start: Int) {}

    mutating func begin(_ path: [UInt8], at offset: Int) {}

    mutating func take(_ value: TextCell, at path: [UInt8], kind: JSONValueKind) {
        if kind != .object { _ = names.number(of: path.span) }
    }
}

extension [UInt8] {
    /// Whether this is `path` itself, or a path below it.
    func begins(with path: [UInt8]) -> Bool {
        guard count >= path.count else { return false }
        for index in path.indices where self[index] != path[index] { return false }
        return count == path.count || self[path.count] == ASCII.point
    }
}
