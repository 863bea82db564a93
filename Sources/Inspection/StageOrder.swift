internal import Records

/// An order of stages that the events themselves suggest.
///
/// An event comes to stand for a stage where fewer entities have it than the stage before, and most of those that have it
/// had that one first. From the event that most entities have, the next is always the one that most of the rest have; of
/// more than six, those go that lose least.
struct StageOrder {
    /// An event as a stage.
    struct Stage {
        let event: String
        /// How many entities have it.
        let entityCount: Int
    }

    private(set) var stages: [Stage] = []
    /// How sure that is, in a sentence.
    private(set) var reason = ""

    /// How many events are compared with each other: those that most entities have.
    private static let eventLimit = 40
    private static let stageLimit = 6

    init(of group: TableGroup, entity: String, time: String, event: String) {
        let passages = FirstPassages(of: group, entity: entity, time: time, event: event, limit: Self.eventLimit)
        var least = 0.0
        for share in [0.8, 0.6, 0.4] where stages.count < 2 {
            stages = Self.chain(passages, share: share)
            least = share
        }
        if stages.count < 2 {
            stages = passages.byPosition.prefix(2).map {
                Stage(event: passages.events[$0], entityCount: passages.counts[$0])
            }
            reason = "No order stands out among the events: the stages are a mere beginning, put yours in their place."
            return
        }
        let steps = stages.map { "\($0.event) (\(grouped($0.entityCount)))" }.joined(separator: " → ")
        reason =
            "The order of the stages is read from the data: \(steps). At least \(Int(least * 100)) % of those in a stage "
            + "had been in the one before."
    }

    private static func chain(_ passages: FirstPassages, share: Double) -> [Stage] {
        guard var last = passages.counts.indices.max(by: { passages.counts[$0] < passages.counts[$1] }) else {
            return []
        }
        var chain = [last]
        while let next = passages.next(after: last, share: share) {
            chain.append(next)
            last = next
        }
        while chain.count > stageLimit {
            let inner = chain.indices.dropFirst().dropLast()
            let ratio = { (index: Int) in
                Double(passages.counts[chain[index]]) / Double(passages.counts[chain[index - 1]])
            }
            guard let least = inner.max(by: { ratio($0) < ratio($1) }) else { break }
            chain.remove(at: least)
        }
        return chain.map { Stage(event: passages.events[$0], entityCount: passages.counts[$0]) }
    }
}

/// When each entity had each event first, and what came before what.
private struct FirstPassages {
    /// The events looked at.
    private(set) var events: [String] = []
    /// How many entities have each.
    private(set) var counts: [Int] = []
    /// For each pair, how many entities had the first before the second.
    private var before: [[Int]] = []
    /// For each event, the sum of its places among the entity's events, from 0 to 1.
    private var places: [Double] = []

    init(of group: TableGroup, entity: String, time: String, event: String, limit: Int) {
        events = group.words(event).map(\.word).filter { shownValue($0) != nil }
        var firsts: [String: [Int: Moment]] = [:]
        let indices = Dictionary(uniqueKeysWithValues: events.enumerated().map { ($1, $0) })
        var row = 0
        for part in group.parts {
            guard let entities = part.table.column(entity), let times = part.table.column(time),
                let column = part.table.column(event)
            else { continue }
            for place in entities.codes.indices {
                row += 1
                guard let name = entities.word(ofRow: place), let word = column.word(ofRow: place),
                    let when = times.time(ofRow: place), let index = indices[word]
                else { continue }
                let moment = Moment(time: when, row: row)
                firsts[name, default: [:]][index] = min(firsts[name]?[index] ?? moment, moment)
            }
        }
        count(firsts.values, limit: limit)
    }

    private struct Moment: Comparable {
        var time: Int64
        var row: Int

        static func < (lhs: Moment, rhs: Moment) -> Bool { (lhs.time, lhs.row) < (rhs.time, rhs.row) }
    }

    private mutating func count(_ firsts: some Collection<[Int: Moment]>, limit: Int) {
        var all = events.map { _ in 0 }
        for moments in firsts { for index in moments.keys { all[index] += 1 } }
        let kept = all.indices.sorted { (all[$1], $0) < (all[$0], $1) }.prefix(limit)
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        events = kept.map { events[$0] }
        counts = kept.map { all[$0] }
        before = events.map { _ in events.map { _ in 0 } }
        self.places = events.map { _ in 0 }
        for moments in firsts {
            let ordered = moments.filter { places[$0.key] != nil }.sorted { $0.value < $1.value }.compactMap {
                places[$0.key]
            }
            for (index, event) in ordered.enumerated() {
                self.places[event] += ordered.count < 2 ? 0.5 : Double(index) / Double(ordered.count - 1)
                for later in ordered[(index + 1)...] { before[event][later] += 1 }
            }
        }
    }

    /// The event that most entities have among those that fewer have, most of them after `last`.
    func next(after last: Int, share: Double) -> Int? {
        let candidates = events.indices.filter { event in
            counts[event] < counts[last] && counts[event] > 0
                && Double(before[last][event]) >= share * Double(counts[event])
        }
        return candidates.max { (counts[$0], $1) < (counts[$1], $0) }
    }

    /// The events in the order of their mean places.
    var byPosition: [Int] {
        let mean = { (event: Int) in places[event] / Double(max(1, counts[event])) }
        return events.indices.sorted { (mean($0), counts[$1], $0) < (mean($1), counts[$0], $1) }
    }
}
