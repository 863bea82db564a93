public import Calendars
public import Records
internal import Synchronization

/// Counts a funnel over events that were scanned for it, part by part, several threads at a time.
///
/// It gives the passages that `EventCounter` gives over a table of the same events, in no order.
public struct ScannedEventCounter: Sendable {
    private let funnel: FunnelDefinition
    private let events: ScannedEvents
    private let timeline: Timeline
    private let asOf: Int64
    private let threads: Int
    private let allowance: RowAllowance?

    /// Prepares to count `funnel` with the events before `asOf`.
    /// - Parameter allowance: How much memory what is counted may take; `nil`: as much as it needs.
    /// - Precondition: The events were scanned with an interest in the funnel.
    public init(
        _ funnel: FunnelDefinition,
        in events: ScannedEvents,
        on timeline: Timeline,
        before asOf: Int64,
        threads: Int,
        allowance: RowAllowance? = nil
    ) {
        self.allowance = allowance
        self.funnel = funnel
        self.events = events
        self.timeline = timeline
        self.asOf = asOf
        self.threads = max(1, threads)
    }

    /// Counts every entity in the week or weeks that the cohort rule names.
    /// - Returns: The passages, and the stages that share rows, as in `EventCounter.sharedRows`.
    /// - Throws: `RecordsError` where rows that were put aside cannot be read again, or passages cannot be put aside.
    public func count() throws(RecordsError) -> (passages: PassageSets, sharedRows: SharedRows?) {
        let kinds = StagedKinds(funnel, in: events.kinds)
        let picker = TouchPicker(funnel, in: events.kinds)
        let next = Atomic<Int>(0)
        let held = Atomic<Int>(0)
        let counted = concurrently(Array(0..<threads), threads: threads) { _ in
            Result<PartCounter, RecordsError> { () throws(RecordsError) in
                var (rows, numbered) = (EntityRows(), NumberedRows())
                var counter = PartCounter(kinds, JourneyCounter(funnel, picking: picker, on: timeline), before: asOf)
                while case let part = next.wrappingAdd(1, ordering: .relaxed).oldValue, part < EventRows.partCount {
                    if let numbering = counter.numbering,
                        try events.rows.read(part, into: &numbered, by: numbering)
                    {
                        counter.count(numbered)
                    } else {
                        try events.rows.read(part, into: &rows)
                        counter.count(rows)
                    }
                    if let allowance {
                        try counter.keep(within: allowance) { size in
                            held.wrappingAdd(size, ordering: .relaxed).newValue <= allowance.countedSize
                        }
                    }
                }
                counter.finish()
                return counter
            }
        }
        var threads: [GrowingPassages] = []
        var shared: [UInt32: Int] = [:]
        for result in counted {
            let counter = try result.get()
            threads.append(counter.grown)
            shared.merge(counter.shared, uniquingKeysWith: +)
        }
        return (PassageSets(threads, within: allowance), SharedRows(counts: shared))
    }

    /// How many rows before `position` belong to a stage, or are excluded.
    /// - Parameter user: The funnel's bit in the interest that the events were scanned for.
    /// - Throws: `RecordsError` where rows that were put aside cannot be read again.
    public func usedRows(before position: Int64, user: UInt64) throws(RecordsError) -> Int {
        if timeline.start(of: timeline.date(at: position)) == position {
            return RowUse(of: events.days, users: user, on: timeline, before: position).used
        }
        let kinds = StagedKinds(funnel, in: events.kinds)
        var timeline = TimelineMemory(timeline)
        var rows = EntityRows()
        var count = 0
        for part in 0..<EventRows.partCount {
            try events.rows.read(part, into: &rows)
            for row in 0..<rows.count where timeline.position(of: rows.times[row]) < position {
                let kind = Int(rows.kinds[row])
                if kinds.stages[kind] != 0 || kinds.isExcluded[kind] { count += 1 }
            }
        }
        return count
    }
}

/// What each kind of row is to a funnel.
struct StagedKinds: Sendable {
    let stages: [UInt32]
    let isExcluded: [Bool]

    init(_ funnel: FunnelDefinition, in columns: [String: CodedColumn]) {
        let matcher = StageMatcher(funnel.stages, in: columns)
        // Without any column all rows are of one kind.
        let count = columns.values.first?.codes.count ?? 1
        stages = (0..<count).map { matcher.stages(ofRow: $0) }
        let exclusion = funnel.exclusion.map { CodedCondition($0, in: columns) }
        isExcluded = (0..<count).map { row in exclusion?.holds(forRow: row) ?? false }
    }
}

/// Counts the entities of one part after another.
private struct PartCounter {
    private(set) var shared: [UInt32: Int] = [:]
    private let kinds: StagedKinds
    private let asOf: Int64
    private var counter: JourneyCounter
    private var simple: SimpleCounter?
    private var rows: [JourneyRow] = []
    /// Whether an entity may have several passages, so that its number is not theirs.
    private let isEvery: Bool
    private var entity: Int32 = 0

    init(_ kinds: StagedKinds, _ counter: JourneyCounter, before asOf: Int64) {
        self.kinds = kinds
        self.counter = counter
        self.asOf = asOf
        isEvery = counter.passages.cohort == .every
        simple = counter.simpleCounter(of: kinds, before: asOf)
        numbering = counter.hasInstants ? simple?.numbering : nil
    }

    /// What has been counted, when it is finished.
    private(set) var grown = GrowingPassages()

    /// Puts passages aside where there are too many.
    mutating func keep(within allowance: RowAllowance, isRoom: (Int) -> Bool) throws(RecordsError) {
        try grown.take(&counter.passages, within: allowance, isRoom: isRoom)
    }

    /// Nothing more is counted.
    mutating func finish() { grown.finish(counter.passages) }

    /// How rows are numbered for counting; `nil` where that needs more of them.
    let numbering: RowNumbering?

    /// Counts entities whose rows were numbered.
    mutating func count(_ part: NumberedRows) { simple?.count(part, by: &counter) }

    mutating func count(_ part: EntityRows) {
        for index in 0..<part.entityCount {
            let range = part.bounds[index]..<part.bounds[index + 1]
            if simple?.count(part.times.span, part.kinds.span, range, by: &counter) != true { countAny(part, range) }
        }
    }

    private mutating func countAny(_ part: EntityRows, _ range: Range<Int>) {
        rows.removeAll(keepingCapacity: true)
        for row in range {
            let position = counter.position(of: part.times[row])
            guard position < asOf else { continue }
            let kind = part.kinds[row]
            let stages = kinds.stages[Int(kind)]
            if stages & (stages &- 1) != 0 { shared[stages, default: 0] += 1 }
            rows.append(
                JourneyRow(
                    position: position,
                    stages: stages,
                    words: kind,
                    isExcluded: kinds.isExcluded[Int(kind)]
                )
            )
        }
        rows.order(rows.indices)
        let before = counter.passages.count
        counter.count(rows[...], entity: isEvery ? entity : Int32(truncatingIfNeeded: before))
        if counter.passages.count > before { entity += 1 }
    }
}
