/// Who moves through a funnel, by the columns of a table.
struct EntityChoice {
    private let group: TableGroup
    private let candidates: [String]

    init(of group: TableGroup) {
        self.group = group
        let ids = group.names { [.id, .mail].contains($0.kind) }
        let others = group.names { column in
            column.kind == .wholeNumber && HeaderWords(column.name).hold(Set(ColumnRoles.entity))
        }
        candidates = (ids + others).sorted { Self.rank(of: $0) < Self.rank(of: $1) }
    }

    /// The likeliest column whose values come again, if none that comes once each is as likely; pages and campaigns come
    /// again too, but move through no funnel.
    var repeated: String? {
        let name = candidates.first { name in
            let words = group.words(name)
            return words.count >= 2 && words.count < group.rowCount - group.missingCount(name)
        }
        guard let name, Self.rank(of: name) < Self.rankOfThings else { return nil }
        let isRecord = unique.map { Self.rank(of: $0) < Self.rank(of: name) } ?? false
        return isRecord ? nil : name
    }

    /// The likeliest column whose values come once each: the first of those that are ids by their header.
    var unique: String? { candidates.first(where: group.isUnique) }

    /// Whether a row is of somebody who moves through a funnel, by an id that comes once each.
    var hasRecords: Bool { unique.map { Self.rank(of: $0) < Self.rankOfOthers } ?? false }

    /// All columns whose values come once each.
    var allUnique: [String] { candidates.filter(group.isUnique) }

    private static let rankOfThings = 1_000
    private static let rankOfOthers = 500

    /// The smaller, the likelier: who is named in `ColumnRoles.entity`, then the order of the header.
    private static func rank(of name: String) -> Int {
        let words = HeaderWords(name).words
        if words.contains(where: { ["event", "row", "page", "campaign", "product", "item", "landing"].contains($0) }) {
            return rankOfThings
        }
        return ColumnRoles.entity.firstIndex { words.contains($0) } ?? rankOfOthers
    }
}
