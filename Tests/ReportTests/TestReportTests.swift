import Calendars
import Diagnostics
import Funnel
import JSONText
import Report
import Settings
import Testing

/// Tests of variants from huni.yaml to JSON.
@Suite struct TestReportTests {
    private func report(_ tests: String, csv: String, site: String = "", funnel: String = "") throws -> Report {
        let settings = try Settings(
            yaml: """
                version: 1
                site: { title: Test, time_zone: UTC\(site) }
                sources:
                  web:
                    form: events
                    files: web.csv
                    columns: { entity: who, time: at, event: event }
                    variant: { column: group }
                tests: [ \(tests) ]
                funnels:
                  - { id: journey, source: web, window: 7d\(funnel), stages: [{ id: visit }, { id: signup }, { id: order }] }
                """,
            file: "huni.yaml"
        )
        return try ReportMaker(settings).report { _ in
            SourceFiles([DataFile(path: "web.csv", bytes: Array(csv.utf8))])
        }
    }

    /// In each group two hundred visitors on a Monday, of whom so many sign up; one of each a day for a month after that,
    /// none of whom does.
    private func rows(_ signups: [String: Int]) -> String {
        var text = "who,at,event,group\n"
        for (group, count) in signups.sorted(by: { $0.key < $1.key }) {
            for number in 0..<200 {
                text += "\(group)\(number),2026-06-01,visit,\(group)\n"
                if number < count { text += "\(group)\(number),2026-06-02,signup,\(group)\n" }
            }
            for day in 10...28 { text += "\(group)late\(day),2026-06-\(day),visit,\(group)\n" }
        }
        return text
    }

    private let planned = "{ id: button, source: web, stage: signup, baseline: 0.2, detect: 15pp }"

    @Test func variantsOfAColumnAreComparedOnTheirMaturedWeeks() throws {
        let test = try #require(try report(planned, csv: rows(["a": 40, "b": 80])).tests.first)
        #expect(test.funnel == "journey" && test.comparison.state == .complete)
        let variants = test.comparison.variants
        #expect(variants.map(\.value) == ["a", "b"] && variants.map(\.entrants) == [219, 219])
        // Weeks 23 to 25 are a week past their end on 28 June: 200 entrants and those of the 10th to the 21st.
        #expect(variants.map { $0.stages[1].fromFirst } == [ConversionRate(40, of: 212), ConversionRate(80, of: 212)])
        #expect(variants[1].verdict == .better)
    }

    @Test(arguments: [true, false])
    func aTestThatIsOverDoesNotEndTheReport(isTested: Bool) throws {
        let columns = "{ entity: who, time: at, event: event }"
        let stages = "window: 7d, stages: [{ id: visit }, { id: signup }]"
        let settings = try Settings(
            yaml: """
                version: 1
                site: { title: Test, time_zone: UTC }
                sources:
                  web: { form: events, files: web.csv, columns: \(columns) }
                  trial: { form: events, files: trial.csv, columns: \(columns), variant: { column: group } }
                \(isTested ? "tests: [ " + planned.replacing("source: web", with: "source: trial") + " ]" : "")
                funnels:
                  - { id: journey, source: web, \(stages) }
                  - { id: trial, source: trial, \(stages) }
                """,
            file: "huni.yaml"
        )
        let web = "who,at,event\n" + (10...30).map { "w\($0),2026-07-\($0),visit\n" }.joined()
        let trial = rows(["a": 40, "b": 80])
        let report = try ReportMaker(settings).report { source in
            SourceFiles([DataFile(path: "\(source.id).csv", bytes: Array((source.id == "web" ? web : trial).utf8))])
        }
        let end = try #require(report.asOf)
        #expect(report.zone.local(end).date == LocalDate(isTested ? "2026-07-31" : "2026-06-29"))
    }

    @Test func beforeTheSampleIsThereTheTestIsRunning() throws {
        let few = planned.replacing("15pp", with: "2pp")
        let test = try #require(try report(few, csv: rows(["a": 40, "b": 80])).tests.first)
        #expect(test.comparison.state == .running && test.comparison.variants.allSatisfy { $0.verdict == .none })
    }

    /// Three of one group sign up: of neither it is told how many, and there is no verdict.
    @Test func smallNumbersOfAVariantAreNotTold() throws {
        let csv = rows(["a": 3, "b": 80])
        let test = try #require(try report(planned, csv: csv, site: ", suppress_below: 5").tests.first)
        #expect(test.comparison.state == .running)
        #expect(test.comparison.variants.allSatisfy { $0.stages[1].count == nil && $0.verdict == .none })
        #expect(test.comparison.variants.allSatisfy { $0.stages[0].count == 212 })
        let told = try #require(try report(planned, csv: csv).tests.first)
        #expect(told.comparison.variants.map { $0.stages[1].count } == [3, 80])
    }

    /// Nobody of a group signs up: that is a small number, too, where somebody of another does.
    @Test func noneOfAVariantIsASmallNumber() throws {
        let csv = rows(["a": 0, "b": 80])
        let test = try #require(try report(planned, csv: csv, site: ", suppress_below: 5").tests.first)
        #expect(test.comparison.variants.allSatisfy { $0.stages[1].count == nil })
    }

    /// What a breakdown by the groups hides is not told by the test: twenty and seven in all, but four in one week.
    @Test func aTestDoesNotTellWhatTheBreakdownHides() throws {
        var csv = rows(["a": 60, "b": 80])
        for (group, count) in [("a", 4), ("b", 9)] {
            for number in 0..<40 {
                csv += "\(group)second\(number),2026-06-08,visit,\(group)\n"
                if number < count { csv += "\(group)second\(number),2026-06-09,signup,\(group)\n" }
            }
        }
        let report = try report(planned, csv: csv, site: ", suppress_below: 5", funnel: ", dimensions: [group]")
        let funnel = try #require(report.funnels.first?.metrics)
        let isHidden = [funnel.total, funnel.totalMatured].contains { cohort in
            cohort.breakdowns[0].values.contains { $0.stages[1].suppressed.contains(.count) }
        }
        let variants = try #require(report.tests.first).comparison.variants
        #expect(isHidden == variants.allSatisfy { $0.stages[1].count == nil })
        #expect(funnel.weeks[1].cohort.breakdowns[0].values.allSatisfy { $0.stages[1].suppressed.contains(.count) })
    }

    @Test func jsonHasTheVariantsAndWhatTheyRestOn() throws {
        let json = try report(planned, csv: rows(["a": 40, "b": 80])).json().text()
        #expect(json.contains("\"tests\"") && json.contains("\"state\": \"complete\""))
        #expect(json.contains("\"verdict\": \"better\"") && json.contains("\"mismatch\": false"))
    }

    @Test func aStageThatAllReachIsNoGoal() throws {
        let first = planned.replacing("stage: signup", with: "stage: visit")
        #expect {
            _ = try report(first, csv: rows(["a": 40]))
        } throws: { error in
            (error as? Failure)?.diagnostics.first?.message
                == "stage 'visit' is the first of funnel 'journey', so that all reach it"
        }
    }

    @Test(.enabled(if: hasRealFiles, "the folder ../shared/data is not beside the repository"))
    func theTrialsPublishedDifferencesOnItsTwentyThreeMaturedDays() throws {
        let names = ["control_data_bom_quoted_dates.csv", "experiment_data_bom_quoted_dates.csv"]
        let settings = try Settings(
            yaml: """
                version: 1
                site: { title: Real, time_zone: UTC }
                sources:
                  trial:
                    form: counts
                    files: [\(names[0]), \(names[1])]
                    columns: { date: Date }
                    stages: { click: Clicks, enrol: Enrollments, pay: Payments }
                    variant: { from: file, values: { control: \(names[0]), experiment: \(names[1]) } }
                    read: { year: 2014 }
                tests:
                  - { id: gross, source: trial, stage: enrol, baseline: 0.2, detect: 2pp }
                  - { id: net, source: trial, stage: pay, baseline: 0.11, detect: 1pp }
                funnels:
                  - { id: trial, source: trial, stages: [{ id: click }, { id: enrol }, { id: pay }] }
                """,
            file: "huni.yaml"
        )
        let files = try names.map {
            DataFile(path: $0, bytes: try #require(try realFile("free-trial/\($0)")))
        }
        let tests = try ReportMaker(settings).report { _ in SourceFiles(files) }.tests
        let found = try tests.map { test in
            let comparison = test.comparison
            return try #require(comparison.variants[1].fromFirst[comparison.plan.stage]).difference
        }
        #expect(found.map { ($0.value * 10_000).rounded() } == [-206, -49])
        #expect(
            found.map(\.second.denominator) == [17_260, 17_260] && found.map(\.first.denominator) == [17_293, 17_293]
        )
        let published = [(-0.0291, -0.0120), (-0.0116, 0.0019)]
        for (difference, (low, high)) in zip(found, published) {
            #expect(abs(difference.interval.lowerBound - low) < 0.000_15)
            #expect(abs(difference.interval.upperBound - high) < 0.000_15)
        }
        #expect(tests.map(\.comparison.state) == [.complete, .complete])
        #expect(tests.map { $0.comparison.variants[1].verdict } == [.worse, .open])
        #expect(tests[0].comparison.sampleRatio?.isMismatch == false)
    }
}
