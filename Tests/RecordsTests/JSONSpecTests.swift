import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct JSONSpecTests {
    static let cases: [SpecCase] = (try? SpecCase.all(in: "json.spec.md")) ?? []

    @Test func theSpecHasItsCases() {
        #expect(Self.cases.count >= 40)
        #expect(Self.cases.contains { $0.kind == .values } && Self.cases.contains { $0.kind == .events })
    }

    @Test(arguments: cases)
    func everyCaseReadsAsTheSpecSays(example: SpecCase) throws {
        for variant in example.variants {
            let lines = try result(of: example, variant.bytes)
            #expect(lines == example.expected, "\(variant.name)")
        }
    }

    @Test(arguments: cases)
    func everyBeginningOfEveryCaseIsReadAndEveryLineAccountedFor(example: SpecCase) {
        for variant in example.variants {
            for length in 0...variant.bytes.count { checkTally(of: Array(variant.bytes.prefix(length))) }
        }
    }

    private func result(of example: SpecCase, _ bytes: [UInt8]) throws -> [String] {
        if example.kind == .values { return valueLines(of: bytes) }
        let istanbul = try #require(Zone(named: "Europe/Istanbul"))
        return eventLines(of: bytes, properties: example.properties, zone: istanbul)
    }
}

/// Reads `bytes` as events: every row is accepted or rejected, and of lines each is a row that is not blank.
func checkTally(of bytes: [UInt8]) {
    let columns = EventColumns(entity: "user", time: "time", event: "event")
    var reader = EventReader(columns: columns, format: TextFormat(zone: .utc))
    let reading: EventReading
    do throws(RecordsError) {
        try reader.read(bytes, file: "f")
        reading = try reader.finish()
    } catch {
        #expect(!error.diagnostics.isEmpty)
        return
    }
    #expect(reading.tally.read == reading.table.rowCount + reading.rejections.count)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let scanner = JSONScanner(of: bytes.span, at: start, line: 1), scanner.form == .lines {
        let lines = bytes[start...].split { $0 == 10 || $0 == 13 }
        #expect(reading.tally.read == lines.count { $0.contains { $0 != 32 && $0 != 9 } }, "\(shown(bytes))")
    }
}

/// The rows of the scanner, as a `values` block shows them: the line, the values that are not missing, and after `!`
/// the place of what is no JSON.
func valueLines(of bytes: [UInt8]) -> [String] {
    let text = bytes.span
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let scanner = JSONScanner(of: text, at: start, line: 1) else { return ["no JSON"] }
    let names = scanner.allNames(in: text)
    var rows = JSONRows(scanner, names: names)
    var cells: [TextCell] = []
    var lines: [String] = []
    while let row = rows.nextRow(in: text, cells: &cells) {
        var words = ["\(row.line):"]
        if let fault = row.fault {
            let place = row.place(of: fault.offset, in: text)
            words += ["!", "\(place.line):\(place.column)", fault.reason.rawValue]
        } else {
            words += zip(names, cells).filter { $1.start < $1.end }.map { name, cell in
                shown(name.utf8) + "=" + shown(cell.content(in: text))
            }
        }
        lines.append(words.joined(separator: " "))
    }
    return lines
}
