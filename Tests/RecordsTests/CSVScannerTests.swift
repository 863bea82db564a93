import Calendars
import Testing

@testable import Records

@Suite struct CSVScannerTests {
    @Test func randomBytesReadAsTheOracleReadsThem() {
        var random = SeededRandom(seed: 20_261_115)
        let alphabet = Array("\"\"\",,\n\r\r\na b\n".utf8)
        for _ in 0..<30_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet[Int.random(in: alphabet.indices, using: &random)]
            }
            let expected = CSVOracle(bytes: bytes).rows(from: 0)
            let actual = scannedRows(of: bytes)
            guard actual == expected else {
                Issue.record("\(shown(bytes)): \(actual) is not \(expected)")
                return
            }
        }
    }

    @Test func randomFilesAreAccountedForAsTheOracleCounts() throws {
        var random = SeededRandom(seed: 7)
        let pieces = ["a", "\"", "\"\"", ",", ",", ",", "\n", "\n", "\r\n", "2026-11-09", "visit", " ", "\u{E9}"]
        for _ in 0..<10_000 {
            let body = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                pieces[Int.random(in: pieces.indices, using: &random)]
            }
            try checkAgainstTheOracle(Array(("user,time,event\n" + body.joined()).utf8))
        }
    }

    @Test func writtenCellsAreReadBack() {
        var random = SeededRandom(seed: 3)
        let pieces = ["a", "\"", ",", "\n", "\r", "ş", " ", ""]
        for _ in 0..<5_000 {
            let rows = (0..<3).map { _ in
                (0..<3).map { _ in
                    (0..<4).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
                }
            }
            let written = rows.map { $0.map { quoted($0, always: Bool.random(using: &random)) }.joined(separator: ",") }
            let bytes = Array(written.joined(separator: "\r\n").utf8)
            #expect(scannedRows(of: bytes).map { $0.cells.map { String(decoding: $0, as: UTF8.self) } } == rows)
        }
    }

    @Test func rowsTileTheBytes() {
        for example in CSVSpecTests.cases {
            let rows = scannedRows(of: example.input)
            #expect(rows.first?.start ?? 0 == 0)
            #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.end == $1.start })
            #expect(rows.last?.end ?? 0 == example.input.count)
        }
    }

    /// Some would take hours if the lines behind a stray quote were read to the end of the file again and again.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "a,\"b\n", "a,\"b\"\"\n", "\"\n", "\"\"\"\n", "b\",\"\n", "a\"\"b,\"c\n", "\"\n\n", "\"a\"b\n",
            "\"x\n,\"y\"\n",
        ]
    )
    func strayQuotesOnEveryLineAreReadInLinearTime(line: String) throws {
        for end in ["", "\"\n", "\"x"] { try readStrayQuotes(line, end: end) }
    }

    private func readStrayQuotes(_ line: String, end: String) throws {
        let bytes = Array(("user,time,event\n" + String(repeating: line, count: 60_000) + end).utf8)
        let columns = EventColumns(entity: "user", time: "time", event: "event")
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc, delimiter: UInt8(ascii: ",")))
        try reader.read(bytes, file: "f")
        #expect(try reader.finish().tally.accepted == 0)
    }

    private func scannedRows(of bytes: [UInt8]) -> [CSVOracle.Row] {
        var scanner = CSVScanner(delimiter: UInt8(ascii: ","))
        var cells: [TextCell] = []
        var rows: [CSVOracle.Row] = []
        while let row = scanner.nextRow(in: bytes.span, cells: &cells) {
            let contents = cells.map { $0.content(in: bytes.span) }
            rows.append(
                CSVOracle.Row(cells: contents, fault: row.fault, start: row.start, end: row.end, line: row.line)
            )
        }
        return rows
    }

    private func quoted(_ cell: String, always: Bool) -> String {
        let mustQuote = cell.utf8.contains { [10, 13, 34, 44].contains($0) }
        return always || mustQuote ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
}

/// The same numbers in every run (Marsaglia 2003, xorshift64*).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
