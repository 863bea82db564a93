extension ColumnProfile {
    /// Values that are one but for letter case or white space, those of most rows first.
    ///
    /// Texts of up to 2,000 values are looked at, and ids, where spellings of one are counted but not shown.
    var foundLookalikes: [Lookalikes] {
        guard kind == .text && words.count <= 2_000 || kind == .id && words.count <= 100_000 else { return [] }
        var indices: [String: [Int]] = [:]
        for index in words.indices { indices[Self.folded(words[index]), default: []].append(index) }
        let groups = indices.values.filter { $0.count > 1 }
        return groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.map { group in
            let ordered = group.sorted { (rowCounts[$1], $0) < (rowCounts[$0], $1) }
            return Lookalikes(spellings: ordered.map { Spelling(word: words[$0], rowCount: rowCounts[$0]) })
        }
    }

    /// Small letters, `İ`, `I` and `ı` one letter, white space as one blank.
    private static func folded(_ word: String) -> String {
        word.lowercased().replacing("ı", with: "i").replacing("\u{307}", with: "")
            .split { $0.isWhitespace }.joined(separator: " ")
    }
}
