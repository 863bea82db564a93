internal import Calendars
internal import Records

/// Finds each passage's value in each dimension, on the row that the dimension's touch names.
struct TouchPicker {
    private let dimensions: [Dimension]
    private let stageCount: Int
    private var values: DimensionValues

    /// Picks among rows whose words stand in `columns`.
    init(_ funnel: FunnelDefinition, in columns: [String: CodedColumn]) {
        dimensions = funnel.dimensions
        stageCount = funnel.stages.count
        values = DimensionValues(funnel.dimensions, in: columns)
    }

    /// One breakdown without passages for each dimension.
    var emptyBreakdowns: [Breakdown] {
        dimensions.indices.map { index in
            let stages = dimensions[index].touch == .last ? stageCount : 1
            return Breakdown(stageCount: stages, values: values.known(of: index))
        }
    }

    /// Appends the passage's values, under `touch: last` one for each stage that it could have reached.
    mutating func appendValues(
        of rows: ArraySlice<JourneyRow>,
        in cohort: Journey.Cohort,
        reachedAt: [Int64],
        on timeline: inout TimelineMemory,
        to breakdowns: inout [Breakdown]
    ) {
        for index in dimensions.indices {
            switch dimensions[index].touch {
            case .entry:
                append(index, of: rows, at: cohort.entry, stages: 1, &timeline, to: &breakdowns[index])
            case .first:
                let first = rows.first { $0.words >= 0 }?.position ?? cohort.entry
                append(index, of: rows, at: first, stages: .max, &timeline, to: &breakdowns[index])
            case .last:
                for end in reachedAt {
                    let last = rows.last { $0.position <= end && $0.words >= 0 }?.position ?? cohort.entry
                    append(index, of: rows, at: last, stages: .max, &timeline, to: &breakdowns[index])
                }
            }
        }
    }

    /// The smallest value among rows of the columns, by code; of dimensions that are no part of a date.
    func code(of dimension: Int, kinds: some Sequence<Int32>) -> Int32 {
        var best: Int32?
        for kind in kinds { best = values.smaller(dimension, best, kind) }
        return best ?? values.missing(of: dimension)
    }

    /// - Parameter stages: Only rows count that match one of these, or that are any row if it is all bits.
    private mutating func append(
        _ dimension: Int,
        of rows: ArraySlice<JourneyRow>,
        at position: Int64,
        stages: UInt32,
        _ timeline: inout TimelineMemory,
        to breakdown: inout Breakdown
    ) {
        if values.isOfDate(dimension) {
            breakdown.append(values.part(dimension, of: timeline.dayNumber(at: position)))
            return
        }
        var best: Int32?
        for row in rows where row.position == position && row.words >= 0 {
            guard stages == .max || row.stages & stages != 0 else { continue }
            best = values.smaller(dimension, best, row.words)
        }
        breakdown.append(code: best ?? values.missing(of: dimension))
    }
}
