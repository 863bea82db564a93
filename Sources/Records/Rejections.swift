internal import Diagnostics

/// All rejected rows in the order of the input, kept small: files and values once, and a few numbers a row.
public struct Rejections: RandomAccessCollection, Sendable {
    private struct Entry {
        var line: Int
        /// 0 where the whole line is meant.
        var column: Int
        /// Of the file in `files`.
        var file: Int32
        /// The number of a value, or of the cells found; -1 where there is nothing to say.
        var detail: Int32
        /// The number of the value that was most likely meant; -1 where there is none.
        var nearest: Int32
        var reason: RejectionReason
    }

    private var files: [(name: String, width: Int)] = []
    private var values = WordTable()
    private var entries: [Entry] = []

    /// None yet.
    init() {}

    /// What is added from now on comes from the file of this name, whose header has so many cells.
    mutating func begin(file: String, width: Int) {
        files.append((file, width))
    }

    /// Adds a row of the file that was begun last, or of another, by the order in which they were begun.
    mutating func append(_ fault: RowFault, file: Int32? = nil) {
        var (detail, nearest): (Int32, Int32) = (-1, -1)
        switch fault.detail {
        case .cells(let found, _): detail = Int32(clamping: found)
        case .value(let value): detail = values.number(of: Array(value.utf8).span)
        case .word(let word, let near):
            detail = values.number(of: Array(word.utf8).span)
            nearest = values.number(of: Array(near.utf8).span)
        case nil: break
        }
        let file = file ?? Int32(files.count - 1)
        entries.append(
            Entry(
                line: fault.line,
                column: fault.column ?? 0,
                file: file,
                detail: detail,
                nearest: nearest,
                reason: fault.reason
            )
        )
    }

    /// The same ones by file, line and column; those of one place in the order in which they were added.
    func inOrder() -> Rejections {
        var sorted = self
        sorted.entries = entries.enumerated().sorted { lhs, rhs in
            (lhs.element.file, lhs.element.line, lhs.element.column, lhs.offset)
                < (rhs.element.file, rhs.element.line, rhs.element.column, rhs.offset)
        }.map(\.element)
        return sorted
    }

    /// Always 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { entries.count }

    /// One of them, put together when asked for.
    public subscript(index: Int) -> Rejection {
        let entry = entries[index]
        let file = files[Int(entry.file)]
        let column = entry.column == 0 ? nil : entry.column
        let position = SourcePosition(file: file.name, line: entry.line, column: column)
        return Rejection(position: position, reason: entry.reason, detail: detail(of: entry, width: file.width))
    }

    /// Why the row at `index` was rejected.
    func reason(at index: Int) -> RejectionReason { entries[index].reason }

    private func detail(of entry: Entry, width: Int) -> Rejection.Detail? {
        guard entry.detail >= 0 else { return nil }
        return switch entry.reason {
        case .tooFewCells, .tooManyCells: .cells(found: Int(entry.detail), expected: width)
        default:
            entry.nearest < 0
                ? .value(values[entry.detail]) : .word(values[entry.detail], nearest: values[entry.nearest])
        }
    }
}

/// Why a row is rejected, before it is known to be kept.
struct RowFault {
    var reason: RejectionReason
    /// The physical line, from 1.
    var line: Int
    /// From 1; `nil` where the whole line is meant.
    var column: Int?
    var detail: Rejection.Detail?
}
