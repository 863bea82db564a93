internal import Calendars
internal import Diagnostics
internal import Records

/// Tables of the same columns, one a file, that make one source.
struct TableGroup {
    /// A table and the file it is in.
    struct Part {
        let file: FileProfile
        let table: TableProfile
    }

    /// At least one.
    private(set) var parts: [Part]
    /// Names of files that were left out, for holding the same rows as another.
    private(set) var copies: [(file: String, original: String)] = []

    /// The columns' names.
    var names: [String] { parts[0].table.names }
    /// The columns of the first table.
    var columns: [ColumnProfile] { parts[0].table.columns }
    /// How many rows all tables have.
    var rowCount: Int { parts.map(\.table.rowCount).reduce(0, +) }
    /// The files' names.
    var fileNames: [String] { parts.map(\.file.name) }
    /// Where the files lie.
    var paths: [String] { parts.map(\.file.sitePath) }
    /// Where the first table is, for messages.
    var position: SourcePosition { SourcePosition(file: parts[0].file.name, line: parts[0].table.line) }

    /// The tables of the same columns as one group, in the order of the files.
    static func groups(of files: [FileProfile]) -> [TableGroup] {
        var groups: [TableGroup] = []
        for file in files where file.problem == nil {
            for table in file.tables where table.rowCount > 0 {
                let part = Part(file: file, table: table)
                if let index = groups.firstIndex(where: { $0.names == table.names }) {
                    groups[index].add(part)
                } else {
                    groups.append(TableGroup(parts: [part]))
                }
            }
        }
        return groups
    }

    private init(parts: [Part]) {
        self.parts = parts
    }

    /// Of two tables of which one has hardly a row that the other lacks, the longer one stays.
    private mutating func add(_ part: Part) {
        for (index, other) in parts.enumerated() {
            if part.table.isPart(of: other.table) {
                copies.append((part.file.name, other.file.name))
                return
            }
            if other.table.isPart(of: part.table) {
                copies.append((other.file.name, part.file.name))
                parts[index] = part
                return
            }
        }
        parts.append(part)
    }

    /// The column of that name in each table.
    func each(_ name: String) -> [ColumnProfile] { parts.compactMap { $0.table.column(name) } }

    /// The first table's column of that name, with what all tables say of its dates.
    func column(_ name: String) -> ColumnProfile? {
        guard var column = parts[0].table.column(name) else { return nil }
        if case .ambiguous(let possible, _) = column.dates {
            let others = each(name).compactMap(\.dates)
            let known = possible.filter { others.contains(.pattern($0)) }
            if known.count == 1 { column = column.dated(by: known[0], year: nil) ?? column }
        }
        return column
    }

    /// The kind that the column has in all tables where it is not empty; `nil` where they differ.
    func kind(of name: String) -> ColumnKind? {
        let kinds = Set(each(name).map(\.kind)).subtracting([.empty])
        if kinds.isSubset(of: [.wholeNumber, .number]), kinds.count == 2 { return .number }
        if kinds.isSubset(of: [.date, .dateTime]), kinds.count == 2 { return .dateTime }
        return kinds.count > 1 ? nil : kinds.first ?? .empty
    }

    /// The names of the columns of which this holds.
    func names(where isWanted: (ColumnProfile) -> Bool) -> [String] {
        names.filter { name in
            guard kind(of: name) != nil else { return false }
            return each(name).contains { $0.kind != .empty }
                && each(name).allSatisfy { $0.kind == .empty || isWanted($0) }
        }
    }

    /// The numbers of a column, row by row through all tables.
    func numbers(_ name: String) -> [Double?] {
        each(name).flatMap { column in column.codes.indices.map { column.number(ofRow: $0) } }
    }

    /// The days of a column, in the order of the rows.
    func days(_ name: String) -> [LocalDate] {
        each(name).flatMap { column in
            column.codes.indices.compactMap { column.time(ofRow: $0).map { LocalDate(microseconds: $0) } }
        }
    }

    /// The different words of a column in all tables, in the order of their first rows, with how many rows have them.
    func words(_ name: String) -> [(word: String, rowCount: Int)] {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for column in each(name) {
            for (word, count) in zip(column.words, column.rowCounts) {
                if counts.updateValue((counts[word] ?? 0) + count, forKey: word) == nil { order.append(word) }
            }
        }
        return order.map { ($0, counts[$0] ?? 0) }
    }

    /// Whether no value of the column comes twice.
    func isUnique(_ name: String) -> Bool {
        each(name).allSatisfy(\.isUnique) && words(name).count == rowCount
    }

    /// How many rows lack a value of the column.
    func missingCount(_ name: String) -> Int { each(name).map(\.missingCount).reduce(0, +) }

    /// Words that mean that there is no value, in any of the tables' columns of those names.
    func missingWords(_ names: [String]) -> [String] {
        var words: [String] = []
        for word in names.flatMap({ each($0) }).flatMap(\.missingWords) where !words.contains(word) {
            words.append(word)
        }
        return words
    }
}

extension TableProfile {
    /// Whether nineteen of twenty rows are in the other table too. Tables of fewer than five rows, or of more than 200,000,
    /// are not compared.
    fileprivate func isPart(of other: TableProfile) -> Bool {
        guard (5...200_000).contains(rowCount), rowCount <= other.rowCount, other.rowCount <= 200_000 else {
            return false
        }
        let sample = stride(from: 0, to: rowCount, by: max(1, rowCount / 500))
        let known = Set((0..<other.rowCount).map { other.fingerprint(ofRow: $0) })
        return sample.count { known.contains(fingerprint(ofRow: $0)) } * 20 >= sample.underestimatedCount * 19
    }

    /// A row's values, times as such however they are written.
    private func fingerprint(ofRow row: Int) -> Int {
        var hasher = Hasher()
        for column in columns {
            if let time = column.time(ofRow: row) {
                hasher.combine(time)
            } else {
                hasher.combine(column.word(ofRow: row))
            }
        }
        return hasher.finalize()
    }
}
