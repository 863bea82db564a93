internal import Calendars
public import Records

/// All passages of a funnel, in sets of whole entities: what is counted of them is counted set by set, and added up. Sets for
/// which there is no room in memory are read again from where they were put aside, one after the other.
public struct PassageSets: Sendable {
    /// How many stages the funnel has.
    public let stageCount: Int
    /// The rule by which weeks were found; records always follow `first`.
    public let cohort: CohortRule
    /// By dimension, its values by their codes, which are the same in all sets.
    private(set) var values: [[String]]
    private var held: [Passages]
    private var aside: [(passages: PassagesAside, thread: Int)] = []
    /// By thread, then dimension: what the codes of passages put aside stand for; none where codes are the same.
    private var codes: [[[Int32]]] = []
    /// By thread: passages without any.
    private var empty: [Passages] = []
    /// Where what is put aside goes; `nil` where all is held.
    let overflow: Overflow?

    /// Passages of which all are in memory.
    public init(_ passages: Passages) {
        (stageCount, cohort, overflow) = (passages.stageCount, passages.cohort, nil)
        held = [passages]
        values = passages.breakdowns.map(\.values)
    }

    /// What several threads have counted; at least one.
    init(_ threads: [GrowingPassages], within allowance: RowAllowance?) {
        let last = threads.compactMap(\.held.last)
        (stageCount, cohort) = (last[0].stageCount, last[0].cohort)
        overflow = threads.allSatisfy(\.aside.isEmpty) ? nil : allowance.map { Overflow($0) }
        (held, values) = ([], [])
        for dimension in last[0].breakdowns.indices {
            let all = last.map { $0.breakdowns[dimension].values }
            values.append(all.allSatisfy { $0 == all[0] } ? all[0] : ValueRenaming(all.flatMap(\.self), \.self).values)
        }
        for (thread, passages) in threads.enumerated() {
            empty.append(last[thread])
            empty[thread].removeAll()
            let codes = values.indices.map { Self.codes(of: last[thread].breakdowns[$0].values, in: values[$0]) }
            self.codes.append(codes)
            aside += passages.aside.map { ($0, thread) }
            held += passages.held.map { recoded($0, codes) }
        }
    }

    private static func codes(of own: [String], in values: [String]) -> [Int32] {
        guard own != values else { return [] }
        let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, Int32($0)) })
        return own.compactMap { places[$0] }
    }

    private func recoded(_ passages: Passages, _ codes: [[Int32]]) -> Passages {
        var passages = passages
        for dimension in codes.indices {
            passages.breakdowns[dimension].recode(codes[dimension], values: values[dimension])
        }
        return passages
    }

    /// How many sets there are.
    public var setCount: Int { aside.count + held.count }

    /// The passages of a set: all of its entities' that there are.
    ///
    /// Where they cannot be read again there are none, and `check` says so.
    public func passages(ofSet index: Int) -> Passages {
        guard index < aside.count, let overflow else { return held[index - aside.count] }
        let (passages, thread) = aside[index]
        return recoded(passages.read(from: overflow, like: empty[thread]) ?? empty[thread], codes[thread])
    }

    /// Whoever has counted asks, before anybody is told.
    /// - Throws: `RecordsError` where something could not be put aside, or not be read again.
    public func check() throws(RecordsError) {
        if let fault = overflow?.fault { throw fault }
    }

    /// Passages of one set.
    struct Piece: Sendable {
        var set: Int
        var range: Range<Int>
    }

    /// All passages in about so many lists of pieces, each about as long as the others; only sets in memory are parted, at
    /// the beginnings of blocks, and only where no entity has several passages.
    func pieces(threads: Int) -> [[Piece]] {
        let blocks = (count + PassageBlock.size - 1) / PassageBlock.size
        let size = max(4, (blocks + threads - 1) / max(1, threads)) * PassageBlock.size
        var (lists, room): ([[Piece]], Int) = ([], 0)
        func add(_ set: Int, _ range: Range<Int>) {
            if room <= 0 { (lists, room) = (lists + [[]], size) }
            lists[lists.count - 1].append(Piece(set: set, range: range))
            room -= range.count
        }
        for (index, set) in aside.enumerated() { add(index, 0..<set.passages.count) }
        for (index, passages) in held.enumerated() {
            var start = 0
            while start < passages.count {
                let room = cohort == .every ? passages.count : room > 0 ? room : size
                let blocks = (room + PassageBlock.size - 1) / PassageBlock.size
                let end = min(passages.count, start + blocks * PassageBlock.size)
                add(aside.count + index, start..<end)
                start = end
            }
        }
        return lists
    }

    /// Calls `body` with the passages of each piece.
    func forEach(in pieces: [Piece], _ body: (Passages, Range<Int>) -> Void) {
        for piece in pieces {
            let passages = passages(ofSet: piece.set)
            body(passages, piece.range.clamped(to: 0..<passages.count))
        }
    }

    /// Calls `body` with the passages of each set.
    func forEachSet(_ body: (Passages) -> Void) {
        for index in 0..<setCount { body(passages(ofSet: index)) }
    }

    /// How many passages there are.
    public var count: Int { aside.reduce(0) { $0 + $1.passages.count } + held.reduce(0) { $0 + $1.count } }

    /// The first and the last of the weeks.
    var weekRange: ClosedRange<Week>? {
        let ranges = aside.compactMap(\.passages.weekRange) + held.compactMap(\.weekRange)
        guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else { return nil }
        return first...last
    }

    /// The first position at which anybody reached any stage.
    var firstPosition: Int64? {
        (aside.compactMap(\.passages.firstPosition) + held.compactMap(\.firstPosition)).min()
    }

    /// Whether any passage has a stage without a time of its own.
    var hasUntimed: Bool { held.contains(where: \.hasUntimed) }

    /// Whether any passage has an amount.
    var hasAmounts: Bool { held.contains { !$0.amounts.isEmpty } }

    /// By the week that each belongs to, the amounts of those that had come to the last stage before `asOf`.
    func worths(before asOf: Int64, week: (Passages, _ passage: Int, _ end: Int64) -> Week) -> [Week: Worth] {
        var worths: [Week: Worth] = [:]
        for passages in held {
            passages.forEachAmount(before: asOf) { passage, amount, end in
                let week = week(passages, passage, end)
                worths[week] = (worths[week] ?? Worth()) + Worth(amount: amount, entities: 1)
            }
        }
        return worths
    }

    /// Whether a passage's value in a dimension depends on how far it had come.
    func variesByLevel(in dimension: Int) -> Bool {
        held.first.map { $0.breakdowns[dimension].variesByLevel } ?? false
    }

    /// Calls the values of a dimension otherwise; those of one new name become one.
    mutating func rename(_ dimension: Int, _ name: (String) -> String) {
        let renaming = ValueRenaming(values[dimension], name)
        values[dimension] = renaming.values
        for index in held.indices { held[index].breakdowns[dimension].recode(renaming.codes, values: renaming.values) }
        for thread in codes.indices {
            let old = codes[thread][dimension]
            codes[thread][dimension] = old.isEmpty ? renaming.codes : old.map { renaming.codes[Int($0)] }
        }
    }
}
