import Calendars
import Diagnostics
import Foundation
import Testing

@testable import Records

@Suite struct TextEncodingTests {
    /// For each encoding of one byte a character, the code points of all 256 bytes; `-` where there is none.
    static let tables: [(encoding: TextEncoding, codePoints: [String])] = {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/encodings.txt")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "\n\n").compactMap { block in
            let words = block.split { $0 == " " || $0 == "\n" }.map(String.init)
            return words.first.flatMap(TextEncoding.init).map { ($0, Array(words.dropFirst())) }
        }
    }()

    @Test func everyByteOfEveryTableIsItsCharacter() throws {
        #expect(Self.tables.map(\.encoding) == [.windows1252, .windows1254, .iso88599, .macRoman])
        for (encoding, codePoints) in Self.tables {
            #expect(codePoints.count == 256)
            for (byte, codePoint) in codePoints.enumerated() {
                let actual = encoding.decode([UInt8(byte)], from: 0)
                let scalar = UInt32(codePoint, radix: 16).flatMap(Unicode.Scalar.init)
                let expected = scalar.map { Array(String($0).utf8) } ?? [0xFF]
                #expect(actual == expected, "\(encoding.rawValue) \(byte)")
            }
        }
    }

    @Test func utf16IsReadInEitherOrderWithItsMarkWhateverTheFormatSays() throws {
        let text = "user,time,event\nş😀,2026-11-09,visit\n"
        for encoding in [nil, TextEncoding.utf8, .windows1254, .utf16, .utf16BE] {
            #expect(try read([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, encoding) == 1)
            #expect(try read([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, encoding) == 1)
            #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8), encoding) == 1)
        }
    }

    @Test func utf16WithoutItsMarkNeedsAWord() throws {
        let text = "user,time,event\na,2026-11-09,visit\n"
        let low = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let high = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try read(low, .utf16LE) == 1)
        #expect(try read(high, .utf16BE) == 1)
        #expect(try read(high, .utf16) == 1)
        let error = try #require(throws: RecordsError.self) { try read(low, nil) }
        #expect(error.kind == .foreignFile(.zeroBytes))
        #expect(error.diagnostics.allSatisfy { $0.remedy?.contains("encoding: utf-16le") == true })
    }

    @Test func halfAPairAndHalfACharacterAreNoUTF8() {
        #expect(TextEncoding.utf16BE.decode([0xD8, 0x3D, 0xDE, 0x00], from: 0) == Array("😀".utf8))
        for bytes in [[0xD8, 0x3D], [0xDE, 0x00], [0xD8, 0x3D, 0x00, 0x41], [0x00, 0x41, 0x00]] as [[UInt8]] {
            let isValid = isUTF8(TextEncoding.utf16BE.decode(bytes, from: 0).span)
            #expect(!isValid)
        }
    }

    @Test func aTurkishFileIsReadInItsEncodingAndRejectedInAnother() throws {
        var bytes = Array("user,time,event,city\na,2026-11-09,visit,".utf8)
        bytes += [0xDD, 0x7A, 0x6D, 0x69, 0x72, 0x0A]
        for encoding in [TextEncoding.windows1254, .iso88599] {
            #expect(try reading(bytes, encoding).table.columns["city"]?.words == ["İzmir"])
        }
        let rejected = try reading(bytes, nil)
        #expect(rejected.rejections.map(\.reason) == [.invalidUTF8])
        #expect("\(rejected.rejections[0].diagnostic)".contains("read: { encoding: windows-1254 }"))
    }

    @Test func aByteThatTheEncodingDoesNotKnowIsAFaultOfItsRow() throws {
        let bytes = Array("user,time,event,city\na,2026-11-09,visit,".utf8) + [0x81, 0x0A]
        #expect(try reading(bytes, .windows1252).rejections.map(\.reason) == [.invalidUTF8])
    }

    @Test func utf32IsToldByItsMark() {
        for mark in [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] as [[UInt8]] {
            let error = #expect(throws: RecordsError.self) { try reading(mark + [0x41, 0, 0, 0], nil) }
            #expect(error?.kind == .foreignFile(.utf32))
        }
    }

    private func read(_ bytes: [UInt8], _ encoding: TextEncoding?) throws -> Int {
        try reading(bytes, encoding, properties: []).table.rowCount
    }

    private func reading(
        _ bytes: [UInt8],
        _ encoding: TextEncoding?,
        properties: [String] = ["city"]
    ) throws -> EventReading {
        let columns = EventColumns(entity: "user", time: "time", event: "event", properties: properties)
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc, encoding: encoding))
        try reader.read(bytes, file: "f")
        return try reader.finish()
    }
}
