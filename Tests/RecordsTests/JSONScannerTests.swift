import Foundation
import Testing

@testable import Records

@Suite struct JSONScannerTests {
    @Test func randomBytesNeverCrashTheScannerAndRowsFollowEachOther() {
        var random = SeededRandom(seed: 20_261_123)
        let alphabet = Array("{{{}}}[]\"\"::,,\\u0e-1.tfn \n\r\u{E9}".utf8) + [0xFF, 0x00]
        for round in 0..<40_000 {
            let body = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                alphabet[Int.random(in: alphabet.indices, using: &random)]
            }
            let bytes = Array((round % 2 == 0 ? "{" : "[{").utf8) + body
            checkRows(of: bytes)
            checkTally(of: bytes)
        }
    }

    @Test func linesAreWholeWhereFoundationSaysSoAndHoldWhatItReads() throws {
        var random = SeededRandom(seed: 8)
        var (whole, broken) = (0, 0)
        for _ in 0..<20_000 {
            var line = Array(JSONSample.object(depth: 3, using: &random).utf8)
            if Bool.random(using: &random), !line.isEmpty {
                let index = Int.random(in: line.indices, using: &random)
                let signs = Array("{}[]\",:0e-\\ tu".utf8)
                line[index] = signs[Int.random(in: signs.indices, using: &random)]
            }
            // What is not UTF-8, half a surrogate pair included, is no fault here, but of its cell.
            guard line.first == UInt8(ascii: "{"), isUTF8(line.span), !shown(line).contains("\\ud") else { continue }
            if compareWithFoundation(line) { whole += 1 } else { broken += 1 }
        }
        #expect(whole > 8_000 && broken > 4_000)
    }

    @Test func objectsInAnArrayAreThoseOnLines() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<3_000 {
            let objects = (0..<3).map { _ in JSONSample.object(depth: 3, using: &random) }
            let array = "[" + objects.joined(separator: Bool.random(using: &random) ? ",\n " : " , ") + "]\n"
            let inArray = valueLines(of: Array(array.utf8)).map { $0.drop { $0 != ":" } }
            let onLines = valueLines(of: Array(objects.joined(separator: "\n").utf8)).map { $0.drop { $0 != ":" } }
            #expect(inArray == onLines)
        }
    }

    @Test func depthIsBounded() {
        for (depth, isWhole) in [(126, true), (127, true), (128, false), (100_000, false)] {
            let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let lines = valueLines(of: Array("{\"a\":\(nested)}\n{\"a\":1}".utf8))
            #expect(lines.count == 2 && lines[0].contains("bad-json") != isWhole, "\(depth)")
        }
    }

    /// Rows come one behind the other, each on its line.
    private func checkRows(of bytes: [UInt8]) {
        guard var scanner = JSONScanner(of: bytes.span, at: 0, line: 1) else { return }
        var parser = JSONParser()
        var values = JSONCells(names: ["", "a", "u"])
        var last = 0
        let oracle = CSVOracle(bytes: bytes)
        while let row = scanner.nextRow(in: bytes.span, by: &parser, into: &values) {
            #expect(row.start >= last && row.end >= row.start)
            #expect(row.line == oracle.lineBreaks(before: row.start) + 1, "\(shown(bytes))")
            #expect(scanner.offset > last || scanner.offset == bytes.count)
            #expect(row.fault.map { $0.offset >= row.start && $0.offset <= bytes.count } ?? true)
            last = row.end
        }
        #expect(scanner.offset == bytes.count)
    }

    /// - Returns: Whether the line is an object.
    private func compareWithFoundation(_ line: [UInt8]) -> Bool {
        let object = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any]
        guard let scanner = JSONScanner(of: line.span, at: 0, line: 1) else { return false }
        let names = scanner.allNames(in: line.span)
        var rows = JSONRows(scanner, names: names)
        var cells: [TextCell] = []
        let row = rows.nextRow(in: line.span, cells: &cells)
        let isWhole = row.map { $0.fault == nil } ?? false
        // Foundation lets a comma pass before the end of an object; RFC 8259 does not.
        let hasCommaAtEnd = shown(line).contains(/,[ →]*\}/)
        #expect(isWhole == (object != nil) || hasCommaAtEnd && !isWhole, "\(shown(line))")
        guard let object, isWhole else { return false }
        for (name, cell) in zip(names, cells) {
            let content = String(decoding: cell.content(in: line.span), as: UTF8.self)
            #expect(JSONSample.isValue(content, of: object, at: name), "\(name) of \(shown(line))")
        }
        return true
    }
}
