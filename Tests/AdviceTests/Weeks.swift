import Calendars

@testable import Advice
@testable import Funnel

/// A made-up funnel `a → b → c` with a week a list of counts, all of them final unless said otherwise.
struct Weeks {
    var counts: [[Int]]
    var target: Double?
    var order = StageOrder.ordered
    /// How many of the newest weeks have not matured but in their first stage.
    var young = 0
    /// Counts a week of those of channel `ads`; the others are of `mail`.
    var ads: [[Int]] = []
    var judgements: [Int: [StageJudgement]] = [:]
    var gains: [StepGain] = []

    static let first = Week(number: 2950)

    func week(_ index: Int) -> Week { Self.first.advanced(by: index) }

    var metrics: FunnelMetrics {
        let weeks = counts.indices.map(make)
        let none = CohortMetrics(stages: [], breakdowns: [])
        return FunnelMetrics(
            funnel: definition,
            view: .cohort,
            timeline: .instants(.utc),
            asOf: 0,
            weeks: weeks,
            total: none,
            totalMatured: none
        )
    }

    private func make(_ index: Int) -> WeekMetrics {
        let isYoung = index >= counts.count - young
        let others = ads.isEmpty ? [] : zip(counts[index], ads[index]).map { $0 - $1 }
        let values = ads.isEmpty ? [] : [("ads", ads[index]), ("mail", others)]
        let breakdown = BreakdownMetrics(
            dimensions: ["channel"],
            values: values.map { ValueMetrics(values: [$0.0], stages: stages($0.1, isYoung: isYoung)) }
        )
        return WeekMetrics(
            week: week(index),
            ageDays: (counts.count - index) * 7,
            isComplete: true,
            cohort: CohortMetrics(stages: stages(counts[index], isYoung: isYoung), breakdowns: [breakdown]),
            before: nil,
            maturedUntilHere: [],
            judgements: judgements[index] ?? [],
            gains: gains
        )
    }

    private func stages(_ counts: [Int], isYoung: Bool) -> [StageMetrics] {
        counts.indices.map { stage in
            StageMetrics(
                count: counts[stage],
                isMatured: stage == 0 || !isYoung,
                fromPrevious: stage == 0 ? nil : ConversionRate(counts[stage], of: counts[stage - 1]),
                fromFirst: stage == 0 ? nil : ConversionRate(counts[stage], of: counts[0])
            )
        }
    }

    private var definition: FunnelDefinition {
        let ids = ["a", "b", "c"]
        return FunnelDefinition(
            id: "f",
            stages: ids.map { id in
                Stage(id: id, condition: .all([]), target: StageTarget(rate: id == "b" ? target : nil))
            },
            order: order
        )
    }
}
