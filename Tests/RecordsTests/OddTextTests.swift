import Calendars
import Diagnostics
import Synchronization
import Testing

@testable import Records

/// Text that cannot be read as it should: rejected with its place or an error, the same in whatever chunks it is read.
@Suite struct OddTextTests {
    private static let row = "7,2025-03-10T00:00:00Z,visit\n"

    /// What is read of bytes that are no good text.
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: [UInt8]
        var accepted: Int
        var rejected: [String]

        init(_ name: String, _ text: String, accepted: Int, rejected: [String]) {
            self.init(name, Array("id,at,what\n\(text)".utf8), accepted: accepted, rejected: rejected)
        }

        init(_ name: String, _ text: [UInt8], accepted: Int, rejected: [String]) {
            (testDescription, self.text, self.accepted, self.rejected) = (name, text, accepted, rejected)
        }
    }

    private static let long = String(repeating: "x", count: TextRow.longest)

    /// A thousand bytes.
    private static let blankLine = String(repeating: " ", count: 999) + "\n"

    private static let lines = (1...5000).flatMap { line in
        let text =
            switch line {
            case 4001: "{\"id\":4001,\"at\":\"2025-13-10\",\"what\":\"visit\"}\n"
            case _ where line % 700 == 0: "{\"what\":\"visit\", \"at\":\"2025-03-10\",\"id\":\(line)}\n"
            default: "{\"id\":\(line),\"at\":\"2025-03-1\(line % 9)\",\"what\":\"visit\"}\n"
            }
        return Array(text.utf8)
    }

    static let cases = [
        Case(
            "a quote that never closes before megabytes of rows",
            row + "8,\"2025-03-10,visit\n" + String(repeating: row, count: 700_000),
            accepted: 700_001,
            rejected: ["a:3:3 unclosed-quote"]
        ),
        Case(
            "a quote that closes too late",
            row + "8,2025-03-10,\"" + String(repeating: row, count: 700_000) + "\"\n" + row,
            accepted: 700_001,
            rejected: ["a:3:14 unclosed-quote", "a:700003:1 unclosed-quote"]
        ),
        Case(
            "a row that is too long",
            row + "\(long),2025-03-10,visit\n" + row,
            accepted: 2,
            rejected: ["a:3:1 row-too-long"]
        ),
        Case(
            "a quoted row that is too long",
            row + "\"\(long)\",2025-03-10,visit\r\n" + row,
            accepted: 2,
            rejected: ["a:3:1 row-too-long"]
        ),
        Case(
            "a file that is one row",
            String(repeating: long, count: 3),
            accepted: 0,
            rejected: ["a:2:1 row-too-long"]
        ),
        Case(
            "the longest row that may be",
            "\(long.dropLast(20)),2025-03-10,visit\n" + row,
            accepted: 2,
            rejected: []
        ),
        Case(
            "hundreds of thousands of blank lines before a row, and behind the last",
            row + String(repeating: "\n", count: 500_000) + row + String(repeating: "\n", count: 500_000),
            accepted: 2,
            rejected: []
        ),
        Case(
            "fewer blank bytes than a row may have before a note",
            row + String(repeating: blankLine, count: 16_000) + "Made by hand\n",
            accepted: 1,
            rejected: []
        ),
        Case(
            "more blank bytes than a row may have before a note, and a row",
            row + String(repeating: blankLine, count: 17_000) + "Made by hand\n\n" + row + "\nMade by hand\n",
            accepted: 2,
            rejected: ["a:17003 too-few-cells"]
        ),
        Case(
            "more empty lines than a row may have bytes",
            row + String(repeating: "\n", count: TextRow.longest + 100_000) + "Made by hand\n\n" + row,
            accepted: 2,
            rejected: ["a:\(TextRow.longest + 100_003) too-few-cells"]
        ),
        Case(
            "zero bytes",
            "\0\0,2025-03-10,visit\n8,2025-03-10\0,visit\n9,2025-03-10,vi\0sit\n",
            accepted: 2,
            rejected: ["a:3:3 bad-time"]
        ),
        Case(
            "years that no calendar has",
            "1,0000-01-01,visit\n2,40000-01-01T00:00:00Z,visit\n3,-0001-01-01,visit\n4,0001-01-01,visit\n5,9999-12-31,visit\n"
                + row,
            accepted: 3,
            rejected: ["a:2:3 bad-time", "a:3:3 bad-time", "a:4:3 bad-time"]
        ),
        Case(
            "bytes that are not UTF-8",
            Array("id,at,what\n1,2025-03-10,visit\n".utf8) + [0xFF, 0xC3, 0x2C] + Array("2025-03-10,visit\n".utf8)
                + Array("3,2025-03-10,".utf8) + [0xC3, 0x28, 0x0A] + Array("4,".utf8) + [0xE2, 0x82]
                + Array(",visit\n".utf8),
            accepted: 1,
            rejected: ["a:3:1 invalid-utf8", "a:4:14 invalid-utf8", "a:5:3 bad-time"]
        ),
        Case(
            "thousands of lines of JSON, some written in another way, one with a fault",
            lines,
            accepted: 4999,
            rejected: ["a:4001:17 bad-time"]
        ),
        Case(
            "a line of JSON that is too long",
            Array(
                "{\"id\":1,\"at\":\"2025-03-10\",\"what\":\"visit\"}\n{\"id\":\"\(long)\",\"at\":\"2025-03-10\"}\n".utf8
            ) + Array("{\"id\":2,\"at\":\"0000-03-10\",\"what\":\"visit\"}\n{\"id\":3,\"at\":\"2025-03-10\"".utf8),
            accepted: 1,
            rejected: ["a:2:1 row-too-long", "a:3:14 bad-time", "a:4:26 bad-json"]
        ),
    ]

    @Test(arguments: cases) func whatIsOddIsRejectedWithItsPlace(test: Case) throws {
        let read = try #require(try reading(of: test.text))
        #expect(read.accepted == test.accepted)
        #expect(read.rejected == test.rejected)
        for (threads, size) in [(1, 1 << 20), (3, 1 << 16), (2, 1 << 23)] {
            #expect(try scanning(of: BytesInMemory(test.text), threads, size).map { $0 == read } ?? true)
        }
    }

    @Test func aRowThatIsTooLongIsRejectedInAPackedFileToo() throws {
        let text = Array("id,at,what\n\(Self.row)\(Self.long)\(Self.long),2025-03-10,visit\r\n\(Self.row)".utf8)
        let file = packed(text, blockSize: 65_535)
        let expected = Outcome(accepted: 2, rejected: ["a:3:1 row-too-long"])
        #expect(try scanning(of: BytesInMemory(file), 2, 1 << 16) == expected)
        #expect(try scanning(of: BytesInMemory(file), 1, 1 << 25) == expected)
        #expect(try reading(of: file) == expected)
    }

    @Test func aRowOfAHundredMegabytesIsNeverHeld() throws {
        let source = LongRow(before: "id,at,what\n" + Self.row, long: 100_000_000, after: "\n" + Self.row)
        let scanned = try #require(try scanning(of: source, 2, 1 << 20))
        #expect(scanned == Outcome(accepted: 2, rejected: ["a:3:1 row-too-long"]))
        let feed = FileFeed(source, file: "a", from: 0, chunkSize: 1 << 20)
        var buffer: [UInt8] = []
        while let chunk = try feed.next(into: &buffer) {
            #expect(chunk.count <= TextRow.longest + 2 << 20)
        }
        #expect(source.bytesRead < 600_000_000)
    }

    struct Outcome: Equatable {
        var accepted: Int
        var rejected: [String]
    }

    private static let columns = EventColumns(entity: "id", time: "at", event: "what")
    private static let format = TextFormat(zone: .utc)

    private func reading(of text: [UInt8]) throws -> Outcome? {
        var reader = EventReader(columns: Self.columns, format: Self.format)
        try reader.read(text, file: "a")
        let reading = try reader.finish()
        return Outcome(accepted: reading.tally.accepted, rejected: reading.rejections.map(Self.told))
    }

    private func scanning(of source: any ByteSource, _ threads: Int, _ size: Int) throws -> Outcome? {
        var scan = EventScan(
            columns: Self.columns,
            format: Self.format,
            zone: .utc,
            interest: ScanInterest { _ in ScanInterest.Use(users: 1, isKept: true) },
            effort: EventScan.Effort(threads: threads, chunkSize: size)
        )
        guard try scan.read(source, file: "a"), let events = try scan.finish() else { return nil }
        return Outcome(accepted: events.tally.accepted, rejected: events.rejections.map(Self.told))
    }

    private static func told(_ rejection: Rejection) -> String {
        "\(rejection.position) \(rejection.reason.rawValue)"
    }
}

/// A file with one row that is longer than anybody would hold.
private final class LongRow: ByteSource {
    private let before: [UInt8]
    private let after: [UInt8]
    private let long: Int
    private let count = Atomic<Int>(0)

    init(before: String, long: Int, after: String) {
        (self.before, self.long, self.after) = (Array(before.utf8), long, Array(after.utf8))
    }

    var byteCount: Int { before.count + long + after.count }
    var bytesRead: Int { count.load(ordering: .relaxed) }

    func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) -> Int {
        let size = max(0, min(range.count, byteCount - offset))
        count.add(size, ordering: .relaxed)
        var index = range.lowerBound
        while index < range.lowerBound + size {
            let place = offset + index - range.lowerBound
            let behind = place - before.count - long
            if place < before.count || behind >= 0 {
                buffer[index] = behind < 0 ? before[place] : after[behind]
                index += 1
            } else {
                let end = min(range.lowerBound + size, index - behind)
                buffer.withUnsafeMutableBufferPointer { $0[index..<end].update(repeating: UInt8(ascii: "x")) }
                index = end
            }
        }
        return size
    }

    func close() {}
}
