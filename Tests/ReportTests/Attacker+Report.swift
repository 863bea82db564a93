import Calendars
import Funnel
import Report

/// What anybody knows who reads the report: what is told, which sums must agree, and what the settings say.
extension Attacker {
    /// Takes down all numbers of all breakdowns, and the sums over values and over weeks.
    mutating func look(at metrics: FunnelMetrics) {
        let weeks = metrics.weeks.map { ("\($0.week)", $0.cohort) }
        for (line, cohort) in weeks + [("matured", metrics.totalMatured), ("total", metrics.total)] {
            for stage in cohort.stages.indices {
                let everybody = name(metrics, line, "all", "", stage)
                see(everybody, cohort.stages[stage].count)
                for breakdown in cohort.breakdowns {
                    let names = breakdown.values.map { value -> String in
                        let name = name(metrics, line, breakdown.dimensions[0], value.values[0], stage)
                        let told = value.stages[stage]
                        see(name, told.count)
                        if stage > 0, metrics.view == .cohort {
                            atMost(name, self.name(metrics, line, breakdown.dimensions[0], value.values[0], stage - 1))
                        }
                        return name
                    }
                    if breakdown.dimensions[0] != "segment", !names.isEmpty { sum(of: names, is: [everybody]) }
                }
            }
        }
        for breakdown in metrics.total.breakdowns {
            for value in breakdown.values {
                for stage in metrics.funnel.stages.indices {
                    func names(_ lines: [String]) -> [String] {
                        lines.map { name(metrics, $0, breakdown.dimensions[0], value.values[0], stage) }
                    }
                    let matured = metrics.weeks.filter { week in
                        metrics.view == .activity ? week.isComplete : week.cohort.stages.allSatisfy(\.isMatured)
                    }
                    sum(of: names(metrics.weeks.map { "\($0.week)" }), is: names(["total"]))
                    sum(of: names(matured.map { "\($0.week)" }), is: names(["matured"]))
                }
            }
        }
    }

    /// Whoever reaches a stage at all does so in some week; entries are the same in both views.
    mutating func relateViews(of funnel: FunnelReport) {
        guard let cohort = funnel.metrics, let activity = funnel.activity else { return }
        for (breakdown, other) in zip(cohort.total.breakdowns, activity.total.breakdowns) {
            for value in breakdown.values where other.values.contains(where: { $0.values == value.values }) {
                for stage in cohort.funnel.stages.indices {
                    let lines = stage == 0 ? ["total"] + cohort.weeks.map { "\($0.week)" } : ["total"]
                    for line in lines {
                        let (dimension, value) = (breakdown.dimensions[0], value.values[0])
                        sum(
                            of: [name(cohort, line, dimension, value, stage)],
                            is: [name(activity, line, dimension, value, stage)]
                        )
                    }
                }
            }
        }
    }

    /// Two funnels that begin alike have the same numbers there.
    mutating func relateFunnels(_ funnels: [FunnelReport]) {
        guard let one = funnels.first?.metrics, let other = funnels.last?.metrics, funnels.count > 1 else { return }
        for breakdown in other.total.breakdowns {
            for value in breakdown.values {
                for stage in other.funnel.stages.indices {
                    for line in other.weeks.map({ "\($0.week)" }) + ["total"] {
                        let (dimension, value) = (breakdown.dimensions[0], value.values[0])
                        sum(
                            of: [name(one, line, dimension, value, stage)],
                            is: [name(other, line, dimension, value, stage)]
                        )
                    }
                }
            }
        }
    }

    private func name(
        _ metrics: FunnelMetrics,
        _ line: String,
        _ dimension: String,
        _ value: String,
        _ stage: Int
    ) -> String {
        let (dimension, value) = Self.twin(of: dimension, value, in: metrics)
        return "\(metrics.funnel.id) \(metrics.view.rawValue) \(line) \(dimension)=\(value) \(stage)"
    }

    /// The settings say which value a segment is: its numbers are that value's, where it has a line of its own.
    private static func twin(of dimension: String, _ value: String, in metrics: FunnelMetrics) -> (String, String) {
        let twins = ["phones": ("device", "phone"), "ads": ("channel", "c1")]
        guard dimension == "segment", let twin = twins[value],
            metrics.total.breakdowns.contains(where: { breakdown in
                breakdown.dimensions == [twin.0] && breakdown.values.contains { $0.values == [twin.1] }
            })
        else { return (dimension, value) }
        return twin
    }
}
