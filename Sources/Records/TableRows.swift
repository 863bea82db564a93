/// What a table's rows are put to, one after the other.
protocol RowTaker {
    /// Where the columns that the taker wants stand.
    associatedtype Layout

    /// Keeps a row of whole quotes and as many cells as the header, or says why not.
    mutating func take(
        _ row: TextRow,
        _ cells: [TextCell],
        by layout: Layout,
        in text: Span<UInt8>
    ) -> RowFault?

    /// Counts a row that was not kept.
    mutating func reject(_ fault: RowFault)
}

/// The rows of a table on their way to a taker. Blank lines are no rows, nor are rows of blank cells at the table's end.
///
/// A row that goes over several lines and has another number of cells than the header was most likely made by a
/// stray quote: only its first line is rejected, and the next is read anew. So that this stays linear, as many
/// bytes as the file has are read anew this way and no more.
///
/// The table ends at a blank line behind which no row has as many cells as the header (see `TableEnd`); what follows is outside.
struct TableRows {
    /// How many rows were totals.
    private(set) var other = 0
    /// How many lines hold anything and lie before or behind the table.
    private(set) var outside: Int

    private let table: TextTable
    private let leavesOutTotals: Bool
    private var scanner: RowScanner
    /// Rows that are none if the table ends with them.
    private var held: [HeldRow] = []
    /// Whether no other row than totals has come.
    private var isAtStart = true
    private var budget: Int
    private var end = TableEnd()

    private struct HeldRow {
        var row: TextRow
        /// `nil` where its cells are blank.
        var total: TotalRow?
    }

    init(of table: TextTable, leavingOutTotals: Bool = false) {
        self.table = table
        leavesOutTotals = leavingOutTotals
        scanner = table.rows
        outside = table.linesBefore
        budget = table.data.bytes.count
    }

    /// Puts all rows to the taker; O(number of bytes).
    mutating func read<Taker: RowTaker>(into taker: inout Taker, by layout: Taker.Layout, in text: Span<UInt8>) {
        var cells: [TextCell] = []
        while let row = scanner.nextRow(in: text, cells: &cells) {
            if table.isDelimited, row.isBlankLine(cells, in: text) {
                if end.isReached(before: scanner, of: table, in: text, isWhole: true) == true { break }
                scanner.skipEmptyLines(in: text, before: end.openEnd)
            } else if let heldRow = heldRow(row, cells, in: text) {
                held.append(heldRow)
            } else {
                if !held.isEmpty { releaseHeldRows(to: &taker, by: layout, in: text) }
                isAtStart = false
                put(row, cells, to: &taker, by: layout, in: text)
            }
        }
        dropHeldRows(to: &taker, by: layout, in: text)
        guard table.isDelimited else { return }
        outside += text.countLines(in: scanner.offset..<text.count)
    }

    private func heldRow(_ row: TextRow, _ cells: [TextCell], in text: Span<UInt8>) -> HeldRow? {
        guard table.isDelimited, row.fault == nil else { return nil }
        if cells.isBlank(in: text) { return HeldRow(row: row) }
        guard leavesOutTotals, let total = TotalRow(cells, in: text) else { return nil }
        return HeldRow(row: row, total: total)
    }

    private mutating func put<Taker: RowTaker>(
        _ row: TextRow,
        _ cells: [TextCell],
        to taker: inout Taker,
        by layout: Taker.Layout,
        in text: Span<UInt8>
    ) {
        let broken = table.fault(of: row, cells, in: text)
        guard let fault = broken ?? taker.take(row, cells, by: layout, in: text) else { return }
        taker.reject(fault)
        if fault.isOfWidth, row.goesOverLines(cells, in: text), row.end - row.start <= budget {
            budget -= row.end - row.start
            scanner.resume(afterFirstLineOf: row, in: text)
        }
    }

    /// Another row follows: only totals at the table's beginning are none.
    private mutating func releaseHeldRows<Taker: RowTaker>(
        to taker: inout Taker,
        by layout: Taker.Layout,
        in text: Span<UInt8>
    ) {
        for heldRow in held {
            if isAtStart, heldRow.total == .named {
                other += 1
            } else {
                judge(heldRow.row, for: &taker, by: layout, in: text)
            }
        }
        held.removeAll(keepingCapacity: true)
    }

    /// No row follows: blank rows and totals are none; of rows that hold but numbers, the last.
    private mutating func dropHeldRows<Taker: RowTaker>(
        to taker: inout Taker,
        by layout: Taker.Layout,
        in text: Span<UInt8>
    ) {
        let last = held.lastIndex { $0.total == .numbers }
        for (index, heldRow) in held.enumerated() {
            guard let total = heldRow.total else { continue }
            if total == .named || index == last {
                other += 1
            } else {
                judge(heldRow.row, for: &taker, by: layout, in: text)
            }
        }
        held.removeAll()
    }

    private func judge<Taker: RowTaker>(
        _ row: TextRow,
        for taker: inout Taker,
        by layout: Taker.Layout,
        in text: Span<UInt8>
    ) {
        let cells = scanner.cells(of: row, in: text)
        let broken = table.fault(of: row, cells, in: text)
        if let fault = broken ?? taker.take(row, cells, by: layout, in: text) { taker.reject(fault) }
    }
}

extension RowFault {
    /// The fault of one cell.
    init(
        _ reason: RejectionReason,
        at cell: TextCell,
        in row: TextRow,
        _ text: Span<UInt8>,
        detail: Rejection.Detail? = nil
    ) {
        let place = row.place(of: cell.offset, in: text)
        self.init(reason: reason, line: place.line, column: place.column, detail: detail)
    }

    /// Whether it is the number of cells.
    fileprivate var isOfWidth: Bool { reason == .tooFewCells || reason == .tooManyCells }
}
