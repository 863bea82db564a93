import Calendars
import Diagnostics
import Funnel
import Testing

@testable import Records

/// Rows that do not fit in memory are put aside, and nobody can tell from what is counted.
@Suite struct PutAsideTests {
    @Test(arguments: 0..<24) func puttingRowsAsideMakesNoDifference(seed: Int) throws {
        var dice = SeededDice(seed: UInt64(seed) &+ 4711)
        let text = seed % 4 == 3 ? SampleText.json(&dice, rows: 4000) : SampleText.csv(&dice, rows: 4000)
        let bytes = Array(text.utf8)
        let funnels = (0..<6).map { _ in SampleText.funnel(&dice) }
        for funnel in funnels {
            guard let whole = try signature(bytes, funnel, threads: 1, chunkSize: 1 << 20, allowance: nil) else {
                return
            }
            for (threads, chunkSize, size) in [(1, 1 << 20, 0), (1, 300, 2000), (2, 5000, 0), (3, 900, 20_000)] {
                let scratch = BytesAside()
                let allowance = RowAllowance(byteCount: size, scratch: scratch, countedSize: size)
                let parted = try signature(bytes, funnel, threads: threads, chunkSize: chunkSize, allowance: allowance)
                #expect(parted == whole, "seed \(seed), \(threads) threads, chunks of \(chunkSize), \(size) bytes")
            }
        }
    }

    @Test func rowsAreReallyPutAside() throws {
        let scratch = BytesAside()
        let events = try #require(
            try scan(Array(Self.text.utf8), Self.funnel, 2, 4096, RowAllowance(byteCount: 10_000, scratch: scratch))
        )
        #expect(events.rows.count == 30_000)
        #expect(scratch.count > 50_000)
        #expect(events.rows.heldSize <= 10_000)
    }

    @Test(arguments: [1, 3]) func noRoomForThemIsAnError(threads: Int) {
        let scratch = BytesAside(room: 30_000)
        let error = #expect(throws: RecordsError.self) {
            try scan(
                Array(Self.text.utf8),
                Self.funnel,
                threads,
                4096,
                RowAllowance(byteCount: 10_000, scratch: scratch)
            )
        }
        #expect(error?.kind == .notPutAside("No space left on device"))
        #expect(error?.diagnostics.first?.remedy?.contains("--memory") == true)
    }

    @Test(arguments: [1, 3]) func rowsThatCannotBeReadAgainAreAnError(threads: Int) throws {
        let scratch = BytesAside()
        let events = try #require(
            try scan(
                Array(Self.text.utf8),
                Self.funnel,
                threads,
                4096,
                RowAllowance(byteCount: 10_000, scratch: scratch)
            )
        )
        scratch.lose()
        let timeline = Timeline.instants(.utc)
        let counter = ScannedEventCounter(Self.funnel, in: events, on: timeline, before: .max, threads: threads)
        let error = #expect(throws: RecordsError.self) { try counter.count() }
        #expect(error?.kind == .notPutAside("Input/output error"))
    }

    /// Four users of 36 bytes or fewer, so that some are long words.
    private static let text =
        "id,at,what,channel\n"
        + (0..<30_000).map { index in
            let user = ["1", "somebody.with.a.long.name@example.org", "x7", "another.with.a.long.name@example.org"]
            return "\(user[index % 4]),2025-03-1\(index % 7)T0\(index % 10):00:00Z,visit,ads\n"
        }.joined()

    private static let funnel = FunnelDefinition(
        id: "f",
        stages: [Stage(id: "a", condition: .column("event", isOneOf: ["visit"]))]
    )

    private static let zone = Zone(named: "America/New_York") ?? .utc

    private func scan(
        _ bytes: [UInt8],
        _ funnel: FunnelDefinition,
        _ threads: Int,
        _ chunkSize: Int,
        _ allowance: RowAllowance?
    ) throws -> ScannedEvents? {
        var scan = EventScan(
            columns: EventColumns(entity: "id", time: "at", event: "what", properties: ["channel"]),
            format: TextFormat(zone: Self.zone, missing: ["n/a"]),
            zone: Self.zone,
            interest: ScanInterest(in: [funnel]),
            effort: EventScan.Effort(threads: threads, chunkSize: chunkSize, allowance: allowance)
        )
        return try scan.read(BytesInMemory(bytes), file: "a") ? scan.finish() : nil
    }

    /// Everything that is counted, in its own order; `nil` where the file cannot be scanned.
    private func signature(
        _ bytes: [UInt8],
        _ funnel: FunnelDefinition,
        threads: Int,
        chunkSize: Int,
        allowance: RowAllowance?
    ) throws -> [String]? {
        guard let events = try scan(bytes, funnel, threads, chunkSize, allowance) else { return nil }
        let timeline = events.hasClockTimes ? Timeline.instants(Self.zone) : .localDays(Self.zone)
        guard case .lastDay(let day) = DataEnd(of: events.days) else { return ["no end"] }
        // A day before the end, and within a day.
        let asOf = timeline.start(of: day) + (events.hasClockTimes ? 3_600_000_000 : 0)
        let counter = ScannedEventCounter(
            funnel,
            in: events,
            on: timeline,
            before: asOf,
            threads: threads,
            allowance: allowance
        )
        let (sets, shared) = try counter.count()
        let used = try counter.usedRows(before: asOf, user: 1)
        let reached = sets.sortedLines { passages, passage in
            let ends = (0..<passages.stageCount).map { passages.reachedAt($0, in: passage) }
            let values = passages.breakdowns.map { breakdown in
                (1...passages.stageCount).map { breakdown.values[Int(breakdown.code(of: passage, level: $0))] }
            }
            return "\(passages.weeks[passage]) \(ends) \(values)"
        }
        return ["\(events.tally)", "\(shared.map { "\($0)" } ?? "")", "\(used)"] + events.rejections.map { "\($0)" }
            + reached
    }
}
