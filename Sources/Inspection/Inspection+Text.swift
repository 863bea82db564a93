internal import Diagnostics
internal import Records
internal import Settings

extension Inspection {
    /// Everything found, for people: the files with their columns, what they are, and the settings.
    public var text: String {
        var parts = files.map(\.text)
        parts += guesses.map(\.text)
        if !proposal.isEmpty { parts.append("For huni.yaml:\n\n" + proposal.yaml) }
        return parts.joined(separator: "\n")
    }
}

extension FileProfile {
    /// What the file is, and its tables.
    fileprivate var text: String {
        var text = "\(name)\n  \(facts.joined(separator: ", "))\n"
        if let problem { text += "  " + wrapped("\(problem.message)", indent: "  ") + "\n" }
        for table in tables { text += "\n" + table.text(isOnly: tables.count == 1) }
        return text
    }

    /// Size, encoding, line ends, delimiter, what stands above the table.
    fileprivate var facts: [String] {
        var facts = [counted(byteCount, "byte")]
        guard let survey, let encoding else { return facts }
        if survey.isPacked { facts.append("packed by gzip") }
        facts.append(encoding.words)
        let ends = FileSurvey.LineEnd.allCases.filter { survey.lineEnds[$0] ?? 0 > 0 }
        if !ends.isEmpty { facts.append(ends.map(\.rawValue).joined(separator: " and ")) }
        facts.append(survey.form.words)
        if !survey.preamble.isEmpty { facts.append(counted(survey.preamble.count, "line") + " above the table") }
        if tables.count > 1 { facts.append("\(tables.count) tables") }
        if let line = survey.badLine { facts.append("line \(line) is not in this encoding") }
        return facts
    }
}

extension TextEncoding.Finding {
    /// How the characters are written, and how sure that is.
    var words: String {
        switch self {
        case .marked(let encoding): "\(encoding.title) with byte order mark"
        case .plain: "plain ASCII"
        case .wellFormed: "UTF-8"
        case .halfZero(let encoding): "\(encoding.title) without byte order mark"
        case .spelled(let encoding, let other, let isSure):
            isSure
                ? "\(encoding.title), by its letters and signs"
                : "\(encoding.title) most likely, or \(other.title): few characters tell them apart"
        }
    }
}

extension TextEncoding {
    /// As people write it.
    fileprivate var title: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16: "UTF-16"
        case .utf16LE: "UTF-16 (little-endian)"
        case .utf16BE: "UTF-16 (big-endian)"
        case .windows1252: "Windows-1252"
        case .windows1254: "Windows-1254"
        case .iso88599: "ISO 8859-9"
        case .macRoman: "Mac Roman"
        }
    }
}

extension FileSurvey.Form {
    /// How rows and cells are written.
    fileprivate var words: String {
        switch self {
        case .delimited(UInt8(ascii: ",")): "commas"
        case .delimited(UInt8(ascii: ";")): "semicolons"
        case .delimited(UInt8(ascii: "\t")): "tabs"
        case .delimited(UInt8(ascii: "|")): "vertical bars"
        case .delimited(let byte): "“\(String(Unicode.Scalar(byte)))” between cells"
        case .jsonLines: "JSON, an object a line"
        case .jsonArray: "JSON, an array of objects"
        }
    }
}

extension TableProfile {
    /// The columns in a table, then its totals and what looks odd.
    fileprivate func text(isOnly: Bool) -> String {
        let size = "\(counted(rowCount, "row")) × \(counted(columns.count, "column"))"
        let place = isOnly && line == 1 ? "" : ", header on line \(line)"
        var lines = ["  \(size)\(place)", ""] + table.lines.map { "  " + $0 }
        let notes = self.notes
        if !notes.isEmpty { lines += [""] + notes.map { "  " + wrapped("· " + $0, indent: "    ") } }
        return lines.joined(separator: "\n") + "\n"
    }

    private var table: TextColumns {
        let header = ["column", "type", "format", "missing", "distinct", "range", "examples"]
        let rows = columns.map { column in
            [
                column.name, column.kindWords, column.format ?? "", grouped(column.missingCount),
                grouped(column.distinctCount), column.range ?? "",
                column.shape ?? column.examples.joined(separator: " · "),
            ]
        }
        return TextColumns(rows: [header] + rows, sides: [.left, .left, .left, .right, .right, .left, .left])
    }

    /// Totals, words for missing values, spellings, faulty rows.
    private var notes: [String] {
        var notes = totals.map(\.words)
        for column in columns {
            if !column.missingWords.isEmpty {
                let words = column.missingWords.map { "“\($0)”" }
                notes.append("\(column.name): \(listed(words)) \(words.count == 1 ? "counts" : "count") as missing.")
            }
            notes += column.lookalikeWords
        }
        if namelessCount > 0 {
            notes.append(
                "\(counted(namelessCount, "column")) without a name \(namelessCount == 1 ? "is" : "are") left out."
            )
        }
        return notes
    }
}

extension TotalRowCheck {
    /// Whether the total is right, in a sentence.
    fileprivate var words: String {
        let title = "Line \(line) is a total" + (name.map { " (“\($0)”)" } ?? "")
        guard !sums.isEmpty else { return title + "." }
        if isRight {
            let shown = sums.prefix(3).map { "\($0.column) \(grouped($0.given))" }
            return title + " and equals the sum of its rows: \(listed(shown))\(sums.count > 3 ? " and others" : "")."
        }
        let wrong = sums.filter { $0.given != $0.added }.prefix(3)
        let shown = wrong.map { "\($0.column) \(grouped($0.given)), the rows \(grouped($0.added))" }
        return title + " and not the sum of the rows: \(listed(shown))."
    }
}

extension ColumnProfile {
    /// Spellings of one value, up to three groups.
    fileprivate var lookalikeWords: [String] {
        guard !lookalikes.isEmpty else { return [] }
        if kind.isPrivate {
            let count = lookalikes.count
            return [
                "\(name): \(counted(count, "value")) \(count == 1 ? "differs" : "differ") from another in letter case or white space only."
            ]
        }
        let groups = lookalikes.prefix(3).map { group in
            listed(group.spellings.map { "“\(shownValue($0.word) ?? "…")” (\(grouped($0.rowCount)))" })
        }
        let more = lookalikes.count > 3 ? ", and \(grouped(lookalikes.count - 3)) more" : ""
        return [
            "\(name): \(groups.joined(separator: "; "))\(more) differ in letter case or white space only, and count apart."
        ]
    }
}

extension FormGuess {
    /// What the files are, why, and what to know.
    fileprivate var text: String {
        let title = "\(listed(files)): \(form.rawValue)" + (known.map { " (\($0))" } ?? "")
        var lines = [wrapped(title, indent: "  "), "  " + wrapped(reason, indent: "  ")]
        lines += remarks.map { "  " + wrapped("· " + $0, indent: "    ") }
        if !questions.isEmpty {
            lines.append(
                "  · Its settings follow when \(counted(questions.count, "question")) below \(questions.count == 1 ? "is" : "are") answered."
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
