import Calendars
import Diagnostics
import Testing

@testable import Records

/// Files packed by gzip, unpacked as they are read: what is in them is counted exactly, or it is an error.
@Suite struct GzipStreamTests {
    private static let rows = (0..<6000).map { index in
        "\(index % 97),2025-03-\(10 + index % 20)T0\(index % 10):00:00Z,\(index % 3 == 0 ? "visit" : "sign")\n"
    }
    private static let text = "id,at,what\n" + rows.joined()
    private static let whole = packed(Array(text.utf8))

    private func scan(_ file: [UInt8], threads: Int, size: Int, limit: Int? = nil) throws -> ScannedEvents? {
        var scan = EventScan(
            columns: EventColumns(entity: "id", time: "at", event: "what"),
            format: TextFormat(zone: .utc),
            zone: .utc,
            interest: ScanInterest { _ in ScanInterest.Use(users: 1, isKept: true) },
            effort: EventScan.Effort(threads: threads, chunkSize: size)
        )
        let source: any ByteSource = limit.map { CutFile(file, at: $0) } ?? BytesInMemory(file)
        return try scan.read(source, file: "a.csv.gz") ? scan.finish() : nil
    }

    /// Rows by day, which tells whether any was lost or came twice.
    private func days(_ events: ScannedEvents) -> [String] {
        events.days.counts.map { "\($0.key.day.date): \($0.value)" }.sorted()
    }

    @Test(arguments: [(1, 1 << 20), (1, 50), (2, 700), (3, 9000)])
    func packedRowsAreThoseThatWerePacked(threads: Int, size: Int) throws {
        let plain = try #require(try scan(Array(Self.text.utf8), threads: 1, size: 1 << 20))
        let events = try #require(try scan(Self.whole, threads: threads, size: size))
        #expect("\(events.tally)" == "\(plain.tally)")
        #expect(events.tally.accepted == 6000)
        #expect(days(events) == days(plain))
        #expect(events.rejections.isEmpty)
    }

    @Test(arguments: [1, 3]) func membersMayEndAnywhere(threads: Int) throws {
        let bytes = Array(Self.text.utf8)
        for cuts in [[5], [11], [100_000], [70_000, 70_000, 70_007, 140_000], Array(stride(from: 1, to: 200, by: 1))] {
            let bounds = [0] + cuts + [bytes.count]
            let file = zip(bounds, bounds.dropFirst()).flatMap { packed(Array(bytes[$0..<$1])) }
            let events = try #require(try scan(file + [0, 0, 0], threads: threads, size: 3000))
            #expect(events.tally.accepted == 6000)
            #expect(events.rejections.isEmpty)
        }
    }

    @Test func aFileCutOffAnywhereIsAnErrorWithItsLength() {
        for length in [2, 5, 9, 10, 11, 40_000, Self.whole.count / 2, Self.whole.count - 9, Self.whole.count - 1] {
            for threads in [1, 2] {
                let error = #expect(throws: RecordsError.self, "\(length)") {
                    try scan(Array(Self.whole.prefix(length)), threads: threads, size: 5000)
                }
                #expect(error?.kind == .brokenGzip(.cutOff(at: length)))
            }
        }
    }

    @Test func whatFollowsTheLastMemberIsAnErrorWithItsPlace() {
        for garbage in [Array("more".utf8), [0, 0, 7], [0x1F, 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]] {
            let error = #expect(throws: RecordsError.self) { try scan(Self.whole + garbage, threads: 2, size: 5000) }
            guard case .brokenGzip(.corrupt(let byte)) = error?.kind else {
                Issue.record("\(String(describing: error?.kind))")
                continue
            }
            #expect((Self.whole.count...(Self.whole.count + 4)).contains(byte))
        }
    }

    @Test func aChangedByteIsNeverReadAsSomethingElse() {
        for index in stride(from: 12, to: Self.whole.count, by: 3331) {
            var file = Self.whole
            file[index] ^= 0x24
            #expect(throws: RecordsError.self, "\(index)") { try scan(file, threads: 1, size: 5000) }
        }
    }

    @Test(arguments: [1, 3]) func aPackedFileThatBecomesShorterIsAnError(threads: Int) {
        let error = #expect(throws: RecordsError.self) {
            try scan(Self.whole, threads: threads, size: 5000, limit: 100_000)
        }
        #expect(error?.kind == .shortened)
    }

    @Test func textAndItsLastLineNeedNotEndWithALineBreak() throws {
        let file = packed(Array(Self.text.dropLast().utf8))
        #expect(try scan(file, threads: 2, size: 1000)?.tally.accepted == 6000)
        #expect(try scan(packed(Array("id,at,what\n".utf8)), threads: 2, size: 1000)?.tally.accepted ?? 0 == 0)
    }
}

/// A file that ends earlier than it said.
private struct CutFile: ByteSource {
    let bytes: [UInt8]
    let limit: Int

    init(_ bytes: [UInt8], at limit: Int) {
        (self.bytes, self.limit) = (bytes, limit)
    }

    var byteCount: Int { bytes.count }

    func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) -> Int {
        let count = max(0, min(range.count, limit - offset))
        for index in 0..<count { buffer[range.lowerBound + index] = bytes[offset + index] }
        return count
    }

    func close() {}
}
