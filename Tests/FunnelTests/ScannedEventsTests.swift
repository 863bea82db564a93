import Calendars
import Records
import Testing

@testable import Funnel

/// What the scan gives is what the reader and the table give, row by row and passage by passage.
@Suite struct ScannedEventsTests {
    @Test(arguments: 0..<40) func scanningGivesWhatReadingGives(seed: Int) throws {
        var dice = SeededDice(seed: UInt64(seed) &+ 77)
        for number in 0..<25 {
            let encoding: TextEncoding? = number % 5 == 4 ? .windows1254 : nil
            let text = dice.below(3) == 0 ? SampleText.json(&dice) : SampleText.csv(&dice)
            let funnel = SampleText.funnel(&dice)
            let read = try Counted(reading: text, funnel, encoding)
            for (threads, chunkSize) in [(1, 1 << 20), (1, 40), (3, 9), (2, 200)] {
                let scanned = try Counted(scanning: text, funnel, encoding, threads: threads, chunkSize: chunkSize)
                guard let scanned else { continue }
                let differences = scanned.lines.difference(from: read.lines).map { "\($0)" }
                #expect(differences == [], "\(threads) threads, chunks of \(chunkSize) bytes: \(text.debugDescription)")
            }
        }
    }

    @Test func mostFilesCanBeScanned() throws {
        var dice = SeededDice(seed: 5)
        var scanned = 0
        for _ in 0..<200 {
            let (text, funnel) = (SampleText.csv(&dice), SampleText.funnel(&dice))
            if try Counted(scanning: text, funnel, threads: 1, chunkSize: 60) != nil { scanned += 1 }
        }
        #expect(scanned > 150)
    }
}

/// Everything that can be seen of a count, in an order of its own.
private struct Counted: Equatable {
    var passages: [String]
    var use: RowUse
    var end: DataEnd
    var hasClockTimes: Bool
    var read: Int
    var outside: Int
    var rejections: [String]

    /// One for each thing that can be compared.
    var lines: [String] {
        ["\(use)", "\(end)", "\(hasClockTimes)", "\(read)", "\(outside)"] + rejections + passages
    }

    private static let columns = EventColumns(entity: "id", time: "at", event: "what", properties: ["channel"])
    private static let zone = Zone(named: "America/New_York") ?? .utc
    private static func format(_ encoding: TextEncoding?) -> TextFormat {
        TextFormat(zone: zone, missing: ["n/a"], encoding: encoding)
    }

    /// The text as it is written: what of Turkish is in these tests stands in Windows-1254 where it does in Unicode.
    private static func bytes(_ text: String, _ encoding: TextEncoding?) -> [UInt8] {
        encoding == nil ? Array(text.utf8) : text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    init(reading text: String, _ funnel: FunnelDefinition, _ encoding: TextEncoding?) throws {
        var reader = EventReader(columns: Self.columns, format: Self.format(encoding))
        try reader.read(Self.bytes(text, encoding), file: "a.csv")
        let reading = try reader.finish()
        let end = DataEnd(of: reading.table, in: Self.zone)
        let (timeline, asOf) = Self.frame(end, hasClockTimes: reading.table.hasClockTimes)
        let (passages, use) = EventCounter(funnel, in: reading.table, on: timeline, before: asOf).count()
        self.init(PassageSets(passages), use, end, reading.table.hasClockTimes, reading.tally, reading.rejections)
    }

    init?(
        scanning text: String,
        _ funnel: FunnelDefinition,
        _ encoding: TextEncoding? = nil,
        threads: Int,
        chunkSize: Int
    ) throws {
        var scan = EventScan(
            columns: Self.columns,
            format: Self.format(encoding),
            zone: Self.zone,
            interest: ScanInterest(in: [funnel]),
            effort: EventScan.Effort(threads: threads, chunkSize: chunkSize)
        )
        guard try scan.read(BytesInMemory(Self.bytes(text, encoding)), file: "a.csv"), let events = try scan.finish()
        else {
            return nil
        }
        let end = DataEnd(of: events.days)
        let (timeline, asOf) = Self.frame(end, hasClockTimes: events.hasClockTimes)
        let counter = ScannedEventCounter(funnel, in: events, on: timeline, before: asOf, threads: threads)
        let use = RowUse(of: events.days, users: 1, on: timeline, before: asOf)
        self.init(try counter.count().passages, use, end, events.hasClockTimes, events.tally, events.rejections)
    }

    private init(
        _ sets: PassageSets,
        _ use: RowUse,
        _ end: DataEnd,
        _ hasClockTimes: Bool,
        _ tally: RowTally,
        _ rejections: Rejections
    ) {
        passages = sets.sortedLines { passages, passage in
            let ends = (0..<passages.stageCount).map { passages.reachedAt($0, in: passage).map(String.init) ?? "–" }
            let values = passages.breakdowns.indices.map { passages.value(in: $0, of: passage, level: 1) }
            return "\(passages.weeks[passage]) \(ends) \(values)"
        }
        self.use = use
        self.end = end
        self.hasClockTimes = hasClockTimes
        read = tally.read
        outside = tally.outside
        self.rejections = rejections.map { "\($0)" }
    }

    /// A day before the end, so that some rows come after it.
    private static func frame(_ end: DataEnd, hasClockTimes: Bool) -> (Timeline, Int64) {
        let timeline: Timeline = hasClockTimes ? .instants(zone) : .localDays(zone)
        guard case .lastDay(let day) = end else { return (timeline, .max / 4 / microsecondsADay * microsecondsADay) }
        return (timeline, timeline.start(of: day))
    }
}
