import Calendars
import Diagnostics
import Foundation
import Testing

@testable import Records

@Suite struct GzipTests {
    /// `user,time,event`, then a row of `a` and a row of `b`; packed by `gzip -9`.
    static let packed = bytes(
        """
        H4sIAAAAAAACAystTi3SKcnMTdVJLUvNK+FK1DEyMDLTNTTUNbDUKcsszizhSoILGRpAhQBNWavZNgAAAA==
        """
    )
    static let text = "user,time,event\na,2026-11-09,visit\nb,2026-11-10,visit\n"

    @Test func aPackedFileIsReadLikeAnother() throws {
        let reading = try reading(of: Self.packed)
        #expect(reading.table.entities == [0, 1])
        #expect(reading.tally.read == 2)
        #expect(try Gzip.unpack(Self.packed) == Array(Self.text.utf8))
    }

    @Test func aFileCutOffAnywhereIsToldWithItsLength() throws {
        for length in 2..<Self.packed.count {
            let error = try #require(throws: RecordsError.self) {
                try reading(of: Array(Self.packed.prefix(length)))
            }
            #expect(error.kind == .brokenGzip(.cutOff(at: length)))
            let message = error.diagnostics.map { "\($0)" }.joined()
            #expect(
                message.contains("f.csv.gz: error: this file is packed by gzip and cut off: it ends at byte \(length)")
            )
        }
    }

    @Test func aChangedByteIsNeverReadAsSomethingElse() throws {
        for index in 10..<Self.packed.count {
            var file = Self.packed
            file[index] ^= 0x55
            #expect(throws: RecordsError.self, "\(index)") { try reading(of: file) }
        }
    }

    @Test func membersAreReadOneBehindTheOtherAndPaddingIsPassedOver() throws {
        let row = Self.bytes("H4sIAAAAAAACA0vWMTIwMtM1NAQinbLM4swSLgA2vXT0EwAAAA==")
        let reading = try reading(of: Self.packed + row + row + [0, 0, 0, 0])
        #expect(reading.table.entities == [0, 1, 2, 2])
    }

    @Test func whatFollowsAMemberAndIsNoneIsCorrupt() throws {
        let error = try #require(throws: RecordsError.self) { try reading(of: Self.packed + Array("more".utf8)) }
        guard case .brokenGzip(.corrupt(let byte)) = error.kind else {
            Issue.record("\(error.kind)")
            return
        }
        #expect((Self.packed.count...(Self.packed.count + 4)).contains(byte))
    }

    @Test func contentsMayBeOfAnyEncodingAndForm() throws {
        let objects = Self.bytes(
            """
            H4sIAAAAAAACA/v/L5qhmkGJoZShmCGVoQjIsgLiRCDWAeIShkyGXKA4RNSIwQCIzRh0GQyBUBfIs4SqS2UoA+I8oHqIynhGJYZa\
            oAymyUkkmFzLEMsAAD51BnagAAAA
            """
        )
        #expect(try reading(of: objects).table.entities == [0, 1])
    }

    @Test func aSpreadsheetWithinIsStillNoText() throws {
        let zip = Self.bytes("H4sIAAAAAAACAwvwZmapAAIAKWJNSAgAAAA=")
        let error = try #require(throws: RecordsError.self) { try reading(of: zip) }
        #expect(error.kind == .foreignFile(.zip))
    }

    @Test func tooMuchIsRefusedWithTheLimit() throws {
        #expect(throws: GzipFault.tooLarge(limit: 10)) { try Gzip.unpack(Self.packed, limit: 10) }
        let remedy = RecordsError(kind: .brokenGzip(.tooLarge(limit: 10)), position: SourcePosition(file: "f"))
        #expect("\(remedy.diagnostics[0])".contains("10 bytes"))
    }

    @Test func largeContentsAreWhole() throws {
        // A million times the letter a, a thousand bytes packed.
        let contents = try Gzip.unpack(
            Self.bytes(
                """
                H4sIAAAAAAACA+3BgQAAAADDINb5SxzkVQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAK8GvL8l3EBCDwA=
                """
            )
        )
        #expect(contents.count == 1_000_000 && contents.allSatisfy { $0 == UInt8(ascii: "a") })
    }

    private func reading(of bytes: [UInt8]) throws -> EventReading {
        let columns = EventColumns(entity: "user", time: "time", event: "event")
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(bytes, file: "f.csv.gz")
        return try reader.finish()
    }

    private static func bytes(_ base64: String) -> [UInt8] { Array(Data(base64Encoded: base64) ?? Data()) }
}
