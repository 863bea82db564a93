import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct FormsSpecTests {
    static let cases: [SpecCase] = (try? SpecCase.all(in: "forms.spec.md")) ?? []

    @Test func theSpecHasItsCases() {
        let kinds = Dictionary(grouping: Self.cases, by: \.kind).mapValues(\.count)
        #expect(kinds[.records] ?? 0 >= 20 && kinds[.counts] ?? 0 >= 15 && kinds[.measures] ?? 0 >= 3)
    }

    @Test(arguments: cases)
    func everyCaseReadsAsTheSpecSays(example: SpecCase) throws {
        for variant in example.variants {
            #expect(try lines(of: example, variant.bytes) == example.expected, "\(variant.name)")
        }
    }

    /// Rows are read, rejected or totals, and nothing is lost, wherever the file breaks off.
    @Test(arguments: cases)
    func everyBeginningOfEveryCaseAddsUp(example: SpecCase) throws {
        for length in 0...example.input.count {
            let bytes = Array(example.input.prefix(length))
            do throws(RecordsError) {
                try checkSums(of: example, bytes)
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
    }

    private func checkSums(of example: SpecCase, _ bytes: [UInt8]) throws(RecordsError) {
        let mapping = FormMapping(example.options)
        switch example.kind {
        case .records:
            let reading = try mapping.records(bytes)
            #expect(reading.table.rowCounts.reduce(0, +) == reading.tally.accepted)
            #expect(reading.tally.rejected == reading.rejections.count)
        case .counts:
            let reading = try mapping.counts(bytes)
            #expect(reading.table.rowCounts.reduce(0, +) == reading.tally.accepted)
            #expect(reading.tally.rejected == reading.rejections.count)
        default:
            let reading = try mapping.measures(bytes)
            #expect(reading.table.days.count == reading.tally.accepted)
            #expect(reading.tally.rejected == reading.rejections.count)
        }
    }

    private func lines(of example: SpecCase, _ bytes: [UInt8]) throws -> [String] {
        let mapping = FormMapping(example.options)
        do throws(RecordsError) {
            switch example.kind {
            case .records:
                let reading = try mapping.records(bytes)
                return reading.table.lines + ending(reading.tally, reading.rejections)
            case .counts:
                let reading = try mapping.counts(bytes)
                return reading.table.lines + ending(reading.tally, reading.rejections)
            default:
                let reading = try mapping.measures(bytes)
                return reading.table.lines + ending(reading.tally, reading.rejections)
            }
        } catch {
            return error.diagnostics.flatMap { diagnostic in
                let place = diagnostic.position.map { "\($0)".dropFirst(2) } ?? ""
                return ["error \(place): \(diagnostic.message)"] + (diagnostic.remedy.map { ["→ \($0)"] } ?? [])
            }
        }
    }

    private func ending(_ tally: RowTally, _ rejections: Rejections) -> [String] {
        rejections.map(line) + (tally.other > 0 ? ["other \(tally.other)"] : [])
    }
}
