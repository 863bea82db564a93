internal import Diagnostics

/// A column as a sheet wants it.
public struct SheetColumn: Hashable, Sendable {
    /// As it stands in the header.
    public var name: String
    /// What it is wanted for, as messages say it.
    public var role: ColumnRole
    /// Whether a file may do without it.
    public var isOptional: Bool

    /// Wants a column.
    public init(_ name: String, for role: ColumnRole = .property, isOptional: Bool = false) {
        self.name = name
        self.role = role
        self.isOptional = isOptional
    }
}

/// Reads the files of a source, one after the other, into one sheet.
///
/// Cells are taken as they are written; only a cell of nothing but spaces and tabs is as good as empty.
public struct SheetReader: Sendable {
    private let format: TextFormat
    private let values: CellValues
    private let keepsOtherColumns: Bool
    private let leavesOutTotals: Bool
    private var wanted: [SheetColumn]
    private var columns: [CodedWords]
    private var isFound: [Bool]
    private var rows: [SheetRow] = []
    private var files: [SheetFile] = []
    private var other = 0
    private var outside = 0
    private var absent = AbsentColumns()
    private var rejections = Rejections()

    /// A reader that has read nothing.
    /// - Parameters:
    ///   - columns: A name that comes twice is one column; `nil` wants all columns that have a name, the first of several
    ///     of one name.
    ///   - joins: Tables that hold the columns which the files' own headers lack.
    ///   - leavingOutTotals: Whether rows that sum up the others are counted apart.
    public init(columns: [SheetColumn]?, format: TextFormat, joins: [Join] = [], leavingOutTotals: Bool = false) {
        self.init(columns ?? [], andOthers: columns == nil, format, joins, leavingOutTotals: leavingOutTotals)
    }

    /// A reader of the wanted columns, and perhaps of all others behind them.
    init(
        _ columns: [SheetColumn],
        andOthers keepsOtherColumns: Bool,
        _ format: TextFormat,
        _ joins: [Join] = [],
        leavingOutTotals: Bool = false
    ) {
        self.format = format
        values = CellValues(joins: joins, missing: MissingCells(format.missing))
        self.keepsOtherColumns = keepsOtherColumns
        leavesOutTotals = leavingOutTotals
        var names: Set<String> = []
        wanted = columns.filter { names.insert($0.name).inserted }
        self.columns = wanted.map { _ in CodedWords() }
        isFound = wanted.map { _ in false }
    }

    /// Reads a whole file; its rows follow those of the files before it. O(number of bytes).
    ///
    /// A file without a header (no bytes, or blank lines only) has no rows, and is no fault.
    /// - Parameter file: Its path, for positions.
    /// - Throws: `RecordsError` where the structure is at fault. Nothing of the file has been taken then.
    public mutating func read(_ bytes: [UInt8], file: String) throws(RecordsError) {
        let data = try DataText(bytes, file: file, encoding: format.encoding)
        let sought = SoughtColumns(
            needed: wanted.filter { !$0.isOptional }.map(\.name),
            optional: wanted.filter(\.isOptional).map(\.name),
            everything: keepsOtherColumns,
            joins: values.joins
        )
        guard let table = try TextTable(in: data, file: file, format: format, sought: sought) else {
            files.append(SheetFile(name: file))
            rejections.begin(file: file, width: 0)
            return
        }
        let layout = try layout(of: table)
        files.append(SheetFile(name: file, table: table, layout: layout))
        rejections.begin(file: file, width: table.names.count)
        for (index, origin) in layout.origins.enumerated() {
            columns[index].begin(values.words(of: origin))
            guard !wanted[index].isOptional else { continue }
            let column = RecordsError.WantedColumn(name: wanted[index].name, role: wanted[index].role)
            absent.look(at: origin, of: column, in: table)
        }
        var rows = TableRows(of: table, leavingOutTotals: leavesOutTotals)
        rows.read(into: &self, by: layout, in: data.bytes.span)
        other += rows.other
        outside += rows.outside
    }

    /// Everything read until now.
    public func finish() -> Sheet {
        let kept = wanted.indices.filter { isFound[$0] || !wanted[$0].isOptional }
        return Sheet(
            names: kept.map { wanted[$0].name },
            columns: kept.map { columns[$0].column },
            rows: rows,
            files: files.map { $0.keeping(columns: kept) },
            entity: wanted.first { $0.role == .entity }?.name,
            tally: (other, outside),
            absent: absent.errors,
            faults: rejections
        )
    }

    /// Finds all columns; those that nobody has asked for yet are asked for from now on, where others are kept.
    private mutating func layout(of table: TextTable) throws(RecordsError) -> SheetLayout {
        var finder = ColumnFinder(in: table, joins: values.joins)
        var origins: [ColumnOrigin] = []
        for column in wanted {
            origins.append(finder.find(column.name, for: column.role, isOptional: column.isOptional))
        }
        try finder.check()
        if keepsOtherColumns {
            for (cell, name) in table.names.enumerated() where !name.isEmpty {
                guard !wanted.contains(where: { $0.name == name }) else { continue }
                wanted.append(SheetColumn(name, isOptional: true))
                columns.append(CodedWords(missingRows: rows.count))
                isFound.append(true)
                origins.append(.cell(cell))
            }
        }
        for (index, origin) in origins.enumerated() {
            if case .absent = origin { continue }
            isFound[index] = true
        }
        return SheetLayout(origins: origins, keys: finder.keys)
    }
}

extension SheetReader: RowTaker {
    mutating func take(
        _ row: TextRow,
        _ cells: [TextCell],
        by layout: SheetLayout,
        in text: Span<UInt8>
    ) -> RowFault? {
        if let cell = layout.firstInvalid(of: cells, in: text) {
            return RowFault(.invalidUTF8, at: cell, in: row, text)
        }
        let partners = values.partners(of: cells, keys: layout.keys, in: text)
        for (index, origin) in layout.origins.enumerated() {
            columns[index].append(values.value(from: origin, of: cells, partners, in: text), in: text)
        }
        let file = Int32(clamping: files.count - 1)
        rows.append(SheetRow(file: file, lead: Int32(clamping: row.lead), line: row.line, start: row.start))
        return nil
    }

    mutating func reject(_ fault: RowFault) { rejections.append(fault) }
}

extension SheetLayout {
    /// The first cell that is needed and is not UTF-8.
    fileprivate func firstInvalid(of cells: [TextCell], in text: Span<UInt8>) -> TextCell? {
        for case let cell? in origins.map({ $0.cell(keys: keys) }) where !cells[cell].isUTF8(in: text) {
            return cells[cell]
        }
        return nil
    }
}

extension SheetFile {
    /// The same file as the source of some of the sheet's columns.
    fileprivate func keeping(columns: [Int]) -> SheetFile {
        var file = self
        file.layout.origins = columns.map { layout.origins.indices.contains($0) ? layout.origins[$0] : .absent }
        return file
    }
}
