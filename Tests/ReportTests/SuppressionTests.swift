import Calendars
import Foundation
import Funnel
import JSONText
import Records
import Settings
import Testing

@testable import Report

/// Small numbers in breakdowns are neither told nor given away.
struct SuppressionTests {
    private static let least = 5

    @Test(arguments: 0..<24) func nobodyFindsAHiddenNumber(_ seed: Int) throws {
        let report = try Self.report(visits: Visits(seed: seed))
        var attacker = Attacker()
        for funnel in report.funnels {
            for metrics in [funnel.metrics, funnel.activity].compactMap(\.self) { attacker.look(at: metrics) }
            attacker.relateViews(of: funnel)
        }
        attacker.relateFunnels(report.funnels)
        #expect(!attacker.hidden.isEmpty)
        let found = attacker.found().sorted()
        #expect(found.isEmpty, "found \(found.count) of \(attacker.hidden.count): \(found.prefix(5))")
    }

    @Test func theAttackerFindsWhatIsHiddenAlone() throws {
        var attacker = Attacker()
        for (name, value) in [("a", 100), ("b", nil), ("c", 40), ("all", 143)] { attacker.see(name, value) }
        attacker.sum(of: ["a", "b", "c"], is: ["all"])
        #expect(attacker.found() == ["b"])
    }

    @Test(arguments: 0..<24) func noNumberUnderTheLimitIsTold(_ seed: Int) throws {
        let report = try Self.report(visits: Visits(seed: seed))
        for metrics in report.funnels.flatMap({ [$0.metrics, $0.activity] }).compactMap(\.self) {
            for cohort in metrics.weeks.map(\.cohort) + [metrics.total, metrics.totalMatured] {
                for value in cohort.breakdowns.flatMap(\.values) {
                    for (stage, everybody) in zip(value.stages, cohort.stages) where everybody.count != 0 {
                        #expect(stage.count ?? Self.least >= Self.least)
                        for rate in [stage.fromPrevious, stage.fromFirst].compactMap(\.self) where rate.denominator > 0
                        {
                            #expect(min(rate.numerator, rate.denominator) >= Self.least)
                        }
                    }
                }
            }
        }
    }

    @Test func whatIsSmallAltogetherIsCalledOther() throws {
        let rows = Self.rows(["ads": 30, "mail": 12, "tv": 3, "radio": 1])
        let report = try Self.report(rows: rows)
        let total = try #require(report.funnels[0].metrics?.total)
        #expect(total.breakdowns[0].values.map(\.values) == [["(other)"], ["ads"]])
        #expect(total.breakdowns[0].values.map { $0.stages[0].count } == [16, 30])
    }

    @Test func anOtherThatHasEnoughTakesNoMore() throws {
        let rows = Self.rows(["ads": 30, "mail": 12, "tv": 3, "radio": 2])
        let total = try #require(try Self.report(rows: rows).funnels[0].metrics?.total)
        #expect(total.breakdowns[0].values.map(\.values) == [["(other)"], ["ads"], ["mail"]])
        #expect(total.breakdowns[0].values.map { $0.stages[0].count } == [5, 30, 12])
    }

    @Test func anOtherAloneIsLeftOut() throws {
        let total = try #require(try Self.report(rows: Self.rows(["ads": 3, "mail": 1])).funnels[0].metrics?.total)
        #expect(total.breakdowns[0].values.isEmpty)
        #expect(total.stages[0].count == 4)
    }

    @Test func theSecondSmallestGoesWithTheSmallest() throws {
        let rows = Self.rows(["ads": 30, "mail": 20, "tv": 12], signups: ["ads": 20, "mail": 9, "tv": 2])
        let total = try #require(try Self.report(rows: rows).funnels[0].metrics?.total)
        #expect(total.breakdowns[0].values.map { $0.stages[1].count } == [20, nil, nil])
        #expect(total.breakdowns[0].values.map { $0.stages[1].suppressed.contains(.count) } == [false, true, true])
    }

    @Test func withoutTheKeyEverythingIsTold() throws {
        let rows = Self.rows(["ads": 3, "mail": 1])
        let total = try #require(try Self.report(rows: rows, least: nil).funnels[0].metrics?.total)
        #expect(total.breakdowns[0].values.map { $0.stages[0].count } == [3, 1])
    }

    @Test func moreThanTwentyValuesAreToldTogether() throws {
        let visits = Dictionary(uniqueKeysWithValues: (10..<40).map { ("v\($0)", $0) })
        let total = try #require(try Self.report(rows: Self.rows(visits)).funnels[0].metrics?.total)
        #expect(total.breakdowns[0].values.count == 21)
        #expect(total.breakdowns[0].values[0].stages[0].count == (10..<20).reduce(0, +))
    }

    @Test func jsonAndCSVSaySo() throws {
        let rows = Self.rows(["ads": 30, "mail": 20, "tv": 12], signups: ["ads": 20, "mail": 9, "tv": 2])
        let report = try Self.report(rows: rows)
        #expect(report.json().text().contains(#""id": "signup", "count": "suppressed", "matured": true"#))
        #expect(report.json().text().contains(#""from_previous": "suppressed", "from_first": "suppressed""#))
        #expect(report.csv().contains("tv,signup,suppressed,true,suppressed,suppressed,suppressed,suppressed,,,,\n"))
        #expect(report.table().contains("suppressed"))
    }
}
