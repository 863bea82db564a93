internal import Calendars
internal import Diagnostics
internal import Records

/// What the settings of a source have to say of its files.
extension TableGroup {
    /// A name made of what the files' names have in common.
    func id(otherwise: String) -> String {
        let stems = parts.map { HeaderWords(FileName($0.file.sitePath).stem).words }
        let common = stems[0].filter { word in stems.allSatisfy { $0.contains(word) } }
        let telling = common.filter { !Self.emptyWords.contains($0) && !$0.allSatisfy(\.isNumber) }
        let name = telling.joined(separator: "_")
        return name.isEmpty ? otherwise : String(name.prefix(40))
    }

    private static let emptyWords: Set<String> = [
        "data", "dataset", "table", "export", "report", "csv", "tsv", "json", "ndjson", "file", "final", "copy", "the",
        "veri",
        "rapor", "tablo", "gz",
    ]

    /// The files as a source names them: a pattern where there are many that are named alike.
    var files: [(event: String?, path: String)] {
        guard parts.count > 3, let pattern = FileName.pattern(of: paths) else { return paths.map { (nil, $0) } }
        return [(nil, pattern)]
    }

    /// What cannot be known by looking at the files alone, for those columns of dates.
    func reading(times: [String], _ answers: InspectionAnswers) -> [(key: String, value: String)] {
        var read: [(key: String, value: String)] = []
        if let encoding = encoding { read.append(("encoding", encoding.rawValue)) }
        let styles = Set(
            parts.flatMap { $0.file.tables.flatMap(\.columns) }.filter { $0.kind.isNumeric }.compactMap(\.commaStyle)
        )
        if let style = styles.sorted(by: { $0.example < $1.example }).last, styles.count >= 1 {
            read.append(("numbers", "\"\(style.example)\""))
        }
        let patterns = Set(times.flatMap { each($0) }.map { $0.dates?.pattern?.pattern })
        if patterns.count == 1, let pattern = patterns.first ?? nil, pattern != DatePattern.iso.pattern {
            read.append(("dates", "\"\(pattern)\""))
        }
        let lacksYear = times.flatMap { each($0) }.contains {
            $0.dates?.pattern?.hasYear == false || $0.isWeekWithoutYear
        }
        if lacksYear, let year = answers.year { read.append(("year", String(year))) }
        return read
    }

    /// How characters are written, where the files do not say so themselves.
    private var encoding: TextEncoding? {
        for case let finding? in parts.map(\.file.encoding) {
            switch finding {
            case .spelled(let encoding, _, _), .halfZero(let encoding): return encoding
            case .marked, .plain, .wellFormed: continue
            }
        }
        return nil
    }

    /// What has to be asked of those columns of dates.
    func questions(times: [String], _ answers: InspectionAnswers) -> [Diagnostic] {
        times.flatMap { name -> [Diagnostic] in
            guard let part = parts.first, let column = column(name) else { return [] }
            let place = SourcePosition(file: part.file.name, line: part.table.line)
            return DateQuestions(column, at: place, answers: answers).all
        }
    }

    /// Sentences about rows and values that are worth a look.
    var remarks: [String] {
        copies.map {
            "\(FileName($0.file).name) holds no other rows than \(FileName($0.original).name): it is left out, so that nothing counts twice."
        }
    }
}

extension ColumnProfile {
    /// The style of its numbers, if they have a decimal comma or group by a point.
    fileprivate var commaStyle: NumberStyle? {
        guard let numbers, numbers.decimal == UInt8(ascii: ","),
            words.contains(where: { $0.contains { ",.".contains($0) } })
        else { return nil }
        return numbers
    }

    /// Whether its weeks name no year.
    var isWeekWithoutYear: Bool { kind == .week && words.contains { Week.lacksYear($0) } }
}
