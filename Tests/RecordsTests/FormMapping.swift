import Calendars

@testable import Records

/// The mapping of a case in `forms.spec.md`, as its fence says it.
struct FormMapping {
    private var pairs: [(key: String, value: String)]

    init(_ options: [String]) {
        pairs = options.map { option in
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (parts[0], (parts.dropFirst().first ?? "").replacing("~", with: " "))
        }
    }

    func records(_ bytes: [UInt8]) throws(RecordsError) -> RecordReading {
        let long = list("long")
        let columns = RecordColumns(
            entity: value("entity") ?? "",
            stages: stages("stage:"),
            outcomes: stages("outcome:"),
            amount: value("amount"),
            properties: list("keep"),
            long: long.count == 2 ? RecordColumns.LongColumns(stage: long[0], time: long[1]) : nil
        )
        var reader = RecordReader(columns: columns, format: format)
        try reader.read(bytes, file: "f")
        return try reader.finish()
    }

    func counts(_ bytes: [UInt8]) throws(RecordsError) -> CountReading {
        let ids = pairs.filter { $0.key.hasPrefix("count:") }.map { (String($0.key.dropFirst(6)), $0.value) }
        let rows = list("rows")
        let columns = CountColumns(
            day: value("week") ?? value("day"),
            isWeekly: value("week") != nil,
            entryWeek: value("entry"),
            stages: rows.count == 2
                ? .rows(
                    stage: rows[0],
                    count: rows[1],
                    stages: ids.map { CountColumns.StageWords(id: $0.0, words: words($0.1)) }
                ) : .columns(ids.map { CountColumns.StageHeader(id: $0.0, header: $0.1) }),
            properties: list("keep")
        )
        var reader = CountReader(columns: columns, format: format)
        try reader.read(bytes, file: "f")
        return try reader.finish()
    }

    func measures(_ bytes: [UInt8]) throws(RecordsError) -> MeasureReading {
        let rows = list("rows")
        let columns = MeasureColumns(
            day: value("week") ?? value("day"),
            isWeekly: value("week") != nil,
            layout: rows.count == 3
                ? .rows(name: rows[0], value: rows[1], base: rows[2]) : .columns(list("columns"))
        )
        var reader = MeasureReader(columns: columns, format: format)
        try reader.read(bytes, file: "f")
        return try reader.finish()
    }

    private var format: TextFormat {
        TextFormat(
            zone: .utc,
            numbers: value("numbers").flatMap { NumberStyle(example: $0) },
            dates: value("dates").flatMap { DatePattern($0) },
            year: value("year").flatMap { Int($0) },
            sundayWeeks: value("sunday") != nil,
            date: value("date").flatMap { LocalDate($0) }
        )
    }

    /// `date`, `date&status=words` or `&status=words`.
    private func stages(_ prefix: String) -> [RecordColumns.StageColumn] {
        pairs.filter { $0.key.hasPrefix(prefix) }.map { pair in
            let parts = pair.value.split(separator: "&", omittingEmptySubsequences: false).map(String.init)
            let status = (parts.dropFirst().first ?? "").split(separator: "=", omittingEmptySubsequences: false).map(
                String.init
            )
            return RecordColumns.StageColumn(
                id: String(pair.key.dropFirst(prefix.count)),
                date: parts[0].isEmpty ? nil : parts[0],
                status: status.first.flatMap { $0.isEmpty ? nil : $0 },
                values: words(status.dropFirst().first ?? "")
            )
        }
    }

    private func value(_ key: String) -> String? { pairs.first { $0.key == key }?.value }

    private func list(_ key: String) -> [String] { (value(key) ?? "").split(separator: ",").map(String.init) }

    private func words(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
}

extension RecordTable {
    var lines: [String] {
        (0..<count).map { row in
            var words = ["#\(entities[row])"]
            for (stage, reached) in zip(stages, reached) {
                switch reached[row] {
                case .no: break
                case .undated: words.append("\(stage)=?")
                case .at(let time): words.append("\(stage)=\(spelled(time))")
                }
            }
            if let ending = endings[row] {
                words.append("!\(outcomes[ending.outcome])=\(ending.time.map(spelled) ?? "?")")
            }
            if !amounts.isEmpty, let amount = amounts[row] { words.append("$\(amount)") }
            words += columns.keys.sorted(by: >).map { "\($0)=\(columns[$0]?.word(at: row) ?? "—")" }
            return (words + ["@\(rows[row].line)", "×\(rowCounts[row])"]).joined(separator: " ")
        }
    }

    private func spelled(_ time: Int64) -> String {
        let (date, clock) = Zone.utc.local(Instant(microseconds: time))
        return hasClockTimes && clock >= 0
            ? String(Zone.utc.timestamp(Instant(microseconds: time)).prefix(19)) : "\(date)"
    }
}

extension CountTable {
    var lines: [String] {
        (0..<count).map { row in
            var words = [isWeekly ? "\(Week(containing: days[row]))" : "\(days[row])"]
            if let entryWeeks { words.append("(\(entryWeeks[row]))") }
            for (stage, counts) in zip(stages, counts) {
                words.append("\(stage)=\(counts[row].map { "\($0)" } ?? "—")")
            }
            words += columns.keys.sorted().map { "\($0)=\(columns[$0]?.word(at: row) ?? "—")" }
            return (words + ["×\(rowCounts[row])"]).joined(separator: " ")
        }
    }
}

extension MeasureTable {
    var lines: [String] {
        rows.map { row in
            let day = isWeekly ? "\(Week(containing: row.day))" : "\(row.day)"
            return "\(day) \(names[row.name])=\(row.value)" + (row.base.map { " /\($0)" } ?? "")
        }
    }
}

extension CodedColumn {
    func word(at row: Int) -> String? { codes[row] < 0 ? nil : words[Int(codes[row])] }
}
