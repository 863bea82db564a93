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
        let (codes, kept) = Self.renumbered(codes, below: words.count)
        return CodedColumn(codes: codes, words: kept.map { words[Int($0)] })
    }

    /// The same codes, numbered in the order of their first appearance, and the old number of each new one.
    /// - Parameter count: No code is as large; those below 0 stay.
    static func renumbered(_ codes: [Int32], below count: Int) -> (codes: [Int32], kept: [Int32]) {
        var numbers = [Int32](repeating: -1, count: count)
        var kept: [Int32] = []
        let codes = codes.map { code in
            guard code >= 0 else { return code }
            if numbers[Int(code)] < 0 {
                numbers[Int(code)] = Int32(kept.count)
                kept.append(code)
            }
            return numbers[Int(code)]
        }
        return (codes, kept)
    }
}
