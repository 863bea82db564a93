import Calendars
import Diagnostics
import JSONText
import Records
import Settings
import Testing

@testable import Inspection

@Suite struct CountRuleTests {
    private static func rows(_ header: String, every step: Int = 1, from start: Int = 4, to count: Int = 12) -> String {
        header + "\n"
            + (0..<count).map { "\(day(start + $0 * step)),\(900 + $0),\(80 + $0 * 2),\(9 + $0 % 3)" }.joined(
                separator: "\n"
            )
    }

    @Test func wholeNumbersThatFallAreCounts() throws {
        let guess = try inspect([("site.csv", Self.rows("Date,Visits,Signups,Orders"))]).onlyGuess()
        #expect(guess.form == .counts)
        #expect(guess.sources[0].columns.map(\.key) == ["date"])
        #expect(guess.sources[0].stages.map(\.id) == ["visits", "signups", "orders"])
    }

    /// Day 4 of the samples is Monday 5 January 2026.
    @Test(arguments: [(4, "week", false), (3, "week", true), (5, "date", false)])
    func datesAWeekApartAreWeeks(_ start: Int, _ key: String, _ isSunday: Bool) throws {
        let text = Self.rows("week_of,visit_sessions,cart_sessions,order_sessions", every: 7, from: start)
        let guess = try inspect([("site.csv", text)]).onlyGuess()
        #expect(guess.sources[0].columns.map(\.key) == [key])
        #expect(guess.sources[0].read.contains { $0.key == "week_starts" } == isSunday)
        #expect(guess.sources[0].stages.map(\.id) == ["visit", "cart", "order"])
        let named = guess.funnels[0].stages.map(\.name)
        #expect(named == ["Visit", "Cart", "Order"])
    }

    @Test func filesOfTheSameDaysAreVariantsByTheirNames() throws {
        let other = Self.rows("Date,Visits,Signups,Orders").replacing(",9", with: ",8")
        let files = [("trial-control.csv", Self.rows("Date,Visits,Signups,Orders")), ("trial-experiment.csv", other)]
        let guess = try inspect(files.map { (name: $0.0, text: $0.1) }).onlyGuess()
        #expect(guess.sources[0].variants.map(\.value) == ["control", "experiment"])
        #expect(guess.sources[0].id == "trial")
    }

    @Test func theSameRowsTwiceCountOnce() throws {
        let text = Self.rows("Date,Visits,Signups,Orders")
        let guess = try inspect([("a1.csv", text), ("b1.csv", text + "\n2026-03-01,5,4,3")]).onlyGuess()
        #expect(guess.files == ["b1.csv"])
        #expect(guess.remarks.contains { $0.hasPrefix("a1.csv holds no other rows than b1.csv") })
    }

    @Test func yearsAreAskedForWithThoseThatFit() throws {
        let text = "Date,Visits,Orders\n\"Sat, Oct 11\",900,8\n\"Sun, Oct 12\",800,7\n\"Mon, Oct 13\",700,6\n"
        let found = inspect([("trial.csv", text)])
        let problem = try #require(found.problems.first)
        #expect(problem.message == "the dates of the column “Date” have no year: “Sat, Oct 11”")
        #expect(problem.remedy?.contains("fit 2008, 2014, 2025") == true)
        #expect(found.proposal.isEmpty)
        let answered = inspect([("trial.csv", text)], InspectionAnswers(year: 2014))
        #expect(try answered.onlyGuess().sources[0].read.map(\.value) == ["\"ddd, MMM D\"", "2014"])
        let wrong = inspect([("trial.csv", text)], InspectionAnswers(year: 2015))
        #expect(!wrong.problems.isEmpty && wrong.proposal.isEmpty)
    }

    @Test func dayOrderIsAskedForWithBothMeanings() throws {
        let text = "Date,Visits,Orders\n03/04/2026,900,8\n05/04/2026,800,7\n06/04/2026,700,6\n"
        let problem = try #require(inspect([("x.csv", text)]).problems.first)
        #expect(problem.message == "in the column “Date”, “03/04/2026” may be 3 April 2026 or 4 March 2026")
        #expect(problem.remedy?.contains("`read: { dates: \"D/M/YYYY\" }`") == true)
        #expect(problem.position?.line == 1)
        let answered = inspect([("x.csv", text)], InspectionAnswers(dates: DatePattern("DD/MM/YYYY")))
        #expect(try answered.onlyGuess().sources[0].read.map(\.value) == ["\"DD/MM/YYYY\""])
    }

    @Test func withoutAnyDayOneIsAskedFor() throws {
        let text = "Page,Visits,Orders\na,900,8\nb,800,7\nc,700,6\n"
        let problem = try #require(inspect([("x.csv", text)]).problems.first)
        #expect(problem.message.hasPrefix("no column says of which day the rows are"))
        #expect(problem.remedy?.contains("--date 2026-11-09") == true)
        let answered = inspect([("x.csv", text)], InspectionAnswers(date: LocalDate("2026-05-04")))
        #expect(try answered.onlyGuess().sources[0].read.map(\.value) == ["2026-05-04"])
    }

    @Test func aRowAStageIsALongCount() throws {
        let rows = (0..<10).flatMap { ["\(day($0)),order,5", "\(day($0)),visit,90", "\(day($0)),cart,30"] }
        let guess = try inspect([("x.csv", "day,stage,number\n" + rows.joined(separator: "\n"))]).onlyGuess()
        #expect(guess.form == .counts)
        #expect(guess.sources[0].columns.map(\.key) == ["date", "stage", "count"])
        #expect(guess.sources[0].stages.map(\.id) == ["visit", "cart", "order"])
    }

    @Test func missingWordsOfTheColumnsUsedAreNamed() throws {
        let text =
            "Date,Visits,Orders,Note\n2026-01-01,900,8,n/a\n2026-01-02,800, --,n/a\n2026-01-03,700,6,x\n2026-01-04,9,1,y\n"
        #expect(try inspect([("x.csv", text)]).onlyGuess().sources[0].missing == [" --"])
    }
}

@Suite struct MeasureRuleTests {
    @Test func ratesThatAreRatiosAreFound() throws {
        let rows = [(129, 53, "41.09"), (145, 43, "29.66"), (97, 26, "26.8"), (126, 50, "39.68")].enumerated().map {
            "\(day($0)),\($1.0),\($1.1),\($1.2),4.\($0)"
        }
        let text = "date,delivered,opens,open_rate,score\n" + rows.joined(separator: "\n")
        let group = try #require(TableGroup.groups(of: inspect([("x.csv", text)]).files).first)
        let ratio = try #require(RatioSearch(of: group).ratios.first)
        #expect([ratio.column, ratio.part, ratio.whole] == ["open_rate", "opens", "delivered"])
        let wrong = text.replacing("26.8", with: "26.9")
        let other = try #require(TableGroup.groups(of: inspect([("x.csv", wrong)]).files).first)
        #expect(RatioSearch(of: other).ratios.isEmpty)
    }

    @Test func figuresOfADayAreMeasures() throws {
        let text =
            "date,score,revenue\n" + (0..<8).map { "\(day($0)),4.\($0),\"₺1.\($0)50,00\"" }.joined(separator: "\n")
        let found = inspect([("x.csv", text)])
        let guess = try found.onlyGuess()
        #expect(guess.form == .measures)
        #expect(guess.measures.map(\.id) == ["score", "revenue"])
        #expect(!found.proposal.hasFunnels)
    }
}
