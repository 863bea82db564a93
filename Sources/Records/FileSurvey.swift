internal import Diagnostics

/// What a file says about how it is written, before anybody has said what its columns mean.
public struct FileSurvey: Sendable {
    /// How rows and cells are written.
    public enum Form: Hashable, Sendable {
        /// Lines of cells with that byte between them.
        case delimited(UInt8)
        /// JSON, an object a line.
        case jsonLines
        /// JSON, an array of objects.
        case jsonArray
    }

    /// What a line ends with.
    public enum LineEnd: String, Hashable, Sendable, CaseIterable {
        /// LF alone.
        case lineFeed = "LF"
        /// CR and LF.
        case both = "CRLF"
        /// CR alone.
        case carriageReturn = "CR"
    }

    /// A table in the file.
    public struct Table: Hashable, Sendable {
        /// The physical line of its header, from 1; the first object's in JSON. `TextFormat.skip` one less finds it.
        public let line: Int
        /// The names in its header; in JSON, those of all values, under dotted paths.
        public let names: [String]
        /// How many rows of it hold anything, totals and faulty ones among them.
        public let rowCount: Int
    }

    /// How characters are written: by the file's mark, by the format, or else UTF-8.
    public let encoding: TextEncoding
    /// Whether the file has a byte order mark.
    public let hasMark: Bool
    /// Whether the file is packed by gzip.
    public let isPacked: Bool
    /// How rows and cells are written.
    public let form: Form
    /// How many lines end so; without those that end with the file.
    public let lineEnds: [LineEnd: Int]
    /// The tables, from the top to the end; none in a file that holds nothing.
    public let tables: [Table]
    /// The lines before the first table that hold anything.
    public let preamble: [Int]
    /// The first line that is not in the encoding; `nil` where all are.
    public let badLine: Int?

    /// Looks through a whole file. O(number of bytes).
    /// - Parameters:
    ///   - file: Its path, for positions.
    ///   - format: What is known: the encoding, the delimiter.
    /// - Throws: `RecordsError` where the bytes are no text, or cannot be unpacked.
    public init(_ bytes: [UInt8], file: String, format: TextFormat) throws(RecordsError) {
        let data = try DataText(bytes, file: file, encoding: format.encoding)
        (encoding, hasMark, isPacked) = (data.encoding, data.hasMark, data.isPacked)
        let text = data.bytes.span
        lineEnds = Self.lineEnds(of: text)
        badLine = Self.badLine(of: text, from: data.start)
        if format.delimiter == nil, let objects = JSONScanner(of: text, at: data.start, line: 1) {
            form = objects.form == .lines ? .jsonLines : .jsonArray
            tables = Self.table(of: objects, in: text).map { [$0] } ?? []
            preamble = []
            return
        }
        let delimiters = format.delimiter.map { [$0] } ?? CSVHeader.delimiters
        let surveys = delimiters.map { DelimitedSurvey(of: text, from: CSVScanner(delimiter: $0, at: data.start)) }
        let best = surveys.map(\.score).max()
        let chosen = surveys.firstIndex { $0.score == best } ?? 0
        form = .delimited(delimiters[chosen])
        tables = surveys[chosen].tables
        preamble = surveys[chosen].preamble
    }

    private static func table(of objects: JSONScanner, in text: Span<UInt8>) -> Table? {
        var scanner = objects
        var parser = JSONParser()
        var names = JSONNames()
        var (line, count) = (1, 0)
        while let row = scanner.nextRow(in: text, by: &parser, into: &names) {
            if count == 0 { line = row.line }
            count += 1
        }
        return count == 0 ? nil : Table(line: line, names: names.names.words, rowCount: count)
    }

    private static func lineEnds(of text: Span<UInt8>) -> [LineEnd: Int] {
        var counts: [LineEnd: Int] = [:]
        var offset = 0
        while offset < text.count {
            let next = text.endOfLineBreak(at: offset)
            if let next {
                let isLineFeed = text[offset] == ASCII.lineFeed
                counts[isLineFeed ? .lineFeed : next == offset + 2 ? .both : .carriageReturn, default: 0] += 1
            }
            offset = next ?? offset + 1
        }
        return counts
    }

    private static func badLine(of text: Span<UInt8>, from start: Int) -> Int? {
        var (offset, line) = (start, 1)
        while offset < text.count {
            let next = text.startOfLine(after: offset)
            if !isUTF8(text.extracting(offset..<next)) { return line }
            (offset, line) = (next, line + 1)
        }
        return nil
    }
}
