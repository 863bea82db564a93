import Calendars
import Diagnostics
import JSONText
import Records
import Settings
import Testing

@testable import Inspection

@Suite struct EventRuleTests {
    /// Four entities go from visit over cart to order, and everybody looks for help somewhere between.
    private static let text =
        "user_id,when,what,device\n"
        + (0..<40).flatMap { user -> [String] in
            let steps = ["visit", "cart", "order"].prefix(user % 4 == 0 ? 3 : user % 2 == 0 ? 2 : 1)
            return steps.enumerated().map {
                "u\(user),\(day(user)) 1\($0):00,\($1),\(user % 3 == 0 ? "mobile" : "desktop")"
            }
        }.joined(separator: "\n")

    @Test func eventsAreAnIDATimeAndAWordThatChanges() throws {
        let guess = try inspect([("shop_data.csv", Self.text)]).onlyGuess()
        #expect(guess.form == .events)
        let source = try #require(guess.sources.first)
        #expect(source.id == "shop")
        #expect(source.columns.map(\.value) == ["user_id", "when", "what"])
        #expect(guess.funnels[0].stages.map(\.id) == ["visit", "cart", "order"])
        #expect(guess.funnels[0].dimensions == ["device"])
        #expect(guess.funnels[0].lines.contains { $0.hasPrefix("# window:") })
    }

    @Test func atMostSixStagesAreProposedFirstAndLastAmongThem() throws {
        let words = ["a", "b", "c", "d", "e", "f", "g", "h"]
        let rows = (0..<100).flatMap { user in
            words.prefix(8 - user % 8).enumerated().map { "u\(user),\(day(user)) 1\($0):00,\($1)" }
        }
        let guess = try inspect([("x.csv", "user,at,event\n" + rows.joined(separator: "\n"))]).onlyGuess()
        let ids = guess.funnels[0].stages.map(\.id)
        #expect(ids.count == 6)
        #expect(ids.first == "a" && ids.last == "h")
    }

    @Test func eventsWithoutAnOrderSayThatTheyAreABeginning() throws {
        let rows = (0..<40).flatMap { user in
            ["p", "q"].map {
                "u\(user),\(day(user)) 1\(user % 2 == 0 ? $0 == "p" ? 0 : 1 : $0 == "p" ? 1 : 0):00,\($0)"
            }
        }
        let guess = try inspect([("x.csv", "user,at,event\n" + rows.joined(separator: "\n"))]).onlyGuess()
        #expect(guess.remarks.contains { $0.hasPrefix("No order stands out") })
    }

    @Test func filesOfOneHeaderAreOneSource() throws {
        let files = (0..<5).map { ("visits-2026-01-0\($0).csv", Self.text.replacing("u1", with: "w\($0)x")) }
        let guess = try inspect(files.map { (name: $0.0, text: $0.1) }).onlyGuess()
        #expect(guess.sources[0].files.map(\.path) == ["content/data/visits-2026-01-0*.csv"])
    }

    @Test func eventWordsThatAreNoNamesInAddressesBecomeSome() throws {
        let text = Self.text.replacing("visit", with: "Sayfa Görüntüleme").replacing("order", with: "Sipariş: Tamam")
        let stages = try inspect([("x.csv", text)]).onlyGuess().funnels[0].stages
        #expect(stages.map(\.id) == ["sayfa_goruntuleme", "cart", "siparis_tamam"])
        #expect(stages.map(\.event) == ["Sayfa Görüntüleme", "cart", "Sipariş: Tamam"])
    }
}

@Suite struct StageFilesTests {
    private static func page(_ count: Int, _ name: String) -> (name: String, text: String) {
        ("\(name)_table.csv", "user_id,\(name)\n" + (1...count).map { "\($0),\(name)" }.joined(separator: "\n"))
    }
    private static let users: (name: String, text: String) = (
        "users.csv",
        "user_id,date,sex\n" + (1...30).map { "\($0),\(day($0)),\($0 % 2 == 0 ? "F" : "M")" }.joined(separator: "\n")
    )

    @Test func oneFileAStageIsJoinedToTheTableThatSaysWhen() throws {
        let guess = try inspect([Self.page(7, "pay"), Self.page(30, "home"), Self.users, Self.page(15, "search")])
            .onlyGuess()
        #expect(guess.form == .events)
        #expect(guess.sources[0].files.map(\.event) == ["home", "search", "pay"])
        #expect(guess.sources[0].join?.path == "content/data/users.csv")
        #expect(guess.sources[0].columns.map(\.value) == ["user_id", "date"])
        #expect(guess.funnels[0].stages.map(\.id) == ["home", "search", "pay"])
        #expect(guess.funnels[0].dimensions == ["sex"])
    }

    @Test func withoutATableThatSaysWhenItIsAskedFor() throws {
        let found = inspect([Self.page(30, "home"), Self.page(15, "search")])
        #expect(found.problems.map(\.message) == ["nothing says when “user_id” came to the stages"])
        #expect(found.proposal.isEmpty)
        #expect(
            inspect([Self.page(30, "home")]).problems.map(\.message) == ["the rows say who (“user_id”), but not when"]
        )
    }
}

@Suite struct RecordRuleTests {
    @Test func aRowAnEntityWithItsDatesIsARecord() throws {
        let rows = (1...20).map { row in
            "L-\(row),\(day(row)),\(row % 2 == 0 ? day(row + 3) : ""),\(row % 4 == 0 ? day(row + 9) : ""),"
                + "\(row % 5 == 1 ? day(row + 7) : ""),\(row * 100),\(row % 3 == 0 ? "ads" : "mail")"
        }
        let text = "lead_id,created_at,mql_at,won_at,lost_at,amount,source\n" + rows.joined(separator: "\n")
        let guess = try inspect([("crm.csv", text)]).onlyGuess()
        #expect(guess.form == .records)
        #expect(guess.sources[0].stages.map(\.id) == ["lead", "mql", "won"])
        #expect(guess.sources[0].outcomes.map(\.id) == ["lost"])
        #expect(guess.sources[0].columns.map(\.key) == ["entity", "amount"])
        #expect(guess.funnels[0].preset == .salesPipeline)
        #expect(guess.funnels[0].dimensions == ["source"])
    }

    @Test func aSecondTableOfTheSameIDsIsJoined() throws {
        let leads =
            "lead_id,first_contact_date,origin\n"
            + (1...40).map { "L\($0),\(day($0)),o\($0 % 3)" }.joined(separator: "\n")
        let deals =
            "lead,won_date\n" + (1...10).map { "L\($0 * 3),\(day($0 * 3 + 2)) 03:00:00" }.joined(separator: "\n")
        let deal = deals.replacing("lead,", with: "lead_key,")
        let guess = try inspect([("deals.csv", deal), ("leads.csv", leads)]).onlyGuess()
        #expect(guess.sources[0].lines.contains("join: [{ file: content/data/deals.csv, key: { lead_id: lead_key } }]"))
        #expect(guess.sources[0].stages.map(\.id) == ["lead", "won"])
    }

    @Test func datesThatRunBackwardsAreTold() throws {
        let text = "deal_id,opened_at,won_at\n1,2026-01-05,2026-01-03\n2,2026-01-06,2026-01-09\n3,2026-01-07,\n"
        let guess = try inspect([("deals.csv", text)]).onlyGuess()
        #expect(guess.remarks == ["1 row has “won_at” before “opened_at”."])
    }

    @Test func aStatusSaysWhetherAClosingDateWasAWin() throws {
        let rows = (1...20).map {
            "O\($0),\(day($0)),\($0 % 3 == 0 ? "" : day($0 + 5)),\(["Engaging", "Won", "Lost"][$0 % 3])"
        }
        let text = "opportunity_id,engage_date,close_date,deal_stage\n" + rows.joined(separator: "\n")
        let guess = try inspect([("pipeline.csv", text)]).onlyGuess()
        #expect(guess.sources[0].stages.map(\.id) == ["engage", "won"])
        #expect(
            guess.sources[0].lines.contains(
                "stages: { engage: engage_date, won: { date: close_date, status: deal_stage, is: Won } }"
            )
        )
        #expect(guess.sources[0].outcomes.map(\.id) == ["lost"])
    }

    @Test func aRowAChangeOfStageIsALongRecord() throws {
        let rows = (1...20).flatMap { lead in
            ["new", "qualified", "won"].prefix(lead % 3 + 1).enumerated().map { "L\(lead),\($1),\(day(lead + $0 * 2))" }
        }
        let guess = try inspect([("history.csv", "lead_id,stage,changed_at\n" + rows.joined(separator: "\n"))])
            .onlyGuess()
        #expect(guess.form == .records)
        #expect(guess.sources[0].columns.map(\.key) == ["entity", "stage", "time"])
        #expect(guess.sources[0].stages.map(\.id) == ["new", "qualified", "won"])
    }

    @Test func oneDateAnEntityIsNotEnough() {
        let text = "lead_id,created_at\n" + (1...9).map { "L\($0),\(day($0))" }.joined(separator: "\n")
        let problems = inspect([("leads.csv", text)]).problems
        #expect(problems.count == 1)
        #expect(problems[0].message.contains("that is one stage"))
    }
}
