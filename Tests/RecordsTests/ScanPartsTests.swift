import Calendars
import Testing

@testable import Records

@Suite struct EntityKeyTests {
    private func key(_ text: String) -> EntityKey {
        let bytes = Array(text.utf8)
        let padded = bytes + Array(repeating: UInt8(ascii: "9"), count: 64)
        return EntityKey(of: padded.span.bytes, at: 0, count: bytes.count)
    }

    @Test func differentIdentifiersHaveDifferentKeys() {
        var identifiers: Set<String> = ["0", "00", "01", "1", "10", "a", "a0", "\u{1}", "ç", "0x1", "-1", "1.0", "+1"]
        for length in 1...20 {
            for digit in ["0", "1", "9"] {
                identifiers.insert(String(repeating: digit, count: length))
                identifiers.insert("x" + String(repeating: digit, count: length))
                identifiers.insert(String(repeating: digit, count: length) + "a")
                identifiers.insert(digit + String(repeating: "0", count: length))
            }
        }
        let uuid = "0b7d31e2-5b1a-4a0e-9a5e-3f1d2c4b5a6f"
        identifiers.formUnion([uuid, uuid.uppercased(), uuid.replacing("-", with: "_"), String(uuid.dropLast()) + "0"])
        identifiers.formUnion((0..<16).map { "0b7d31e2-5b1a-4a0e-9a5e-3f1d2c4b5a\(String($0, radix: 16))0" })
        var seen: [String: String] = [:]
        for identifier in identifiers.sorted() {
            let key = key(identifier)
            let name = "\(key)"
            #expect(seen[name] == nil, "\(identifier) and \(seen[name] ?? "")")
            seen[name] = identifier
        }
    }

    @Test func formsAreThoseOfTheTable() {
        #expect(key("1234567").form == .narrow && key("1234567").high == 1_234_567 | 1 << 63)
        #expect(key("1234567890123456").high == UInt64(1_234_567_890_123_456) | 1 << 63)
        #expect(key("0123456").high >> 56 == 7)
        #expect(key("12345678901234567").form == .long)
        #expect(key("user-123").form == .wide)
        #expect(key("0b7d31e2-5b1a-4a0e-9a5e-3f1d2c4b5a6f").high == 0x0b7d_31e2_5b1a_4a0e)
        #expect(key("0b7d31e2-5b1a-4a0e-9a5e-3f1d2c4b5a6f").low == 0x9a5e_3f1d_2c4b_5a6f)
        #expect(key("0b7d31e2-5b1a-4a0e-9a5e-3f1d2c4b5a6:").form == .long)
    }
}

@Suite struct PackedRowsTests {
    @Test func rowsComeOutAsTheyWentIn() {
        let times: [[Int64]] = [
            [0], [.min, .max, 0], [1_000_000, 5_000_000, 3_000_000], [-1, 1],
            [1_700_000_000_123_456, 1_700_000_000_123_457],
        ]
        let keys: [UInt64] = [0, 1, .max, 1 << 63, 0x0102_0304_0506_0708, 255, 256]
        for times in times {
            for step in 1...3 {
                let rows = (0..<130).map { index in
                    ScannedRow(
                        high: keys[index * step % keys.count],
                        low: step == 1 ? 0 : keys[index % keys.count],
                        time: times[index % times.count],
                        kind: step == 2 ? .max : Int32(index % step),
                        form: step == 3 ? .uuid : .narrow
                    )
                }
                var out: [ScannedRow] = []
                PackedRows(rows[...]).unpack(into: &out)
                #expect(out.map { "\($0)" } == rows.map { "\($0)" })
            }
        }
    }

    @Test func numbersForEntitiesTakeLittleRoom() {
        let rows = (0..<128).map { index in
            ScannedRow(
                high: UInt64(index * 19_000) | 1 << 63,
                low: 0,
                time: 1_700_000_000_000_000 + Int64(index) * 86_000_000,
                kind: Int32(index % 50),
                form: .narrow
            )
        }
        #expect(PackedRows(rows[...]).shape.size < 128 * 9)
    }
}

@Suite struct PartitionedRowsTests {
    /// Rows in which entities, times and kinds go where they have not been before, chunk by chunk, and others between them.
    private func chunk(_ number: Int, of name: String) -> ScannedChunk {
        var chunk = ScannedChunk()
        for index in 0..<700 {
            let mixed = UInt64(truncatingIfNeeded: index &* 2_654_435_761 &+ number &* 40_503)
            var row = ScannedRow(
                high: mixed % 5000 | 1 << 63,
                low: 0,
                time: (1_700_000_000 + Int64(index)) * 1_000_000,
                kind: Int32(index % 20),
                form: .narrow
            )
            switch name {
            case "more entities": row.high = mixed % (1 << UInt64(number * 4)) | 1 << 63
            case "more kinds": row.kind = Int32(index % (1 << number))
            case "later": row.time += Int64(number) * 40_000_000 * 1_000_000
            case "earlier": row.time -= Int64(number) * 40_000_000 * 1_000_000
            case "other forms" where index % 3 == number % 3:
                row = ScannedRow(high: mixed, low: mixed &* 7, time: row.time, kind: row.kind, form: .uuid)
            case "fractions" where index % 4 < number % 4: row.time += 1
            case "words" where index % 2 == 0:
                row.high = 0x7A61 | 2 << 56
            case "ends of time":
                row.time = number % 2 == 0 ? .max : .min
                if index % 3 == 0 {
                    row.time = number % 3 == 0 ? Int64.max / 1_000_000 * 1_000_000 : Int64.min / 1_000_000 * 1_000_000
                }
            default: break
            }
            chunk.rows.append(row)
        }
        return chunk
    }

    @Test(
        arguments: [
            "same", "more entities", "more kinds", "later", "earlier", "other forms", "fractions", "words",
            "ends of time",
        ]
    )
    func rowsComeOutAsTheyWentIn(name: String) throws {
        var rows = PartitionedRows()
        var expected: [String] = []
        for number in 1...13 {
            let chunk = chunk(number, of: name)
            expected += chunk.rows.places[..<chunk.rows.count].map { "\($0)" }
            try rows.add(chunk)
        }
        try rows.finish()
        var (found, pool): ([ScannedRow], [UInt8]) = ([], [])
        for part in 0..<PartitionedRows.partCount {
            let first = found.count
            try rows.read(part, into: &found, pool: &pool)
            #expect(found[first...].allSatisfy { PartitionedRows.part(of: $0) == part })
        }
        #expect(found.map { "\($0)" }.sorted() == expected.sorted())
        #expect(rows.count == expected.count)
    }
}

@Suite struct ClockReaderTests {
    @Test(arguments: ["UTC", "America/New_York", "Asia/Kathmandu"])
    func timesAreThoseOfTheGeneralReader(zone: String) throws {
        let format = TextFormat(zone: try #require(Zone(named: zone)))
        var (reader, clock) = (ClockReader(format), ZoneClock(format.zone))
        let times = [
            "2025-03-09T01:59:59Z", "2025-03-09 23:00:00z", "2025-03-09T24:00:00Z", "2025-03-09T23:60:00Z",
            "2025-03-09T23:00:60Z", "2025-02-29T00:00:00Z", "2024-02-29T00:00:00Z", "0000-01-01T00:00:00Z",
            "2025-03-09T02:30:00", "2025-03-09", "2025-03-09T02:30:00+05:45", "2025-03-09T02:30:00.5Z", "40000-01-01",
            "2025-03-09t01:59:59Z", "2025-03-09T0a:59:59Z", "2025-03-09T01.59:59Z", "2025-13-09T01:59:59Z", "", " ",
            "2025-11-02T01:30:00", " 2025-11-02T01:30:00Z ", "2025-11-02X01:30:00Z", "2025-11-02T01:30:00Q",
        ]
        for text in times {
            let bytes = Array(text.utf8)
            let padded = bytes + Array(repeating: UInt8(ascii: "7"), count: 64)
            let expected = format.time(bytes.span).map { clock.microseconds(of: $0) }
            let read = reader.microseconds(of: padded.span.bytes, at: 0, count: bytes.count)
            #expect(read == expected, "\(text)")
            if read != nil { #expect(reader.hadClockTime == (bytes.count > 10), "\(text)") }
        }
    }
}
