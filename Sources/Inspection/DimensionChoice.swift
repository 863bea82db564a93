/// The columns by which a funnel may be broken down.
struct DimensionChoice {
    private let group: TableGroup
    private let used: Set<String>

    /// - Parameter used: Columns that mean something else already.
    init(of group: TableGroup, used: [String]) {
        self.group = group
        self.used = Set(used)
    }

    /// Up to four columns of texts with 2 to 20 different values, filled in half of the rows at least; of two that part the
    /// rows alike, the first.
    var names: [String] {
        var kept: [String] = []
        for name in group.names(where: { [.text, .boolean].contains($0.kind) }) where !used.contains(name) {
            let header = HeaderWords(name)
            if header.hold(["note", "notes", "comment", "comments", "description", "aciklama", "weekday", "title"]) {
                continue
            }
            guard (2...20).contains(group.words(name).count), group.missingCount(name) * 2 <= group.rowCount else {
                continue
            }
            if kept.contains(where: { areAlike($0, name) }) { continue }
            kept.append(name)
            if kept.count == 4 { break }
        }
        return kept
    }

    private func areAlike(_ first: String, _ second: String) -> Bool {
        zip(group.each(first), group.each(second)).allSatisfy { $0.codes == $1.codes }
    }
}
