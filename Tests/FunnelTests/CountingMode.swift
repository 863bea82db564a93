import Calendars
import Foundation
import Funnel
import Testing

/// One combination of the counting rules.
struct CountingMode: CustomTestStringConvertible {
    var order: StageOrder
    var excludes: Bool
    var hasOptional: Bool
    var hasWindow: Bool
    var cohort: CohortRule

    /// Every combination that there is: under `order: any` no stage is optional.
    static let all: [CountingMode] = StageOrder.allCases.flatMap { order in
        [false, true].flatMap { excludes in
            (order == .any ? [false] : [false, true]).flatMap { hasOptional in
                [false, true].flatMap { hasWindow in
                    CohortRule.allCases.map { cohort in
                        CountingMode(
                            order: order,
                            excludes: excludes,
                            hasOptional: hasOptional,
                            hasWindow: hasWindow,
                            cohort: cohort
                        )
                    }
                }
            }
        }
    }

    /// How many cases are tried where a short run tries `count`; `HUNI_LONG=1` asks for a long one.
    static func rounds(_ count: Int) -> Int {
        ProcessInfo.processInfo.environment["HUNI_LONG"] == "1" ? 50 * count : count
    }

    var testDescription: String {
        "\(order)\(excludes ? ", excluding" : "")\(hasOptional ? ", optional" : "")"
            + "\(hasWindow ? ", window" : ""), \(cohort)"
    }

    /// Different for each mode, the same on every machine.
    func numbers(_ test: UInt64) -> SeededNumbers {
        SeededNumbers(state: testDescription.utf8.reduce(test) { ($0 &* 31) &+ UInt64($1) })
    }

    /// A funnel of 2 to 4 stages.
    func randomFunnel(_ numbers: inout SeededNumbers) -> FunnelDefinition {
        let stageCount = Int.random(in: (hasOptional ? 3 : 2)...4, using: &numbers)
        let optional = hasOptional ? [[1], [2], [1, 2]].randomElement(using: &numbers) ?? [1] : []
        return .lettered(
            stageCount,
            window: hasWindow ? [0, day, 5 * day, 9 * day].randomElement(using: &numbers) : nil,
            order: order,
            optional: optional.filter { $0 < stageCount - 1 },
            excludes: excludes,
            cohort: cohort,
            dimensions: Touch.allCases.map {
                Dimension(id: "by \($0.rawValue)", origin: .column("value"), touch: $0)
            }
        )
    }

    /// Few distinct times, so that ties, re-entries and rows that match several stages are the rule.
    func randomRows(_ numbers: inout SeededNumbers, stageCount: Int) -> [OracleRow] {
        let step = [6 * hour, day, 3 * day].randomElement(using: &numbers) ?? day
        let shares = order != .any && Bool.random(using: &numbers)
        return (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
            let single = UInt32(1) << UInt32.random(in: 0...UInt32(stageCount), using: &numbers)
            let bits = shares ? UInt32.random(in: 0..<(1 << UInt32(stageCount)), using: &numbers) : single
            return OracleRow(
                entity: Int.random(in: 0...1, using: &numbers),
                time: Int64.random(in: 0...8, using: &numbers) * step,
                stages: bits & ((1 << UInt32(stageCount)) - 1),
                value: ["ç", "b", "a", nil].randomElement(using: &numbers) ?? nil,
                isExcluded: excludes && Int.random(in: 0...5, using: &numbers) == 0
            )
        }
    }
}

extension Oracle {
    init(_ funnel: FunnelDefinition, on timeline: Timeline) {
        self.init(
            stageCount: funnel.stages.count,
            window: funnel.windowSeconds.map { $0 * 1_000_000 },
            order: funnel.order,
            optional: Set(funnel.stages.indices.filter { funnel.stages[$0].isOptional }),
            cohort: funnel.cohort,
            timeline: timeline
        )
    }
}

extension Passages {
    /// The passages as the oracle writes them.
    var asOracle: [Oracle.Passage] {
        (0..<count).map { index in
            Oracle.Passage(
                entity: Int(entities[index]),
                week: weeks[index],
                reachedAt: (0..<stageCount).map { reachedAt($0, in: index) }
            )
        }
    }
}
