import Calendars
import Funnel
import Records

/// Records with amounts, reasons and owners as tests write them; see `pipeline.spec.md`.
struct PipelineTable {
    static let outcomes = ["lost", "disqualified", "recycled"]
    static let monday = Timeline.instants(.utc).start(of: Week(number: 1))

    var records: RecordTable
    var questions: PipelineQuestions

    init(_ lines: [String], stageCount: Int) {
        var names: [String] = []
        let rows = lines.map { Row($0, stageCount: stageCount) }
        for row in rows where !names.contains(row.name) { names.append(row.name) }
        records = RecordTable(
            stages: letters.prefix(stageCount).map { String($0) },
            outcomes: Self.outcomes,
            entityCount: names.count,
            entities: rows.map { Int32(names.firstIndex(of: $0.name) ?? 0) },
            reached: (0..<stageCount).map { stage in rows.map { $0.stages[stage] } },
            endings: rows.map(\.ending),
            amounts: rows.map(\.amount),
            columns: ["reason": CodedColumn(rows.map(\.reason)), "owner": CodedColumn(rows.map(\.owner))],
            rows: rows.indices.map { RowPlace(file: "crm.csv", line: $0 + 2) },
            hasClockTimes: true
        )
        questions = PipelineQuestions(stageCount: stageCount)
        questions.handOff = stageCount > 2 ? 1 : nil
        questions.slaSeconds[1] = 2 * 86_400
        questions.reasonColumn = "reason"
        let owner = Dimension(id: "owner", origin: .column("owner"), touch: .entry)
        questions.parts = [PipelineQuestions.Part(owner, isPeople: true)]
    }

    private struct Row {
        var name: String
        var stages: [RecordTable.Reaching]
        var ending: RecordTable.Ending?
        var amount: Double?
        var reason: String?
        var owner: String?

        init(_ line: String, stageCount: Int) {
            let parts = line.split(separator: "(", maxSplits: 1)
            reason = parts.count > 1 ? String(parts[1].prefix { $0 != ")" }) : nil
            let cells = parts[0].split(separator: " ")
            name = String(cells[0])
            stages = cells[1...stageCount].map { cell in
                cell == "?" ? .undated : clock(cell).map { .at(PipelineTable.monday + $0) } ?? .no
            }
            for cell in cells.dropFirst(stageCount + 1) {
                let ending = cell.split(separator: "@")
                if let outcome = PipelineTable.outcomes.firstIndex(of: String(ending[0])) {
                    let time = ending.count > 1 ? clock(ending[1]).map { PipelineTable.monday + $0 } : nil
                    self.ending = RecordTable.Ending(outcome: outcome, time: time)
                } else if cell.hasPrefix("owner:") {
                    owner = String(cell.dropFirst(6))
                } else {
                    amount = Double(cell)
                }
            }
        }
    }
}
