import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct CSVSpecTests {
    static let cases: [SpecCase] = (try? SpecCase.all(in: "csv.spec.md")) ?? []

    @Test func theSpecHasItsCases() {
        #expect(Self.cases.count >= 60)
        #expect(Self.cases.contains { $0.kind == .cells } && Self.cases.contains { $0.kind == .events })
    }

    @Test(arguments: cases)
    func everyCaseReadsAsTheSpecSays(example: SpecCase) throws {
        for variant in example.variants {
            let lines = try result(of: example, variant.bytes)
            #expect(lines == example.expected, "\(variant.name)")
        }
    }

    @Test(arguments: cases)
    func everyBeginningOfEveryCaseIsReadAndEveryRowAccountedFor(example: SpecCase) throws {
        for variant in example.variants {
            for length in 0...variant.bytes.count {
                try checkAgainstTheOracle(Array(variant.bytes.prefix(length)), properties: example.properties)
            }
        }
    }

    private func result(of example: SpecCase, _ bytes: [UInt8]) throws -> [String] {
        if example.kind == .cells { return cellLines(of: bytes) }
        let istanbul = try #require(Zone(named: "Europe/Istanbul"))
        return eventLines(of: bytes, properties: example.properties, zone: istanbul)
    }
}

/// The rows of the scanner, as a `cells` block shows them.
func cellLines(of bytes: [UInt8]) -> [String] {
    let text = bytes.span
    var scanner = CSVScanner(delimiter: UInt8(ascii: ","), at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var cells: [TextCell] = []
    var lines: [String] = []
    while let row = scanner.nextRow(in: text, cells: &cells) {
        var words = ["\(row.line):"] + cells.map { "[" + shown($0.content(in: text)) + "]" }
        if let fault = row.fault {
            let place = row.place(of: fault.offset, in: text)
            words += ["!", "\(place.line):\(place.column)", fault.reason.rawValue]
        }
        lines.append(words.joined(separator: " "))
    }
    return lines
}

/// The rows of the reader, as an `events` block shows them.
func eventLines(of bytes: [UInt8], properties: [String], zone: Zone) -> [String] {
    let columns = EventColumns(entity: "user", time: "time", event: "event", properties: properties)
    var reader = EventReader(columns: columns, format: TextFormat(zone: zone, missing: ["NULL"]))
    let reading: EventReading
    do throws(RecordsError) {
        try reader.read(bytes, file: "f")
        reading = try reader.finish()
    } catch {
        return error.diagnostics.map { diagnostic in
            let place = diagnostic.position.map { "\($0)".dropFirst(2) } ?? ""
            return (place.isEmpty ? "error " : "error \(place): ") + diagnostic.message
        }
    }
    let accepted = (0..<reading.table.rowCount).map { reading.table.line(at: $0, properties: properties) }
    return accepted + reading.rejections.map(line)
}

/// A rejected row, as a spec shows it.
func line(of rejection: Rejection) -> String {
    var words = ["rejected", String("\(rejection.position)".dropFirst(2)), rejection.reason.rawValue]
    switch rejection.detail {
    case .cells(let found, let expected): words.append("\(found) of \(expected)")
    case .value(let value): words.append(value)
    case .word(let word, let nearest): words += [word, "(\(nearest))"]
    case nil: break
    }
    return words.joined(separator: " ")
}

extension EventTable {
    func line(at row: Int, properties: [String]) -> String {
        let instant = Instant(microseconds: times[row])
        let fraction = String(1_000_000 + (times[row] % 1_000_000 + 1_000_000) % 1_000_000).dropFirst()
        let clock = Zone.utc.timestamp(instant).dropLast(6) + (fraction == "000000" ? "" : "." + fraction) + "Z"
        let words = ["#\(entities[row])", String(clock), word(in: "event", at: row)]
        return (words + properties.map { "\($0)=" + word(in: $0, at: row) }).joined(separator: " ")
    }

    private func word(in column: String, at row: Int) -> String {
        guard let column = columns[column], column.codes[row] >= 0 else { return "—" }
        return shown(column.words[Int(column.codes[row])].utf8)
    }
}
