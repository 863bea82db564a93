import Calendars
import Diagnostics
import Funnel
import JSONText
import Records
import Report
import Settings
import Testing

@Suite struct ReportTests {
    private let csv = """
        who,at,event,channel
        ada,2026-11-02T10:00:00,visit,ads
        ada,2026-11-03T10:00:00,signup,mail
        bob,2026-11-04,visit,
        cem,2026-11-09T00:00:00+03:00,visit,=ads
        cem,2026-11-12T09:00:00Z,signup,ads
        ,2026-11-12T09:00:00Z,signup,ads
        dan,12.11.2026,visit,ads
        eve,2026-11-13T09:00:00Z,other,ads
        """

    @Test func everyRowIsAccountedFor() throws {
        let report = try SampleSite(more: "window: 7d", csv: csv).report(lastDay: "2026-11-11")
        let source = report.sources[0]
        #expect(source.tally.read == 8)
        #expect(source.tally.rejected == 2)
        #expect(source.use.used == 4)
        #expect(source.use.other == 0)
        #expect(source.use.afterAsOf == 2)
        #expect(source.use.used + source.use.other + source.use.afterAsOf + source.tally.rejected == source.tally.read)
    }

    @Test func theDataEndWithTheLastDayThatHasRows() throws {
        let report = try SampleSite(csv: csv).report()
        #expect(report.asOf.map(report.zone.timestamp) == "2026-11-14T00:00:00+03:00")
    }

    @Test func asOfIsTheEndOfTheGivenDay() throws {
        let report = try SampleSite(csv: csv).report(lastDay: "2026-11-15")
        #expect(report.asOf.map(report.zone.timestamp) == "2026-11-16T00:00:00+03:00")
    }

    @Test func aLonelyLastDayAsksForAsOf() {
        let csv = "who,at,event\nada,2026-11-02,visit\nbob,2099-01-01,visit\n"
        #expect {
            _ = try SampleSite(csv: csv).report()
        } throws: { error in
            guard let failure = error as? Failure else { return false }
            return failure.diagnostics[0].remedy?.contains("--as-of") == true
        }
        #expect(throws: Never.self) { try SampleSite(csv: csv).report(lastDay: "2026-11-08") }
    }

    @Test func datesAloneAreDaysOfTheCalendar() throws {
        let csv =
            "who,at,event\nada,2026-03-25,visit\nada,2026-04-01,signup\nbob,2026-03-29,signup\nbob,2026-03-29,visit\n"
        let report = try SampleSite(more: "window: 7d", timeZone: "Europe/Berlin", csv: csv).report()
        let metrics = try #require(report.funnels[0].metrics)
        #expect(metrics.total.stages.map(\.count) == [2, 2, 0])
        #expect(metrics.timeline == .localDays(report.zone))
    }

    @Test func weeksWithoutEntriesAreThere() throws {
        let csv = "who,at,event\nada,2026-11-02,visit\nbob,2026-11-16,visit\nbob,2026-11-10,other\n"
        let report = try SampleSite(csv: csv).report()
        let weeks = try #require(report.funnels[0].metrics?.weeks)
        #expect(weeks.map { "\($0.week)" } == ["2026-W45", "2026-W46", "2026-W47"])
        #expect(weeks.map { $0.cohort.stages[0].count } == [1, 0, 1])
        #expect(weeks[1].cohort.stages[1].fromPrevious?.rate == nil)
        #expect(weeks.map(\.isComplete) == [true, true, false])
    }

    @Test func withoutRowsThereAreNoWeeksAndNoEnd() throws {
        for csv in ["", "who,at,event\n"] {
            let report = try SampleSite(csv: csv).report()
            #expect(report.asOf == nil)
            #expect(report.funnels[0].metrics == nil)
        }
    }

    @Test func aMissingColumnIsReportedWhereItIsNamed() {
        #expect {
            _ = try SampleSite(csv: "whom,at,event\nada,2026-11-02,visit\n").report()
        } throws: { error in
            guard let diagnostic = (error as? Failure)?.diagnostics.first else { return false }
            return diagnostic.position == SourcePosition(file: "huni.yaml", line: 4, column: 59)
                && diagnostic.message.contains("who") && diagnostic.remedy?.contains("whom") == true
        }
    }

    @Test func jsonKeepsTheKeysOfItsSchemaInOrder() throws {
        let site = SampleSite(more: "window: 7d\ndimensions: [channel]", csv: csv)
        let text = try site.report(lastDay: "2026-11-15", by: [["channel"]]).json(week: Week("2026-W45")).text()
        #expect(
            text.hasPrefix(
                """
                {
                  "schema": 1,
                  "as_of": "2026-11-16T00:00:00+03:00",
                  "sources": {
                    "web": {"read": 8, "used": 5, "other": 1, "after_as_of": 0, "rejected": 2}
                  },
                  "funnels": [
                    {
                      "id": "journey",
                      "view": "cohort",
                      "cohort": "first",
                      "order": "ordered",
                      "window_seconds": 604800,
                      "as_of": "2026-11-16T00:00:00+03:00",
                      "rows": {"used": 5, "other": 1, "after_as_of": 0},
                      "weeks": [
                        {
                          "week": "2026-W45",
                          "age_days": 14,
                          "stages": [
                            {"id": "visit", "count": 2, "matured": true, "from_previous": null, "from_first": null, \
                "judged": "count", "change": null, "count_change": null, "compared_at_days": null, "range": null, \
                "signal": null},
                            {
                              "id": "signup",
                              "count": 1,
                              "matured": true,
                              "from_previous": {"rate": 0.5, "low": 0.0945312057342, "high": 0.905468794266},
                              "from_first": {"rate": 0.5, "low": 0.0945312057342, "high": 0.905468794266},
                              "judged": "rate",
                              "change": null,
                              "count_change": null,
                              "compared_at_days": null,
                              "range": null,
                              "signal": null,
                              "gain": {"weeks": 1, "base": 2, "lost": 1, "rate": 0.5, "low": 0.0945312057342, "high": 0.905468794266, \
                "reference": null, "reference_is": null, "entities": null, "verdict": null}
                            },
                            {
                              "id": "order",
                              "count": 0,
                              "matured": true,
                              "from_previous": {"rate": 0, "low": 0, "high": 0.793450685623},
                              "from_first": {"rate": 0, "low": 0, "high": 0.657619772493},
                              "judged": "rate",
                              "change": null,
                              "count_change": null,
                              "compared_at_days": null,
                              "range": null,
                              "signal": null,
                              "gain": {"weeks": 1, "base": 1, "lost": 1, "rate": 0, "low": 0, "high": 0.793450685623, \
                "reference": null, "reference_is": null, "entities": null, "verdict": null}
                            }
                          ],
                """
            )
        )
        #expect(text.contains("\"value\": \"(none)\""))
    }

    @Test func csvCellsThatLookLikeFormulasAreDisarmed() throws {
        let report = try SampleSite(more: "dimensions: [channel]", csv: csv).report(by: [["channel"]])
        let lines = report.csv().split(separator: "\n")
        #expect(lines.contains { $0.contains(",channel,'=ads,visit,1,") })
        #expect(!lines.contains { $0.contains(",=ads,") })
    }

    @Test func dimensionsCanBeCrossed() throws {
        let more = "dimensions: [channel, { id: day, from: time, part: weekday }]"
        let report = try SampleSite(more: more, csv: csv).report(by: [["channel", "day"]])
        let breakdown = try #require(report.funnels[0].metrics?.total.breakdowns[0])
        #expect(breakdown.dimensions == ["channel", "day"])
        #expect(breakdown.values.map(\.values) == [["(none)", "3"], ["=ads", "1"], ["ads", "1"]])
    }
}

@Suite struct DoubtfulDataTests {
    @Test func aRowOf1970DoesNotMakeThousandsOfWeeks() {
        let csv = "who,at,event\nada,1970-01-01,visit\nbob,2026-11-02,visit\nbob,2026-11-03,signup\n"
        #expect {
            _ = try SampleSite(csv: csv).report()
        } throws: { error in
            (error as? Failure)?.diagnostics.first?.message.contains("spans 2967 weeks, from 1970-W01 on") == true
        }
    }

    @Test func aSourceOfWhichNoRowCanBeUsedIsNoEmptyReport() {
        let csv = "who,at,event\nada,32.11.2026,visit\nbob,33.11.2026,visit\n"
        #expect {
            _ = try SampleSite(csv: csv).report()
        } throws: { error in
            guard let diagnostic = (error as? Failure)?.diagnostics.first else { return false }
            return diagnostic.severity == .error && diagnostic.position?.line == 2
                && diagnostic.message.contains("2 rows")
        }
    }
}
