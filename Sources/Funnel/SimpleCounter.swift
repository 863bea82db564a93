internal import Calendars
internal import Records

/// Counts entities where that is at its simplest: stages in order, none of them optional, nothing excluded, no kind of row
/// that matches two stages, one passage an entity, and no value that is a part of a date.
///
/// A row is one number then: its time, and below it its kind's place in the order of stages. What comes of it is what
/// `JourneyCounter` counts with ``LatestStarts``.
struct SimpleCounter {
    private let asOf: Int64
    private let window: Int64
    /// Times are counted from here; earlier ones are left to others.
    private let origin: Int64
    /// How many bits of a row's number tell its kind.
    private let placeBits: Int
    /// By kind: its place in the order of stages, kinds that match none first; -1 where nobody looks at such rows.
    private let placeOfKind: [Int32]
    /// -1 for none.
    private let stageOfPlace: [Int]
    private let kindOfPlace: [Int32]
    /// By dimension, then by place: the code of the value.
    private let codes: [[Int32]]
    /// By dimension.
    private let touches: [Touch]
    private var rows: [UInt64] = []
    private var latestStart: [Int64]
    private var reachedAt: [Int64]

    private static let none = Int64.min

    /// - Returns: `nil` where something asks for more.
    init?(_ funnel: FunnelDefinition, _ kinds: StagedKinds, _ picker: TouchPicker, before asOf: Int64) {
        guard funnel.order == .ordered, funnel.cohort != .every, funnel.exclusion == nil,
            !funnel.stages.contains(where: \.isOptional), !funnel.dimensions.contains(where: \.isOfDate),
            kinds.stages.allSatisfy({ $0 & ($0 &- 1) == 0 })
        else { return nil }
        touches = funnel.dimensions.map(\.touch)
        let looksAtAll = touches.contains { $0 != .entry }
        let kept = kinds.stages.indices.filter { looksAtAll || kinds.stages[$0] != 0 }.sorted {
            (kinds.stages[$0], $0) < (kinds.stages[$1], $1)
        }
        var placeOfKind = [Int32](repeating: -1, count: kinds.stages.count)
        for (place, kind) in kept.enumerated() { placeOfKind[kind] = Int32(place) }
        self.placeOfKind = placeOfKind
        stageOfPlace = kept.map { kinds.stages[$0] == 0 ? -1 : kinds.stages[$0].trailingZeroBitCount }
        kindOfPlace = kept.map { Int32($0) }
        codes = funnel.dimensions.indices.map { dimension in
            kept.map { picker.code(of: dimension, kinds: CollectionOfOne(Int32($0))) }
        }
        placeBits = Int.bitWidth - kept.count.leadingZeroBitCount
        let (origin, isTooEarly) = asOf.subtractingReportingOverflow(1 << Int64(62 - min(32, placeBits)))
        guard placeBits <= 32, !isTooEarly else { return nil }
        (self.origin, self.asOf) = (origin, asOf)
        window = ChainRules(funnel).window ?? .max
        latestStart = Array(repeating: Self.none, count: funnel.stages.count)
        reachedAt = latestStart
    }

    /// How rows become what is counted here, where times lie on the timeline as they are.
    var numbering: RowNumbering {
        RowNumbering(times: origin..<asOf, placeBits: placeBits, placeOfKind: placeOfKind)
    }

    /// Counts entities whose rows were numbered by `numbering`.
    mutating func count(_ part: NumberedRows, by counter: inout JourneyCounter) {
        let (numbers, bounds) = (part.numbers.span, part.bounds.span)
        searching { counting, latest, reached in
            for entity in 0..<part.entityCount {
                let rows = numbers.extracting(Int(bounds[entity])..<Int(bounds[entity + 1]))
                counting.count(rows, &latest, &reached, by: &counter)
            }
        }
    }

    /// Counts an entity.
    /// - Returns: `false` where it has a row that is too early for this; nothing has been counted then.
    mutating func count(
        _ times: Span<Int64>,
        _ kinds: Span<Int32>,
        _ range: Range<Int>,
        by counter: inout JourneyCounter
    ) -> Bool {
        var rows: [UInt64] = []
        swap(&rows, &self.rows)
        defer { swap(&rows, &self.rows) }
        rows.removeAll(keepingCapacity: true)
        for row in range {
            let position = counter.position(of: times[row])
            guard position >= origin else { return false }
            let place = placeOfKind[Int(kinds[row])]
            guard position < asOf, place >= 0 else { continue }
            rows.append(UInt64(bitPattern: position &- origin) << UInt64(placeBits) | UInt64(UInt32(bitPattern: place)))
        }
        rows.sort()
        searching { counting, latest, reached in counting.count(rows.span, &latest, &reached, by: &counter) }
        return true
    }

    /// Moves what is searched with out and back, so that it need not be looked after anew for every row.
    @inline(__always)
    private mutating func searching(_ body: (SimpleCounter, inout [Int64], inout [Int64]) -> Void) {
        var (latest, reached): ([Int64], [Int64]) = ([], [])
        swap(&latest, &latestStart)
        swap(&reached, &reachedAt)
        body(self, &latest, &reached)
        swap(&latest, &latestStart)
        swap(&reached, &reachedAt)
    }

    /// Counts an entity whose rows are in order.
    @inline(__always)
    private func count(
        _ rows: Span<UInt64>,
        _ latest: inout [Int64],
        _ reached: inout [Int64],
        by counter: inout JourneyCounter
    ) {
        var entry = 0
        while entry < rows.count, stageOfPlace[place(of: rows[entry])] != 0 { entry += 1 }
        guard entry < rows.count else { return }
        let cohort = counter.cohort(at: position(of: rows[entry]))
        search(rows, from: entry, within: cohort.starts, &latest, &reached)
        counter.passages.append(week: cohort.week, reachedAt: reached.span)
        appendValues(of: rows, entry, reached, to: &counter)
    }

    @inline(__always)
    private func place(of row: UInt64) -> Int { Int(row & (1 << UInt64(placeBits) - 1)) }

    @inline(__always)
    private func position(of row: UInt64) -> Int64 { origin &+ Int64(bitPattern: row >> UInt64(placeBits)) }

    /// As `LatestStarts` searches.
    @inline(__always)
    private func search(
        _ rows: Span<UInt64>,
        from entry: Int,
        within starts: Range<Int64>,
        _ latest: inout [Int64],
        _ reached: inout [Int64]
    ) {
        var latest = latest.mutableSpan
        var reached = reached.mutableSpan
        for stage in latest.indices {
            latest[stage] = Self.none
            reached[stage] = ChainSearch.never
        }
        for index in entry..<rows.count {
            let (stage, time) = (stageOfPlace[place(of: rows[index])], position(of: rows[index]))
            guard stage >= 0 else { continue }
            var start = time
            if stage == 0 {
                guard starts.contains(time) else { continue }
            } else {
                start = latest[stage - 1]
                guard start != Self.none, time - start <= window else { continue }
            }
            if latest[stage] < start { latest[stage] = start }
            if reached[stage] == ChainSearch.never { reached[stage] = time }
        }
    }

    @inline(__always)
    private func appendValues(
        of rows: Span<UInt64>,
        _ entry: Int,
        _ reachedAt: [Int64],
        to counter: inout JourneyCounter
    ) {
        for dimension in codes.indices {
            switch touches[dimension] {
            case .entry:
                let code = code(dimension, of: rows, at: entry, from: counter.picker) { $0 == 0 }
                counter.passages.breakdowns[dimension].append(code: code)
            case .first:
                let code = code(dimension, of: rows, at: 0, from: counter.picker) { _ in true }
                counter.passages.breakdowns[dimension].append(code: code)
            case .last:
                for end in reachedAt {
                    let last = rows.indices.last { position(of: rows[$0]) <= end } ?? entry
                    let code = code(dimension, of: rows, at: last, from: counter.picker) { _ in true }
                    counter.passages.breakdowns[dimension].append(code: code)
                }
            }
        }
    }

    /// The value on the row at `index`; where rows of wanted stages tie with it, the smallest of theirs.
    @inline(__always)
    private func code(
        _ dimension: Int,
        of rows: Span<UInt64>,
        at index: Int,
        from picker: TouchPicker,
        where isWanted: (_ stage: Int) -> Bool
    ) -> Int32 {
        let time = position(of: rows[index])
        var (first, end) = (index, index + 1)
        while first > 0, position(of: rows[first - 1]) == time { first -= 1 }
        while end < rows.count, position(of: rows[end]) == time { end += 1 }
        if end - first == 1 { return codes[dimension][place(of: rows[index])] }
        let places = (first..<end).map { place(of: rows[$0]) }.filter { isWanted(stageOfPlace[$0]) }
        return picker.code(of: dimension, kinds: places.lazy.map { kindOfPlace[$0] })
    }
}

extension Dimension {
    fileprivate var isOfDate: Bool {
        if case .date = origin { true } else { false }
    }
}
