internal import Calendars
public import Diagnostics
public import Records

/// What a file is, and what its tables hold.
public struct FileProfile: Sendable {
    /// What it is called in messages.
    public let name: String
    /// Its path relative to the site's folder.
    public let sitePath: String
    /// How many bytes it has.
    public let byteCount: Int
    /// How its characters are written; `nil` where it is no text.
    public let encoding: TextEncoding.Finding?
    /// How its rows and cells are written; `nil` where it is no text.
    public let survey: FileSurvey?
    /// The tables in it, from the top to the end.
    public let tables: [TableProfile]
    /// The texts of the lines before the first table, for the dates in them.
    let preamble: [String]
    /// Why nothing can be read from it; `nil` where something can.
    public let problem: Diagnostic?
}

extension FileProfile {
    /// Looks at a file.
    init(_ file: InspectedFile, answers: InspectionAnswers) {
        if let foreign = ForeignFile(file.bytes) {
            self.init(file, problem: foreign.diagnostic(for: file.name))
            return
        }
        do throws(RecordsError) {
            try self.init(reading: file, answers: answers)
        } catch {
            self.init(file, problem: error.diagnostics.first)
        }
    }

    private init(_ file: InspectedFile, problem: Diagnostic?) {
        self.init(
            name: file.name,
            sitePath: file.sitePath,
            byteCount: file.bytes.count,
            encoding: nil,
            survey: nil,
            tables: [],
            preamble: [],
            problem: problem
        )
    }

    private init(reading file: InspectedFile, answers: InspectionAnswers) throws(RecordsError) {
        let encoding = try TextEncoding.found(in: file.bytes, file: file.name)
        var format = TextFormat(zone: .utc, encoding: encoding.encoding)
        let survey = try FileSurvey(file.bytes, file: file.name, format: format)
        if case .delimited(let delimiter) = survey.form { format.delimiter = delimiter }
        var tables: [TableProfile] = []
        for table in survey.tables {
            tables.append(try TableProfile(table, of: file, format: format, answers: answers))
        }
        tables.removeAll { $0.columns.isEmpty }
        self.init(
            name: file.name,
            sitePath: file.sitePath,
            byteCount: file.bytes.count,
            encoding: encoding,
            survey: survey,
            tables: tables,
            preamble: try FileSurvey.lines(survey.preamble, of: file.bytes, file: file.name, format: format),
            problem: Self.problem(of: tables, in: file.name)
        )
    }

    private static func problem(of tables: [TableProfile], in name: String) -> Diagnostic? {
        if tables.isEmpty {
            let place = SourcePosition(file: name)
            return Diagnostic(at: place, "this file holds no table", remedy: "Export it again, with a header.")
        }
        guard tables.allSatisfy({ $0.rowCount == 0 }) else { return nil }
        return Diagnostic(
            at: SourcePosition(file: name, line: tables[0].line),
            "this file has a header and no row that can be read",
            remedy: "Look whether the export was of an empty range, or the header is missing."
        )
    }
}
