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
    private let placeBits: UInt64
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
    private var counted = CountedEntities()
    private let stageCount: Int

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
        placeBits = UInt64(Int.bitWidth - kept.count.leadingZeroBitCount)
        let (origin, isTooEarly) = asOf.subtractingReportingOverflow(1 << (62 - min(32, Int64(placeBits))))
        guard placeBits <= 32, !isTooEarly else { return nil }
        (self.origin, self.asOf) = (origin, asOf)
        window = ChainRules(funnel).window ?? .max
        stageCount = funnel.stages.count
    }

    /// How rows become what is counted here, where times lie on the timeline as they are.
    var numbering: RowNumbering {
        RowNumbering(times: origin..<asOf, placeBits: Int(placeBits), placeOfKind: placeOfKind)
    }

    /// Counts entities whose rows were numbered by `numbering`.
    mutating func count(_ part: NumberedRows, by counter: inout JourneyCounter) {
        count(part.numbers.span, part.bounds.span.extracting(first: part.entityCount + 1), by: &counter)
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
            rows.append(UInt64(bitPattern: position &- origin) << placeBits | UInt64(UInt32(bitPattern: place)))
        }
        rows.sort()
        let bounds = [0, Int32(rows.count)]
        count(rows.span, bounds.span, by: &counter)
        return true
    }

    /// - Parameter bounds: Where the rows of each entity begin, which are in order, and where the last one's end.
    private mutating func count(_ rows: Span<UInt64>, _ bounds: Span<Int32>, by counter: inout JourneyCounter) {
        var (latest, reached) = ([Int64](repeating: 0, count: stageCount), [Int64](repeating: 0, count: stageCount))
        let last = Int(bounds[bounds.count - 1])
        // Moved out, as what is searched for is asked of `self`.
        var counted = CountedEntities()
        swap(&counted, &self.counted)
        defer { swap(&counted, &self.counted) }
        counted.fill(bounds.count - 1, last) { entities, count, positions, positionCount in
            var latest = latest.mutableSpan
            var reached = reached.mutableSpan
            for place in 0..<(bounds.count - 1) {
                var entry = Int(bounds[place])
                let own = rows.extracting(first: Int(bounds[place + 1]))
                while entry < own.count, stageOfPlace[self.place(of: own[entry])] != 0 { entry += 1 }
                guard entry < own.count else { continue }
                let cohort = counter.cohort(at: position(of: own[entry]))
                search(own, from: entry, within: cohort.starts, &latest, &reached)
                entities[count] = CountedEntities.Entity(
                    passage: OpenBlock.Passage(
                        week: Int32(truncatingIfNeeded: cohort.week.number),
                        stages: 0,
                        start: UInt32(truncatingIfNeeded: positionCount)
                    ),
                    place: Int32(truncatingIfNeeded: place),
                    entry: Int32(truncatingIfNeeded: entry)
                )
                for stage in reached.indices where reached[stage] != ChainSearch.never {
                    entities[count].passage.stages |= 1 << UInt32(truncatingIfNeeded: stage)
                    positions[positionCount] = reached[stage]
                    positionCount += 1
                }
                count += 1
            }
        }
        counter.passages.append(counted)
        for dimension in codes.indices { appendValues(of: counted, rows, bounds, in: dimension, to: &counter) }
    }

    @inline(__always)
    private func place(of row: UInt64) -> Int { Int(truncatingIfNeeded: row & (1 &<< placeBits &- 1)) }

    @inline(__always)
    private func position(of row: UInt64) -> Int64 { origin &+ Int64(bitPattern: row &>> placeBits) }

    /// As `LatestStarts` searches.
    @inline(__always)
    private func search(
        _ rows: Span<UInt64>,
        from entry: Int,
        within starts: Range<Int64>,
        _ latest: inout MutableSpan<Int64>,
        _ reached: inout MutableSpan<Int64>
    ) {
        for stage in latest.indices {
            latest[stage] = Self.none
            reached[stage] = ChainSearch.never
        }
        // Most entities have no other row.
        if entry + 1 == rows.count {
            reached[0] = position(of: rows[entry])
            return
        }
        for index in entry..<rows.count {
            let (stage, time) = (stageOfPlace[place(of: rows[index])], position(of: rows[index]))
            guard stage >= 0 else { continue }
            var start = time
            if stage == 0 {
                guard starts.contains(time) else { continue }
            } else {
                start = latest[stage &- 1]
                guard start != Self.none, time - start <= window else { continue }
            }
            if latest[stage] < start { latest[stage] = start }
            if reached[stage] == ChainSearch.never { reached[stage] = time }
        }
    }

    /// Appends the values of all entities that were counted.
    private func appendValues(
        of counted: CountedEntities,
        _ rows: Span<UInt64>,
        _ bounds: Span<Int32>,
        in dimension: Int,
        to counter: inout JourneyCounter
    ) {
        let (picker, touch) = (counter.picker, touches[dimension])
        var codes: [Int32] = []
        codes.reserveCapacity(counted.count * (touch == .last ? stageCount : 1))
        for index in 0..<counted.count {
            let entity = counted.entities[index]
            let (first, end) = (Int(bounds[Int(entity.place)]), Int(bounds[Int(entity.place) + 1]))
            let (own, entry) = (rows.extracting(first..<end), Int(entity.entry) - first)
            switch touch {
            case .entry: codes.append(code(dimension, of: own, at: entry, from: picker) { $0 == 0 })
            case .first: codes.append(code(dimension, of: own, at: 0, from: picker) { _ in true })
            case .last:
                var positions = counted.positions(of: index)
                for stage in 0..<stageCount {
                    let isReached = entity.passage.stages >> UInt32(stage) & 1 == 1
                    let end = isReached ? positions.removeFirst() : ChainSearch.never
                    let last = own.indices.last { position(of: own[$0]) <= end } ?? entry
                    codes.append(code(dimension, of: own, at: last, from: picker) { _ in true })
                }
            }
        }
        counter.passages.breakdowns[dimension].append(codes: codes)
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
