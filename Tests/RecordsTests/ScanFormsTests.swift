import Calendars
import Testing

@testable import Records

/// What can be read piece by piece, so that a file of any size takes little memory; and what cannot.
@Suite struct ScanFormsTests {
    private static let rows = (0..<500).map { "\($0 % 7),2025-03-1\($0 % 9)T00:00:00Z,söz ş\n" }.joined()
    private static let text = "id,at,what\n" + rows

    private func isScanned(_ bytes: [UInt8], _ format: TextFormat = TextFormat(zone: .utc)) throws -> Bool {
        let columns = EventColumns(entity: "id", time: "at", event: "what")
        var reader = EventReader(columns: columns, format: format)
        try reader.read(bytes, file: "a")
        let reading = try reader.finish()
        for size in [60, 1 << 20] {
            var scan = EventScan(
                columns: columns,
                format: format,
                zone: .utc,
                interest: ScanInterest { _ in ScanInterest.Use(users: 1, isKept: true) },
                effort: EventScan.Effort(threads: 2, chunkSize: size)
            )
            guard try scan.read(BytesInMemory(bytes), file: "a"), let events = try scan.finish() else { return false }
            #expect(events.tally.accepted == reading.tally.accepted)
            #expect(events.tally.outside == reading.tally.outside)
            #expect(events.rejections.map { "\($0)" } == reading.rejections.map { "\($0)" })
            #expect(Set(events.kinds["event"]?.words ?? []) == Set(reading.table.columns["event"]?.words ?? []))
        }
        return true
    }

    @Test func linesAboveTheHeaderArePassedOver() throws {
        let lead = "Report of March\n\nall times in UTC,,\n"
        #expect(try isScanned(Array((lead + Self.text + "8,never,visit\n").utf8)))
        // A quote may be closed behind what is looked at; a header of commas may follow one of semicolons.
        #expect(try !isScanned(Array(("a \"word\"\n\"open\n" + Self.text).utf8)))
        #expect(try !isScanned(Array(("Report\n" + Self.text.replacing(",", with: ";")).utf8)))
    }

    @Test func linesThatAreSkippedArePassedOver() throws {
        let format = TextFormat(zone: .utc, skip: 2)
        #expect(try isScanned(Array(("id,at,what\n1,2,3\n" + Self.text + "8,never,visit\n").utf8), format))
    }

    @Test(arguments: [TextEncoding.windows1252, .windows1254, .iso88599, .macRoman])
    func encodingsOfOneByteACharacterAreDecodedPieceByPiece(encoding: TextEncoding) throws {
        let bytes = Self.text.unicodeScalars.map { $0 == "ş" ? 0xFE : $0 == "ö" ? 0xF6 : UInt8($0.value) }
        let odd = Array("9,2025-03-10,".utf8) + [0x81, 0x9D, 0x0A] + Array("9,".utf8) + [0xE7, 0x0A]
        #expect(try isScanned(bytes + odd, TextFormat(zone: .utc, encoding: encoding)))
        #expect(try isScanned(packed(bytes + odd), TextFormat(zone: .utc, encoding: encoding)))
    }

    @Test func arraysAndWiderEncodingsAreReadWhole() throws {
        #expect(try !isScanned(Array("[{\"id\": 1, \"at\": \"2025-03-10\", \"what\": \"visit\"}]".utf8)))
        let wide = Self.text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(try !isScanned([0xFE, 0xFF] + wide))
    }
}
