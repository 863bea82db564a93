public import Calendars
internal import Diagnostics
internal import Dispatch
public import Records
internal import Synchronization

/// Counts a funnel over events that were scanned for it, part by part, several threads at a time.
///
/// It gives what `EventCounter` gives over a table of the same events; the order of passages is another, but neither the
/// number of threads nor anything else changes it.
public struct ScannedEventCounter: Sendable {
    private let funnel: FunnelDefinition
    private let events: ScannedEvents
    private let timeline: Timeline
    private let asOf: Int64
    private let threads: Int
    /// How many passages there may be.
    private let most: Int

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
        most = allowance.map { $0.countedSize / funnel.sizeAPassage } ?? .max
        self.funnel = funnel
        self.events = events
        self.timeline = timeline
        self.asOf = asOf
        self.threads = max(1, threads)
    }

    /// Counts every entity in the week or weeks that the cohort rule names.
    /// - Returns: The passages, and the stages that share rows, as in `EventCounter.sharedRows`.
    /// - Throws: `RecordsError` where rows that were put aside cannot be read again, or there are too many entities.
    public func count() throws(RecordsError) -> (passages: Passages, sharedRows: SharedRows?) {
        let kinds = StagedKinds(funnel, in: events.kinds)
        let merge = PassageMerge(of: PartitionedRows.partCount / Self.partsATime)
        let picker = TouchPicker(funnel, in: events.kinds)
        let next = Atomic<Int>(0)
        let passages = Atomic<Int>(0)
        let work: @Sendable (Int) -> Void = { _ in
            var rows = EntityRows()
            while case let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue, piece < merge.pieceCount {
                var counter = PartCounter(kinds, JourneyCounter(funnel, picking: picker, on: timeline), before: asOf)
                do throws(RecordsError) {
                    for part in (piece * Self.partsATime)..<((piece + 1) * Self.partsATime) {
                        try events.rows.read(part, into: &rows)
                        let before = counter.passages.count
                        counter.count(rows)
                        let new = counter.passages.count - before
                        try check(passages.wrappingAdd(new, ordering: .relaxed).newValue, parts: part + 1)
                    }
                } catch {
                    return merge.fail(error)
                }
                merge.add(counter.passages, counter.shared, piece: piece)
            }
        }
        if threads == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: threads, execute: work) }
        return try merge.result.get()
    }

    private func check(_ passages: Int, parts: Int) throws(RecordsError) {
        guard passages > most else { return }
        let all = Double(passages) / Double(parts) * Double(PartitionedRows.partCount)
        throw RecordsError(
            kind: .tooManyEntities(about: Int(all), size: Int(all * Double(funnel.sizeAPassage))),
            position: SourcePosition(file: funnel.id)
        )
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
        for part in 0..<PartitionedRows.partCount {
            try events.rows.read(part, into: &rows)
            for (time, kind) in zip(rows.times, rows.kinds) where timeline.position(of: time) < position {
                if kinds.stages[Int(kind)] != 0 || kinds.isExcluded[Int(kind)] { count += 1 }
            }
        }
        return count
    }

    /// Few enough for all threads to have something to do to the end.
    private static let partsATime = 32
}

extension FunnelDefinition {
    /// About how many bytes a passage takes, with what is made of it on the way to its weeks' numbers.
    fileprivate var sizeAPassage: Int {
        dimensions.reduce(24 + 8 * stages.count) { $0 + ($1.touch == .last ? 8 * stages.count : 8) }
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
    private var rows: [JourneyRow] = []
    private var entity: Int32 = 0

    init(_ kinds: StagedKinds, _ counter: JourneyCounter, before asOf: Int64) {
        self.kinds = kinds
        self.counter = counter
        self.asOf = asOf
    }

    var passages: Passages { counter.passages }

    mutating func count(_ part: EntityRows) {
        for index in 0..<part.entityCount {
            rows.removeAll(keepingCapacity: true)
            for row in part.bounds[index]..<part.bounds[index + 1] {
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
            counter.count(rows[...], entity: entity)
            if counter.passages.count > before { entity += 1 }
        }
    }
}

/// Puts passages together in the order of the parts, whoever is ready first.
private final class PassageMerge: Sendable {
    private struct State {
        var waiting: [Int: Passages] = [:]
        var next = 0
        var all: Passages?
        var shared: [UInt32: Int] = [:]
        var fault: RecordsError?
    }

    let pieceCount: Int
    private let state = Mutex(State())

    init(of pieceCount: Int) {
        self.pieceCount = pieceCount
    }

    func add(_ passages: Passages, _ shared: [UInt32: Int], piece: Int) {
        state.withLock { state in
            state.shared.merge(shared, uniquingKeysWith: +)
            state.waiting[piece] = passages
            while let passages = state.waiting.removeValue(forKey: state.next) {
                state.next += 1
                if state.all == nil {
                    state.all = passages
                    let share = pieceCount + pieceCount / 16
                    state.all?.reserve(passages.count * share, positions: passages.positionCount * share)
                } else {
                    state.all?.append(passages)
                }
            }
        }
    }

    func fail(_ fault: RecordsError) {
        state.withLock { $0.fault = fault }
    }

    var result: Result<(passages: Passages, sharedRows: SharedRows?), RecordsError> {
        state.withLock { state in
            if let fault = state.fault { return .failure(fault) }
            guard let all = state.all else { preconditionFailure("nothing was counted") }
            return .success((all, SharedRows(counts: state.shared)))
        }
    }
}
