import Records
import Testing

@Suite struct EncodingTests {
    private func found(_ bytes: [UInt8]) throws -> TextEncoding.Finding {
        try TextEncoding.found(in: bytes, file: "data.csv")
    }

    @Test func plainBytesAreASCII() throws {
        #expect(try found(Array("a,b\n1,2\n".utf8)) == .plain)
    }

    @Test func wellFormedLettersAreUTF8() throws {
        #expect(try found(Array("şehir,ağ\n".utf8)) == .wellFormed)
    }

    @Test func marksAreBelieved() throws {
        #expect(try found([0xEF, 0xBB, 0xBF] + Array("a,b".utf8)) == .marked(.utf8))
        #expect(try found([0xFF, 0xFE, 0x61, 0x00]) == .marked(.utf16LE))
    }

    @Test func everyOtherZeroByteIsUTF16() throws {
        let text = Array("name,date\n".utf8)
        #expect(try found(text.flatMap { [$0, 0] }) == .halfZero(.utf16LE))
        #expect(try found(text.flatMap { [0, $0] }) == .halfZero(.utf16BE))
    }

    @Test func turkishLettersInWordsAreWindows1254() throws {
        // "sipariş, kayıt, İzmir, değer"
        let bytes =
            Array("sipari".utf8) + [0xFE] + Array(",kay".utf8) + [0xFD] + Array("t,".utf8) + [0xDD]
            + Array("zmir,de".utf8) + [0xF0] + Array("er".utf8)
        #expect(try found(bytes).encoding == .windows1254)
    }

    @Test func westernLettersInWordsAreWindows1252() throws {
        // "café, naïve, größe" are the same in Windows-1254; the more usual name is given.
        let bytes =
            Array("caf".utf8) + [0xE9] + Array(",na".utf8) + [0xEF] + Array("ve,gr".utf8) + [0xF6, 0xDF]
            + Array("e".utf8)
        #expect(try found(bytes).encoding == .windows1252)
    }

    @Test func anEllipsisBehindAWordIsMacRoman() throws {
        // In Windows-1252 it would be a capital behind small letters.
        let bytes = Array("help".utf8) + [0xC9] + Array(",clicks".utf8) + [0xC9] + Array("\n".utf8)
        let finding = try found(bytes)
        #expect(finding.encoding == .macRoman)
        guard case .spelled(_, _, let isSure) = finding else {
            Issue.record("\(finding)")
            return
        }
        #expect(isSure)
    }

    @Test func fewBytesLeaveDoubt() throws {
        guard case .spelled(_, _, let isSure) = try found(Array("caf".utf8) + [0xE9]) else {
            Issue.record("no letter was seen")
            return
        }
        #expect(!isSure)
    }
}
