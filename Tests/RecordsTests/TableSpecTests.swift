import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct TableSpecTests {
    static let cases: [SpecCase] = (try? SpecCase.all(in: "tables.spec.md")) ?? []

    @Test func theSpecHasItsCases() {
        #expect(Self.cases.count >= 30)
    }

    @Test(arguments: cases)
    func everyCaseReadsAsTheSpecSays(example: SpecCase) {
        for variant in example.variants {
            #expect(sheetLines(of: variant.bytes, example) == example.expected, "\(variant.name)")
        }
    }

    @Test(arguments: cases)
    func everyBeginningOfEveryCaseIsReadAndEveryRowAccountedFor(example: SpecCase) {
        for variant in example.variants {
            for length in 0...variant.bytes.count {
                guard let sheet = example.sheet(of: Array(variant.bytes.prefix(length))) else { continue }
                #expect(sheet.tally.accepted == sheet.rowCount)
                #expect(sheet.tally.read == sheet.rowCount + sheet.rejections.count + sheet.tally.other)
                #expect(sheet.columns.allSatisfy { $0.codes.count == sheet.rowCount })
            }
        }
    }

    /// Of every cell that holds something the place is found again: the cell's bytes stand there.
    @Test(arguments: cases)
    func everyCellIsFoundAgain(example: SpecCase) throws {
        guard !example.input.contains(13), let sheet = example.sheet(of: example.input) else { return }
        let lines = example.input.split(separator: 10, omittingEmptySubsequences: false)
        for row in 0..<sheet.rowCount {
            for (name, column) in zip(sheet.names, sheet.columns) where column.codes[row] >= 0 {
                let place = sheet.place(ofRow: row, column: name)
                let line = Array(lines[try #require(place.line) - 1]).dropFirst(try #require(place.column) - 1)
                let word = Array(column.words[Int(column.codes[row])].utf8)
                #expect(line.starts(with: word) || line.dropFirst().starts(with: word.prefix(3)), "\(name), row \(row)")
            }
        }
    }
}

extension SpecCase {
    /// The sheet of the columns that the case names; `nil` where the file cannot be read.
    fileprivate func sheet(of bytes: [UInt8]) -> Sheet? {
        try? readSheet(of: bytes)
    }

    fileprivate func readSheet(of bytes: [UInt8]) throws(RecordsError) -> Sheet {
        let needed = names(of: "columns").map { SheetColumn($0) }
        let optional = names(of: "optional").map { SheetColumn($0, isOptional: true) }
        let skip = names(of: "skip").first.flatMap { Int($0) } ?? 0
        var reader = SheetReader(
            columns: options.contains("all") ? nil : needed + optional,
            format: TextFormat(zone: .utc, missing: Set(names(of: "missing")), skip: skip),
            leavingOutTotals: options.contains("totals")
        )
        try reader.read(bytes, file: "f")
        return reader.finish()
    }
}

/// The rows of the sheet, as a `sheet` block shows them: the line and the cells, then rejected rows, then how many rows
/// are totals, and how many lines lie outside.
private func sheetLines(of bytes: [UInt8], _ example: SpecCase) -> [String] {
    let sheet: Sheet
    do throws(RecordsError) {
        sheet = try example.readSheet(of: bytes)
    } catch {
        return error.diagnostics.map { diagnostic in
            let place = diagnostic.position.map { "\($0)".dropFirst(2) } ?? ""
            return (place.isEmpty ? "error " : "error \(place): ") + diagnostic.message
        }
    }
    var lines = (0..<sheet.rowCount).map { row in
        let cells = zip(sheet.names, sheet.columns).map { name, column in
            let code = column.codes[row]
            return name + "=" + (code < 0 ? "—" : shown(column.words[Int(code)].utf8))
        }
        return (["\(sheet.place(ofRow: row).line):"] + cells).joined(separator: " ")
    }
    lines += sheet.rejections.map { line(of: $0) }
    if sheet.tally.other > 0 { lines.append("other \(sheet.tally.other)") }
    if sheet.tally.outside > 0 { lines.append("outside \(sheet.tally.outside)") }
    return lines
}
