import Foundation
import Testing

/// Unknown files: what is printed, what is written, and sites made of them.
@Suite struct InspectTests {
    /// Sixty visitors, of whom half sign up and a quarter order.
    private static let events = "user_id,time,event,channel\n" + (0..<60).flatMap(rows).joined(separator: "\n")

    private static func rows(ofUser user: Int) -> [String] {
        let count = user % 4 == 0 ? 3 : user % 2 == 0 ? 2 : 1
        let (month, day) = (1 + user / 28, 10 + user % 18)
        let channel = user % 3 == 0 ? "ads" : "mail"
        return ["awareness", "interest", "purchase"].prefix(count).enumerated().map { hour, event in
            "u-\(user),2026-0\(month)-\(day) 1\(hour):00,\(event),\(channel)"
        }
    }

    /// So many days after 5 January 2026.
    private static func day(_ days: Int) -> String {
        Date(timeIntervalSince1970: Double(20_458 + days) * 86_400).formatted(.iso8601.year().month().day())
    }

    private static let counts =
        "day,visits,orders\n" + (1...9).map { "0\($0)/04/2026,\(90 + $0),\($0)" }.joined(separator: "\n")

    @Test func theProposalBuilds() throws {
        let site = try Site(["shop.csv": Self.events])
        let run = try site.run("inspect", "shop.csv")
        #expect(run.status == 0 && run.errors.isEmpty)
        let yaml = try #require(run.output.components(separatedBy: "For huni.yaml:\n\n").last)
        try site.write("version: 1\nsite: { title: Report, languages: [en] }\n" + yaml, to: "huni.yaml")
        #expect(try site.run("build", "--strict", "--quiet") == Run(status: 0, output: "", errors: ""))
        #expect(!run.output.contains("u-17"))
    }

    @Test func findingsAreAlsoJSON() throws {
        let site = try Site(["shop.csv": Self.events])
        let json = try site.run("inspect", "--json", "shop.csv").json()
        #expect(json["schema"] as? Int == 1)
        let forms = try #require(json["forms"] as? [[String: Any]])
        #expect(forms.map { $0["form"] as? String } == ["events"])
        #expect((json["yaml"] as? String)?.hasPrefix("sources:\n  shop:\n") == true)
    }

    @Test func writtenSettingsStandBesideTheOldOnes() throws {
        let site = try Site()
        try site.write(Self.events, to: "content/data/shop/shop.csv")
        let old = try site.text("huni.yaml")
        let run = try site.run("inspect", "content/data/shop/shop.csv", "--write")
        try run.expectSuccess()
        #expect(run.output.hasSuffix("wrote    huni.yaml\n"))
        #expect(try site.text("huni.yaml").utf8.count > old.utf8.count)
        #expect(try site.run("build", "--quiet").status == 0)
        let before = try site.text("huni.yaml")
        let again = try site.run("inspect", "content/data/shop/shop.csv", "--write")
        #expect(again.status == 1)
        #expect(again.errors.contains("'shop' is among the sources already"))
        #expect(try site.text("huni.yaml") == before)
    }

    @Test func aFileThatAnotherSourceReadsTooIsWarnedOf() throws {
        let site = try Site()
        try site.write(Self.events, to: "content/data/shop.csv")
        let run = try site.run("inspect", "content/data/shop.csv", "--write", "--quiet")
        #expect(
            run.errorLines.first
                == "huni.yaml:9:12: warning: the source 'web' reads content/data/shop.csv too, by 'content/data/*.csv'"
        )
    }

    @Test func aNewConfigurationIsWrittenWhereThereIsNone() throws {
        let site = try Site(["content/data/shop.csv": Self.events])
        #expect(try site.run("inspect", "--quiet", "--write", "content/data/shop.csv").status == 0)
        #expect(try site.run("build", "--quiet").status == 0)
    }

    @Test func filesOutsideTheSiteAreToBeCopied() throws {
        let site = try Site(["far/shop.csv": Self.events])
        try site.makeFolder("site")
        let run = try site.run("inspect", "far/shop.csv", "-r", "site")
        #expect(run.output.contains("    files: content/data/shop.csv\n"))
        #expect(run.output.hasSuffix("# copy far/shop.csv into the site: content/data/shop.csv\n"))
    }

    @Test func questionsAndUnreadableFilesAreErrors() throws {
        let site = try Site(["counts.csv": Self.counts, "sheet.csv": "PK\u{3}\u{4}xl/"])
        let asked = try site.run("inspect", "counts.csv")
        #expect(asked.status == 1)
        #expect(
            asked.errorLines.first
                == "counts.csv:1: error: in the column “day”, “01/04/2026” may be 1 April 2026 or 4 January 2026"
        )
        #expect(try site.run("inspect", "counts.csv", "--dates", "DD/MM/YYYY").status == 0)
        #expect(try site.run("inspect", "sheet.csv").errorLines.first?.contains("this is a spreadsheet") == true)
        #expect(try site.run("inspect", "nothing.csv").errorLines.first == "nothing.csv: error: there is no such file")
        #expect(try site.run("inspect").status == 2)
        #expect(try site.run("inspect", "counts.csv", "--dates", "QQ").status == 2)
    }

    @Test func aSiteIsMadeOfFiles() throws {
        let site = try Site(["far/shop.csv": Self.events])
        let run = try site.run("init", "report", "--lang", "en", "--from", "far/shop.csv")
        try run.expectSuccess()
        #expect(run.output.hasPrefix("found    events: "))
        #expect(try site.text("report/content/data/shop.csv") == Self.events)
        #expect(site.exists("report/content/stages/interest/index.md"))
        #expect(!site.exists("report/content/stages/decision"))
        #expect(try site.text("report/huni.yaml").contains("    matures_after: 1d\n"))
        let check = try site.run("check", "-r", "report", "--strict")
        #expect(check.status == 0 && check.errors.isEmpty, "\(check.errors)")
        #expect(try site.run("build", "-r", "report", "--quiet") == Run(status: 0, output: "", errors: ""))
    }

    /// Each week's hundred visitors sign up after so many days, one of twenty much later.
    @Test func checkProposesTheAgeAtWhichWeeksAreFinal() throws {
        let rows = (0..<1200).flatMap { person -> [String] in
            let entry = person / 100 * 7 + person % 7
            let days = person % 25 == 0 ? 40 : person % 10
            return [("visit", 0), ("signup", days)].map { "u\(person),\(Self.day(entry + $1)),\($0)" }
        }
        let settings = """
            version: 1
            site: { title: Report, languages: [en] }
            sources: { web: { form: events, files: web.csv, columns: { entity: user, time: day, event: event } } }
            funnels:
              - id: shop
                source: web
                stages: [ { id: visit, match: { event: visit } }, { id: signup, match: { event: signup } } ]
            """
        let site = try Site([
            "huni.yaml": settings, "web.csv": "user,day,event\n" + rows.joined(separator: "\n"),
            "content/stages/visit/index.md": "Visits.", "content/stages/signup/index.md": "Signups.",
        ])
        let check = try site.run("check", "--as-of", "2026-05-31")
        #expect(check.status == 1)
        #expect(check.errors.contains("funnel 'shop' has neither `window` nor `matures_after`"), "\(check.errors)")
        #expect(check.errors.contains("Write `matures_after: 9d`"), "\(check.errors)")
        try site.write(
            settings.replacingOccurrences(of: "source: web\n", with: "source: web\n    matures_after: 9d\n"),
            to: "huni.yaml"
        )
        let again = try site.run("check", "--as-of", "2026-05-31", "--quiet")
        #expect(!again.errors.contains("neither"), "\(again.errors)")
    }

    @Test func nothingIsMadeWhileAQuestionIsOpen() throws {
        let site = try Site(["counts.csv": Self.counts])
        let run = try site.run("init", "report", "--from", "counts.csv")
        #expect(run.status == 1)
        #expect(run.errors.contains("--dates"))
        #expect(!site.exists("report"))
        #expect(try site.run("init", "report", "--dates", "D/M/YYYY", "--from", "counts.csv").status == 0)
        #expect(try site.run("build", "-r", "report", "--quiet").status == 0)
    }

    @Test func anotherFileOfTheNameIsNeverOverwritten() throws {
        let site = try Site(["far/shop.csv": Self.events, "report/content/data/shop.csv": "mine\n"])
        let run = try site.run("init", "report", "--from", "far/shop.csv")
        #expect(run.status == 1)
        #expect(
            run.errors.hasPrefix("report/content/data/shop.csv: error: another file of this name lies here already\n")
        )
        #expect(try site.text("report/content/data/shop.csv") == "mine\n")
        #expect(!site.exists("report/huni.yaml"))
        #expect(try site.run("init", "report", "--preset", "deal", "--from", "far/shop.csv").status == 2)
    }

    @Test func measuresAloneMakeNoSite() throws {
        let rows = (1...9).map { "2026-01-0\($0),4.\($0)" }.joined(separator: "\n")
        let site = try Site(["score.csv": "date,score\n" + rows])
        let run = try site.run("init", "report", "--from", "score.csv")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("error: these files hold measures"))
        #expect(!site.exists("report"))
    }
}
