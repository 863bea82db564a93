import Calendars
import Funnel
import Records
import Testing

/// Runs every case of `counts.spec.md`.
@Suite struct CountSpecTests {
    static let cases = SpecSection.all(of: "counts.spec").map(Case.init)

    @Test func theSpecificationIsRead() {
        #expect(Self.cases.count >= 12)
        #expect(Self.cases.allSatisfy { !$0.section.block("counts").isEmpty && !$0.section.block("weeks").isEmpty })
    }

    @Test(arguments: cases)
    func countsAreAddedUpAsTheSpecificationSays(spec: Case) {
        let metrics = spec.metrics
        #expect(
            metrics.weeks.map { "W\($0.week.number - 1): \(spec.written($0.cohort.stages))" } == spec.block("weeks")
        )
        let before = spec.block("before")
        if !before.isEmpty {
            let found = metrics.weeks.map {
                "W\($0.week.number - 1): \($0.before.map { spec.written($0.stages) } ?? "none")"
            }
            #expect(found == before)
        }
        let total = spec.block("total")
        if !total.isEmpty {
            #expect(total == [spec.written(metrics.total.stages), spec.written(metrics.totalMatured.stages)])
            #expect(metrics.weeks.last.map { spec.written($0.maturedUntilHere) } == total[1])
        }
        let values = spec.block("values")
        if !values.isEmpty {
            let found = metrics.total.breakdowns[0].values.map { "\($0.values[0]): \(spec.written($0.stages))" }
            #expect(found == values)
        }
    }

    struct Case: CustomTestStringConvertible {
        var section: SpecSection
        var testDescription: String { section.title[0] }
        private let monday = Week(number: 1).monday

        init(_ section: SpecSection) { self.section = section }

        func block(_ name: String) -> [String] { section.block(name) }

        var metrics: FunnelMetrics {
            let stages = letters.prefix(stageCount).map { Stage(id: String($0), condition: .all([])) }
            let funnel = FunnelDefinition(
                id: "counts",
                stages: stages,
                maturesAfterSeconds: isByEntry ? 7 * 86_400 : nil,
                dimensions: [Dimension(id: "value", origin: .column("value"), touch: .last)]
            )
            let asOf = Timeline.localDays(.utc).start(of: monday.advanced(by: Int(section.title[2].dropFirst(4)) ?? 0))
            return FunnelMetrics(counts: table, of: funnel, on: .localDays(.utc), before: asOf)
        }

        private var rows: [[String]] {
            section.block("counts").map { $0.split(separator: " ").map(String.init) }
        }
        private var isByEntry: Bool { section.title[1].hasSuffix("by entry week") }
        private var firstCount: Int { isByEntry ? 3 : 2 }
        private var stageCount: Int { (rows.first?.count ?? 0) - firstCount }

        private var table: CountTable {
            CountTable(
                stages: letters.prefix(stageCount).map { String($0) },
                isWeekly: section.title[1].hasPrefix("weekly"),
                days: rows.map { monday.advanced(by: Int($0[0]) ?? 0) },
                entryWeeks: isByEntry ? rows.map { Week(number: 1 + (Int($0[1].dropFirst()) ?? 0)) } : nil,
                counts: (0..<stageCount).map { stage in rows.map { Int($0[firstCount + stage]) } },
                columns: ["value": CodedColumn(rows.map { $0[firstCount - 1] })]
            )
        }

        func written(_ stages: [StageMetrics]) -> String {
            stages.map { stage in
                let count = stage.count.map(String.init) ?? "–"
                let mark = stage.isMatured || stage.count == nil ? "" : "~"
                guard let rate = stage.fromPrevious else { return count + mark }
                let pair =
                    (rate.numerator, rate.denominator) == (0, 0) ? "" : " (\(rate.numerator)/\(rate.denominator))"
                return count + mark + pair
            }
            .joined(separator: ", ")
        }
    }
}
