import Calendars
import Foundation
import LivingExample

/// The package's folder, found from this file's place in it.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The living example, told once for all tests.
let wholeDemlik = Demlik()

/// Its web events.
let demlik = wholeDemlik.web

/// Its rows, a list a week.
let demlikRows: [(week: Week, rows: [ExampleRow])] = demlik.files.map { ($0.week, exampleRows($0.bytes)) }

/// One row of the example's files, as another reader of CSV sees it.
struct ExampleRow {
    var person: String
    var time: String
    var event: String
    var channel: String
    var device: String
    /// Empty where the row is no enquiry, or its file has no such column.
    var leadID: String
}

/// The rows of one file; the header is left out.
func exampleRows(_ bytes: [UInt8]) -> [ExampleRow] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return ExampleRow(
            person: cells[0],
            time: cells[1],
            event: cells[2],
            channel: cells[3],
            device: cells[4],
            leadID: cells.count > 6 ? cells[6] : ""
        )
    }
}

/// Fowler, Noll and Vo's 64-bit hash, variant 1a.
func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}
