import Testing

@testable import Records

@Suite struct WordTableTests {
    @Test func differentBytesAreDifferentWordsWhateverTheirLength() {
        let stems = ["", "\0", "\0\0", "\u{1}", "a", "\0a", "a\0", "abcdef", "abcdefg", "\u{1}abcdefg", "\0abcdefg"]
        let longer = ["abcdefgh", "abcdefgi", "abcdefgh\0", "\0abcdefgh", "abcdefghabcdefgh", "abcdefghabcdefg"]
        var table = WordTable()
        for _ in 0..<2 {
            for (number, word) in (stems + longer).enumerated() {
                #expect(table.number(of: Array(word.utf8).span) == Int32(number))
            }
        }
        #expect(table.words == stems + longer)
        #expect(table.count == stems.count + longer.count)
    }

    @Test func numbersSurviveGrowth() {
        var table = WordTable()
        let words = (0..<10_000).map { "\($0)" + String(repeating: "x", count: $0 % 12) }
        for word in words { _ = table.number(of: Array(word.utf8).span) }
        #expect(words.map { table.number(of: Array($0.utf8).span) } == Array(0..<10_000))
        #expect(table.words == words)
    }
}
