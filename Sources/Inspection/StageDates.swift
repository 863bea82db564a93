/// Columns of dates as stages and outcomes of records.
struct StageDates {
    /// A column and what it shows.
    struct Sign {
        let id: String
        let column: String
        let filledCount: Int
        let isJoined: Bool
    }

    /// In the order in which records come to them.
    private(set) var stages: [Sign] = []
    private(set) var outcomes: [Sign] = []

    /// - Parameters:
    ///   - base: The table with a row a record.
    ///   - joined: A table of some of the same records.
    init(of base: TableGroup, joined: TableGroup?, entity: String) {
        for (group, isJoined) in [(base, false)] + (joined.map { [($0, true)] } ?? []) {
            for name in TimeChoice(of: group).names where isJoined == false || !base.names.contains(name) {
                let words = HeaderWords(name)
                if words.hold(Self.others) { continue }
                let filled = group.rowCount - group.missingCount(name)
                let id = words.name(leavingOut: ColumnRoles.time.subtracting(["created"])) ?? "stage"
                let isOutcome = words.hold(Self.endings)
                let sign = Sign(
                    id: isOutcome ? Self.outcome(words) ?? id : id,
                    column: name,
                    filledCount: filled,
                    isJoined: isJoined
                )
                if isOutcome { outcomes.append(sign) } else { stages.append(sign) }
            }
        }
        order(in: base)
        nameFirst(after: entity)
    }

    /// Most come to the first; of equally many, the earlier one by its median stands first.
    private mutating func order(in base: TableGroup) {
        let median = { (sign: Sign) -> Int64 in
            let times = base.each(sign.column).flatMap { $0.times.compactMap { $0 } }.sorted()
            return times.isEmpty ? .max : times[times.count / 2]
        }
        stages = stages.map { ($0, median($0)) }
            .sorted { ($1.0.filledCount, $0.1) < ($0.0.filledCount, $1.1) }.map(\.0)
    }

    /// A first stage that no preset knows is what the id's header says that comes in, if that is a stage of a preset.
    private mutating func nameFirst(after entity: String) {
        let known = ["lead", "mql"]
        guard let first = stages.first, !known.contains(first.id),
            let word = HeaderWords(entity).words.first(where: known.contains),
            !stages.contains(where: { $0.id == word })
        else { return }
        stages[0] = Sign(id: word, column: first.column, filledCount: first.filledCount, isJoined: first.isJoined)
    }

    /// Dates that are no stages.
    private static let others: Set<String> = [
        "updated", "modified", "birth", "born", "due", "expected", "forecast", "dogum", "guncelleme", "last", "son",
        "next",
        "contract_end", "renewal",
    ]
    /// How records end other than by being won.
    static let endings: Set<String> = [
        "lost", "disqualified", "recycled", "cancelled", "canceled", "rejected", "churned", "refunded", "kayip",
        "kaybedildi",
        "kaybedilen", "elendi", "iptal", "reddedildi", "unqualified",
    ]

    private static func outcome(_ words: HeaderWords) -> String? {
        switch words.words.first(where: endings.contains) {
        case "kayip", "kaybedildi", "kaybedilen": "lost"
        case "elendi", "unqualified": "disqualified"
        case let word: word
        }
    }
}
