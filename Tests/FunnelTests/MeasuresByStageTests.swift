import Calendars
import Funnel
import Records
import Testing

/// Measures of single stages of which few are there.
@Suite struct MeasuresByStageTests {
    /// By name, then stage, a number a week.
    private func table(_ values: [String: [String: [Double]]]) -> MeasureTable {
        let names = values.keys.sorted()
        let stages = Set(values.values.flatMap(\.keys)).sorted()
        let rows = names.enumerated().flatMap { name, key in
            stages.enumerated().flatMap { stage, id in
                (values[key]?[id] ?? []).enumerated().map { week, value in
                    MeasureTable.Row(
                        day: Week(number: 100 + week).monday,
                        name: name,
                        value: value,
                        stage: Int32(stage)
                    )
                }
            }
        }
        return MeasureTable(names: names, isWeekly: true, rows: rows, days: [], stages: stages)
    }

    private func told(_ formulas: [MeasureFormula], in table: MeasureTable) -> MeasuresByStage {
        let timeline = Timeline.localDays(.utc)
        func series(_ formula: MeasureFormula, _ stage: String?) -> MeasureSeries {
            let end = timeline.start(of: Week(number: 120).monday)
            return MeasureSeries(formula, in: table, of: stage, on: timeline, before: end)
        }
        return MeasuresByStage(
            formulas.map { formula in
                MeasuresByStage.Measure(
                    formula,
                    whole: series(formula, nil),
                    stages: table.stages.map { series(formula, $0) }
                )
            },
            below: 5
        )
    }

    @Test func aWeekOfFewComplaintsIsHiddenInAllStagesAndTheWeekBeforeToo() {
        let complaints = table(["complaints": ["order": [9, 9, 3, 9], "visit": [20, 21, 22, 23]]])
        let stages = told([.sum("complaints")], in: complaints).measures[0].stages
        #expect(stages.map { $0.points.map(\.value) } == [[9, nil, nil, 9], [20, nil, nil, 23]])
        #expect(stages.allSatisfy { $0.points.map(\.isHidden) == [false, true, true, false] })
        #expect(stages.map { $0.total?.value } == [30, 86])
    }

    @Test func aStageOfFewAltogetherHidesAllTotals() {
        let complaints = table(["complaints": ["order": [1, 1, 1], "visit": [20, 21, 22]]])
        let found = told([.sum("complaints")], in: complaints)
        #expect(found.hidesTotals && found.hidesWeeks)
        #expect(found.measures[0].stages.allSatisfy { $0.total?.isHidden == true && $0.total?.value == nil })
    }

    /// 2 of 40 opened: the share would tell the 2.
    @Test func aRateOfFewIsHiddenAndSoIsASumOfTheSameMails() {
        let mails = table([
            "opens": ["order": [9, 2, 9], "visit": [10, 10, 10]],
            "sent": ["order": [40, 40, 40], "visit": [50, 50, 50]],
        ])
        let found = told([.ratio("opens", of: "sent"), .sum("sent")], in: mails).measures
        for measure in found {
            #expect(measure.stages.allSatisfy { $0.points.map(\.isHidden) == [true, true, false] })
        }
    }

    @Test func measuresThatShareANameStandTogether() {
        let formulas: [MeasureFormula] = [.sum("a"), .sum("b"), .ratio("c", of: "d"), .ratio("a", of: "c"), .sum("e")]
        #expect(MeasuresByStage.groups(of: formulas) == [[0, 2, 3], [1], [4]])
    }

    @Test func whatIsToldIsJudgedByWhatIsToldAlone() {
        let usual = (0..<12).map { Double(20 + $0 % 3) }
        var other = usual
        (other[4], other[5]) = (2, 2)
        let found = told([.sum("a")], in: table(["a": ["order": other, "visit": usual]])).measures[0].stages[0]
        #expect(found.points.map(\.isHidden).enumerated().filter(\.element).map(\.offset) == [3, 4, 5])
        #expect(found.judgements.last??.range?.low ?? 0 > 15)
    }
}
