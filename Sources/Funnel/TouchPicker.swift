internal import Calendars
internal import Records

/// Finds each passage's value in each dimension, on the row that the dimension's touch names.
struct TouchPicker {
    private let dimensions: [Dimension]
    private let stageCount: Int
    private let positions: [Int64]
    private let values: DimensionValues
    private let rowCount: Int

    /// Picks among the rows of one table, which come first in `positions`; rows behind them are nobody's touch.
    init(_ funnel: FunnelDefinition, in table: EventTable, positions: [Int64], timeline: Timeline) {
        dimensions = funnel.dimensions
        stageCount = funnel.stages.count
        self.positions = positions
        values = DimensionValues(funnel.dimensions, in: table.columns, on: timeline)
        rowCount = table.rowCount
    }

    /// One breakdown without values for each dimension.
    var emptyBreakdowns: [Breakdown] {
        dimensions.map { Breakdown(stageCount: $0.touch == .last ? stageCount : 1) }
    }

    /// Appends the passage's values, under `touch: last` one for each stage that it could have reached.
    func appendValues(
        of journey: Journey,
        in cohort: Journey.Cohort,
        reachedAt: [Int64],
        to breakdowns: inout [Breakdown]
    ) {
        guard !dimensions.isEmpty else { return }
        let rows = journey.rows.filter { $0 < rowCount }
        func value(of dimension: Int, at position: Int64, where counts: (Int) -> Bool = { _ in true }) -> String {
            values.value(of: dimension, on: rows.filter { positions[$0] == position && counts($0) }, at: position)
        }
        for (index, dimension) in dimensions.enumerated() {
            switch dimension.touch {
            case .entry:
                breakdowns[index].append(value(of: index, at: cohort.entry) { journey.stages[$0] & 1 != 0 })
            case .first:
                breakdowns[index].append(value(of: index, at: rows.first.map { positions[$0] } ?? cohort.entry))
            case .last:
                for end in reachedAt {
                    let last = rows.last { positions[$0] <= end }.map { positions[$0] } ?? cohort.entry
                    breakdowns[index].append(value(of: index, at: last))
                }
            }
        }
    }
}
