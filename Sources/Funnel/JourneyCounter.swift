internal import Calendars

/// Counts entities one after the other, in the week or weeks that the funnel's cohort rule names.
struct JourneyCounter {
    var passages: Passages
    private let funnel: FunnelDefinition
    private let rules: ChainRules
    private var timeline: TimelineMemory
    private(set) var picker: TouchPicker
    private var simple: LatestStarts?

    init(_ funnel: FunnelDefinition, picking picker: TouchPicker, on timeline: Timeline) {
        self.funnel = funnel
        self.picker = picker
        self.timeline = TimelineMemory(timeline)
        rules = ChainRules(funnel)
        simple = LatestStarts(rules)
        passages = Passages(
            stageCount: funnel.stages.count,
            cohort: funnel.cohort,
            breakdowns: picker.emptyBreakdowns
        )
    }

    /// Whether instants lie on the timeline as they are.
    var hasInstants: Bool {
        if case .instants = timeline.timeline { true } else { false }
    }

    /// Where an instant lies on the timeline.
    mutating func position(of microseconds: Int64) -> Int64 { timeline.position(of: microseconds) }

    /// The cohort of an entry row.
    mutating func cohort(at entry: Int64) -> Journey.Cohort {
        Journey.Cohort(at: entry, by: funnel.cohort, on: &timeline)
    }

    /// What counts entities faster, if the funnel is as simple as that.
    func simpleCounter(of kinds: StagedKinds, before asOf: Int64) -> SimpleCounter? {
        SimpleCounter(funnel, kinds, picker, before: asOf)
    }

    /// Counts an entity.
    /// - Parameters:
    ///   - rows: All its rows before the end of data, in order; see ``JourneyRow``.
    ///   - entity: A number of its own.
    mutating func count(_ rows: ArraySlice<JourneyRow>, entity: Int32) {
        if simple != nil, LatestStarts.areSimple(rows) {
            countSimple(rows, entity: entity)
        } else {
            countAny(rows, entity: entity)
        }
    }

    private mutating func countSimple(_ rows: ArraySlice<JourneyRow>, entity: Int32) {
        var last: Range<Int64>?
        for row in rows where row.stages & 1 != 0 {
            if let last {
                guard funnel.cohort == .every else { return }
                if last.contains(row.position) { continue }
            }
            let cohort = Journey.Cohort(at: row.position, by: funnel.cohort, on: &timeline)
            last = cohort.starts
            simple?.search(rows, from: cohort.starts)
            guard let ends = simple?.reachedAt else { return }
            append(rows, entity: entity, cohort, ends, untimed: 0)
        }
    }

    private mutating func countAny(_ rows: ArraySlice<JourneyRow>, entity: Int32) {
        let journey = Journey(rows: rows)
        for cohort in journey.cohorts(by: funnel.cohort, on: &timeline) {
            let ends = journey.reachedAt(in: cohort, by: rules)
            let untimed = journey.untimedStages(reachedAt: ends, order: funnel.order)
            append(rows, entity: entity, cohort, ends, untimed: untimed)
        }
    }

    private mutating func append(
        _ rows: ArraySlice<JourneyRow>,
        entity: Int32,
        _ cohort: Journey.Cohort,
        _ ends: [Int64],
        untimed: UInt32
    ) {
        passages.append(entity: entity, week: cohort.week, reachedAt: ends, untimed: untimed)
        picker.appendValues(of: rows, in: cohort, reachedAt: ends, on: &timeline, to: &passages.breakdowns)
    }
}
