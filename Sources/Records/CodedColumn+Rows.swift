extension CodedColumn {
    /// A column of these words; `nil` where one is missing.
    init(_ words: [String?]) {
        var table = WordTable()
        let codes = words.map { word in word.map { table.number(of: Array($0.utf8).span) } ?? -1 }
        self.init(codes: codes, words: table.words)
    }

    /// Some of the rows, in the order given; words that none of them has are left out.
    func picking(rows: some Sequence<Int>) -> CodedColumn {
        picking(codes: rows.map { codes[$0] })
    }

    /// A column of rows with these codes of this one; words that none of them has are left out.
    func picking(codes: [Int32]) -> CodedColumn {
        var numbers = [Int32](repeating: -1, count: words.count)
        var kept: [String] = []
        let codes = codes.map { code in
            guard code >= 0 else { return code }
            if numbers[Int(code)] < 0 {
                numbers[Int(code)] = Int32(kept.count)
                kept.append(words[Int(code)])
            }
            return numbers[Int(code)]
        }
        return CodedColumn(codes: codes, words: kept)
    }
}
