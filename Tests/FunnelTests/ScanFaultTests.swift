import Calendars
import Diagnostics
import Records
import Testing

/// Files that change, end or break while they are read.
@Suite struct ScanFaultTests {
    private func scan(_ source: any ByteSource, threads: Int) throws(RecordsError) -> ScannedEvents? {
        var scan = EventScan(
            columns: EventColumns(entity: "id", time: "at"),
            format: TextFormat(zone: .utc),
            zone: .utc,
            interest: ScanInterest { _ in ScanInterest.Use(users: 1, isKept: true) },
            effort: EventScan.Effort(threads: threads, chunkSize: 1 << 12)
        )
        return try scan.read(source, file: "a.csv") ? scan.finish() : nil
    }

    private static let text = "id,at\n" + String(repeating: "1,2025-03-10T00:00:00Z\n", count: 30_000)

    @Test(arguments: [1, 2, 3]) func aFileThatBecomesShorterIsAnError(threads: Int) {
        let error = #expect(throws: RecordsError.self) {
            try scan(ShrinkingFile(Array(Self.text.utf8)), threads: threads)
        }
        #expect(error?.kind == .shortened)
    }

    @Test(arguments: [1, 3]) func aFileThatCannotBeReadOnIsAnError(threads: Int) {
        let error = #expect(throws: RecordsError.self) {
            try scan(ShrinkingFile(Array(Self.text.utf8), fault: "Input/output error"), threads: threads)
        }
        #expect(error?.kind == .unreadable("Input/output error"))
    }

    @Test func aQuoteThatIsNeverClosedCostsItsLineAlone() throws {
        let text = Self.text + "\"2,2025-03-10T00:00:00Z\n" + Self.text.dropFirst(6)
        let events = try #require(try scan(BytesInMemory(Array(text.utf8)), threads: 2))
        #expect(events.tally.accepted == 60_000)
        #expect(events.rejections.map(\.position.line) == [30_002])
    }

    @Test func aRowOfMegabytesIsARow() throws {
        let id = String(repeating: "x", count: 3_000_000)
        let text = "id,at\n1,2025-03-10\n\(id),2025-03-11\n\"\(id)\n\",2025-03-12\n2,2025-03-13\n"
        let events = try #require(try scan(BytesInMemory(Array(text.utf8)), threads: 2))
        #expect(events.tally.accepted == 4)
        #expect(events.rows.count == 4)
    }
}

/// A file that ends earlier than it said, or breaks off.
private struct ShrinkingFile: ByteSource {
    let bytes: [UInt8]
    var fault: String?

    init(_ bytes: [UInt8], fault: String? = nil) {
        self.bytes = bytes
        self.fault = fault
    }

    var byteCount: Int { bytes.count }

    func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws(ByteFault) -> Int {
        let count = min(range.count, bytes.count / 2 - offset)
        guard count > 0 else {
            if let fault { throw ByteFault(fault) }
            return 0
        }
        for index in 0..<count { buffer[range.lowerBound + index] = bytes[offset + index] }
        return count
    }

    func close() {}
}
