import Calendars
import Records

/// Any bytes read as a file by every reader: none may crash, and the scan of events must give what their reader gives.
///
/// The first byte says how they are read: in what chunks the scan reads, which words are missing, and in which encoding the
/// text is.
struct AnyBytes {
    private let lead: UInt8
    private let bytes: [UInt8]

    /// - Returns: `nil` where there is but one byte, or none.
    init?(_ all: [UInt8]) {
        guard let lead = all.first, all.count > 1 else { return nil }
        (self.lead, bytes) = (lead, Array(all.dropFirst()))
    }

    /// Reads them in every way.
    /// - Returns: What the scan and the reader of events do not agree on; `nil` where all is well.
    var difference: String? {
        readOtherForms()
        let read = readEvents()
        guard let scanned = scanEvents() else { return nil }
        guard let read else { return "the scan reads what the reader does not" }
        return scanned == read ? nil : "the scan gives \(scanned), the reader \(read)"
    }

    /// What can be seen of a reading.
    private struct Outcome: Equatable {
        var accepted: Int
        var outside: Int
        var hasClockTimes: Bool
        var rejections: [Rejection]
    }

    private static let columns = EventColumns(entity: "id", time: "at", event: "what", properties: ["channel"])

    private var format: TextFormat {
        TextFormat(
            zone: .utc,
            missing: lead & 1 == 0 ? [] : ["n/a"],
            encoding: lead & 0x70 == 0x70 ? TextEncoding.allCases[Int(lead & 0x0F) % TextEncoding.allCases.count] : nil
        )
    }

    private func readEvents() -> Outcome? {
        var reader = EventReader(columns: Self.columns, format: format)
        do {
            try reader.read(bytes, file: "a")
            let reading = try reader.finish()
            return Outcome(
                accepted: reading.tally.accepted,
                outside: reading.tally.outside,
                hasClockTimes: reading.table.hasClockTimes,
                rejections: Array(reading.rejections)
            )
        } catch {
            return nil
        }
    }

    private func scanEvents() -> Outcome? {
        let effort = EventScan.Effort(threads: 1 + Int(lead >> 7), chunkSize: 1 + Int(lead) * 3)
        let interest = ScanInterest { _ in ScanInterest.Use(users: 1, isKept: true) }
        var scan = EventScan(columns: Self.columns, format: format, zone: .utc, interest: interest, effort: effort)
        do {
            guard try scan.read(BytesInMemory(bytes), file: "a"), let events = try scan.finish() else { return nil }
            precondition(events.rows.count == events.tally.accepted, "rows were lost")
            return Outcome(
                accepted: events.tally.accepted,
                outside: events.tally.outside,
                hasClockTimes: events.hasClockTimes,
                rejections: Array(events.rejections)
            )
        } catch {
            return nil
        }
    }

    /// What they give shows in tests of their own; here they have only to come to an end.
    private func readOtherForms() {
        var records = RecordReader(
            columns: RecordColumns(
                entity: "id",
                stages: [
                    RecordColumns.StageColumn(id: "lead", date: "at"),
                    RecordColumns.StageColumn(id: "won", status: "what"),
                ],
                amount: "amount"
            ),
            format: format
        )
        var counts = CountReader(
            columns: CountColumns(day: "at", stages: .columns([CountColumns.StageHeader(id: "a", header: "what")])),
            format: format
        )
        _ = Result { try records.read(bytes, file: "a") }
        _ = Result { try records.finish() }
        _ = Result { try counts.read(bytes, file: "a") }
        _ = Result { try counts.finish() }
        _ = Result { try FileSurvey(bytes, file: "a", format: format) }
    }
}
