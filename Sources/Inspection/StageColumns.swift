/// Headers of counts as stages.
struct StageColumns {
    /// One a header.
    let stages: [(id: String, name: String, column: String)]

    /// Words that all headers have, such as `sessions`, are left out of the names where something remains.
    init(_ headers: [String]) {
        let words = headers.map { HeaderWords($0).words }
        let common = Set((words.first ?? []).filter { word in words.allSatisfy { $0.contains(word) } })
        let kept = words.map { $0.filter { !common.contains($0) } }
        let areTelling = kept.allSatisfy { !$0.isEmpty } && Set(kept).count == kept.count
        var ids = DistinctNames()
        stages = headers.indices.map { index in
            let telling = areTelling ? kept[index] : words[index]
            let id = ids.name(telling.isEmpty ? "stage" : String(telling.joined(separator: "_").prefix(60)))
            let isPlain = headers[index].utf8.allSatisfy { $0 < 0x80 } && areTelling && !common.isEmpty
            return (id, isPlain ? Self.capitalized(telling) : Self.readable(headers[index]), headers[index])
        }
    }

    private static func capitalized(_ words: [String]) -> String { readable(words.joined(separator: " ")) }

    /// With a capital in front, and blanks for `_`.
    private static func readable(_ header: String) -> String {
        let text = header.replacing("_", with: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
