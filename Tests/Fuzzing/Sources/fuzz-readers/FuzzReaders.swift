import Calendars
import Records

/// Reads any bytes as a file of events, by the reader and by the scan: neither may crash, and both must give the same.
///
/// The first byte says in what chunks the scan reads.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyBytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let columns = EventColumns(entity: "id", time: "at", event: "what", properties: ["channel"])
    let format = TextFormat(zone: .utc, missing: start.pointee & 1 == 0 ? [] : ["n/a"])
    guard let scanned = scan(bytes, columns, format, chunkSize: 1 + Int(start.pointee) * 3) else { return 0 }
    guard let read = read(bytes, columns, format) else { fatalErrorOf("the scan reads what the reader does not") }
    if scanned != read { fatalErrorOf("the scan gives \(scanned), the reader \(read)") }
    return 0
}

/// What can be seen of a reading.
private struct Outcome: Equatable {
    var accepted: Int
    var outside: Int
    var hasClockTimes: Bool
    var rejections: [Rejection]
}

private func read(_ bytes: [UInt8], _ columns: EventColumns, _ format: TextFormat) -> Outcome? {
    var reader = EventReader(columns: columns, format: format)
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

private func scan(_ bytes: [UInt8], _ columns: EventColumns, _ format: TextFormat, chunkSize: Int) -> Outcome? {
    let interest = ScanInterest { _ in ScanInterest.Use(users: 1, isKept: true) }
    let effort = EventScan.Effort(threads: 1, chunkSize: chunkSize)
    var scan = EventScan(columns: columns, format: format, zone: .utc, interest: interest, effort: effort)
    do {
        guard try scan.read(BytesInMemory(bytes), file: "a"), let events = scan.finish() else { return nil }
        guard events.rows.count == events.tally.accepted else { fatalErrorOf("rows were lost") }
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

private func fatalErrorOf(_ difference: String) -> Never { preconditionFailure(difference) }
