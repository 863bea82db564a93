/// What happened, by the columns of a table whose rows are events.
struct EventChoice {
    private let group: TableGroup
    private let entity: String

    init(of group: TableGroup, entity: String) {
        self.group = group
        self.entity = entity
    }

    /// A column of 2 to 500 different words: one whose header says so, else the one that changes most often from row to row
    /// of the same entity; `nil` where none does in a fifth of the rows.
    var name: String? {
        let candidates = group.names { [.text, .boolean].contains($0.kind) }
            .filter { (2...500).contains(group.words($0).count) && $0 != entity }
        let named = ColumnRoles.event.lazy.compactMap { word in
            candidates.first { HeaderWords($0).words.contains(word) }
        }
        if let name = named.first { return name }
        let changing = candidates.map { (name: $0, share: shareOfChanges($0)) }.filter { $0.share >= 0.2 }
        return changing.max { $0.share < $1.share }?.name
    }

    /// Of the rows that follow another of the same entity, the share with another word in the column.
    private func shareOfChanges(_ name: String) -> Double {
        var (changes, pairs) = (0, 0)
        for part in group.parts {
            guard let entities = part.table.column(entity), let column = part.table.column(name) else { continue }
            var last: [Int32: Int32] = [:]
            for (entity, code) in zip(entities.codes, column.codes) where entity >= 0 {
                if let before = last.updateValue(code, forKey: entity) {
                    pairs += 1
                    if before != code { changes += 1 }
                }
            }
        }
        return pairs == 0 ? 0 : Double(changes) / Double(pairs)
    }
}
