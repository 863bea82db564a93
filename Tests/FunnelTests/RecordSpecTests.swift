import Calendars
import Funnel
import Records
import Testing

/// Runs every case of `records.spec.md`.
@Suite struct RecordSpecTests {
    static let cases = SpecSection.all(of: "records.spec").map(Case.init)

    @Test func theSpecificationIsRead() {
        #expect(Self.cases.count >= 20)
        #expect(Self.cases.allSatisfy { !$0.section.block("records").isEmpty && !$0.section.block("pipeline").isEmpty })
    }

    @Test(arguments: cases)
    func recordsAreCountedAsTheSpecificationSays(spec: Case) {
        let count = spec.count
        #expect(spec.passages(count.passages) == spec.section.block("passages"))
        #expect(spec.pipeline(count.pipeline) == spec.section.block("pipeline"))
        #expect(spec.backwards(count.pipeline) == spec.section.block("backwards"))
        let use = count.use
        let rows = spec.section.block("use").first ?? "\(spec.rows.count) used, 0 other, 0 after"
        #expect("\(use.used) used, \(use.other) other, \(use.afterAsOf) after" == rows)
    }

    struct Case: CustomTestStringConvertible {
        var section: SpecSection
        var testDescription: String { section.title[0] }
        private let monday = Timeline.instants(.utc).start(of: Week(number: 1))

        init(_ section: SpecSection) { self.section = section }

        private var stageCount: Int { Int(section.title[1].prefix(1)) ?? 0 }
        private var names: [String] {
            var names: [String] = []
            for line in section.block("records") {
                let name = String(line.prefix { $0 != " " })
                if !names.contains(name) { names.append(name) }
            }
            return names
        }

        var count: RecordCount {
            RecordCounter(
                .lettered(stageCount),
                in: RecordTable(rows),
                on: .instants(.utc),
                before: monday + (Int64(section.title[3].dropFirst(4)) ?? 0) * day,
                skipped: SkippedStages(rawValue: section.title[2]) ?? .backfill
            )
            .count()
        }

        var rows: [RecordRow] {
            section.block("records").map { line in
                let cells = line.split(separator: " ")
                let stages = cells[1...stageCount].map { cell -> RecordTable.Reaching in
                    if cell == "?" { return .undated }
                    return clock(cell).map { .at(monday + $0) } ?? .no
                }
                let ending = cells.count > stageCount + 1 ? cells[stageCount + 1].split(separator: "@") : []
                return RecordRow(
                    entity: names.firstIndex(of: String(cells[0])) ?? 0,
                    stages: stages,
                    ending: ending.first.map { outcome in
                        RecordTable.Ending(
                            outcome: outcome == "lost" ? 0 : 1,
                            time: ending.count > 1 ? clock(ending[1]).map { monday + $0 } : nil
                        )
                    }
                )
            }
        }

        func passages(_ passages: Passages) -> [String] {
            (0..<passages.count).map { index in
                let stages = (0..<stageCount).map { stage -> String in
                    guard let position = passages.reachedAt(stage, in: index) else { return "–" }
                    return written(position - monday) + (passages.isTimed(stage, in: index) ? "" : "~")
                }
                let week = passages.weeks[index].number - 1
                return "\(names[Int(passages.entities[index])]) W\(week): \(stages.joined(separator: ", "))"
            }
        }

        func pipeline(_ pipeline: Pipeline) -> [String] {
            pipeline.stages.map { stage in
                var parts = ["\(stage.openNow) open", "\(stage.advanced) on"]
                for (outcome, count) in zip(pipeline.outcomes, stage.endings) where count > 0 {
                    parts.append("\(count) \(outcome)")
                }
                let backfilled = stage.backfilled > 0 ? "; \(stage.backfilled) backfilled" : ""
                return "\(stage.id): \(stage.reached) = \(parts.joined(separator: " + "))\(backfilled)"
            }
        }

        func backwards(_ pipeline: Pipeline) -> [String] {
            pipeline.backwards.map { date in
                let (time, previous) = (date.time.microseconds - monday, date.previousTime.microseconds - monday)
                return "line \(date.row.line): \(date.id) \(written(time)) before \(date.previous) \(written(previous))"
            }
        }

        private func written(_ time: Int64) -> String {
            let (days, rest) = time.quotientAndRemainder(dividingBy: day)
            return rest == 0 ? "\(days)" : "\(days)+\(rest / hour)"
        }
    }
}
