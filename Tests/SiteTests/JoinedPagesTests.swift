import Testing

/// A funnel over marketing's events and sales' records.
struct JoinedPagesTests {
    /// Sixty come in, forty leave a name, twenty of them are handed over; a row a week says how far the data go.
    static let site: FormSite = {
        let events = (0..<60).map { number in
            let visit = "u\(number),2026-07-06T10:00,visit,\n"
            let signup = "u\(number),2026-07-07T10:00,signup,\(number < 35 ? "K\(number)" : "")\n"
            return visit + (number < 40 ? signup : "")
        }
        let records = (0..<20).map { "K\($0),2026-07-09,\($0 < 5 ? "2026-07-15" : "")\n" }
        let days = ["2026-07-13", "2026-07-20", "2026-07-26", "2026-08-02"]
        let strangers = ["2026-07-09"] + days
        return FormSite(
            settings: settings,
            data: [
                "web": "user,time,event,lead\n" + events.joined() + days.map { "z,\($0)T10:00,visit,\n" }.joined(),
                "crm": "lead,created,won\n" + (records + strangers.map { "X\($0),\($0),\n" }).joined(),
            ]
        )
    }()

    private static let settings = """
        sources:
          web: { form: events, files: web.csv, columns: { entity: user, time: time, event: event } }
          crm: { form: records, files: crm.csv, columns: { entity: lead }, stages: { lead: created, won: won } }
        funnels:
          - id: web
            source: web
            window: 7d
            stages:
              - { id: visit, name: { tr: Ziyaret, en: Visit }, match: { event: visit } }
              - { id: signup, name: { tr: Kayıt, en: Signup }, match: { event: signup } }
          - id: sales
            source: crm
            matures_after: 7d
            stages:
              - { id: lead, name: { tr: Aday, en: Lead } }
              - { id: won, name: { tr: Kazanıldı, en: Won } }
          - { id: whole, join: [web, sales], key: { web: lead, sales: lead }, window: 14d }
        """

    @Test func theHandOffIsAStepOfItsOwnName() throws {
        let page = try #require(try Self.site.files()["en/weeks/2026-W28/index.html"])
        #expect(page.contains("<b>Hand-off</b>: <b>50.0%</b>"))
        #expect(rows(of: page).contains { $0.first == "Hand-off: Signup → Lead 20 / 40" })
    }

    @Test func thePageOfTheJoinedFunnelTellsWhomItCannotFollow() throws {
        let page = try #require(try Self.site.files()["en/funnels/whole/index.html"])
        #expect(page.contains("5 records have left no trace in marketing&#39;s data"))
        #expect(page.contains("Signup → Lead: 50.0%") && page.contains("20 of 40 people were handed over"))
        #expect(page.contains("href=\"../web/index.html\"") && page.contains("href=\"../sales/index.html\""))
    }

    @Test func eachFunnelOfASourceHasSumsOfItsOwn() throws {
        let rows = rows(of: try #require(try Self.site.files()["en/index.html"]))
        #expect(rows.contains(["web", "104", "104", "0", "0", "0"]))
        #expect(rows.contains(["web, whole", "104", "104", "0", "0", "0"]))
        #expect(rows.contains(["crm, sales", "25", "25", "0", "0", "0"]))
        #expect(rows.contains(["crm, whole", "25", "20", "5", "0", "0"]))
    }

    @Test func rowsThatSumUpOthersAndLinesOutsideTheTableAreTold() throws {
        let counts = FormSite.counts("2026-W30,1000,100,10\nTotal,1000,100,10\n")
        let page = try #require(try counts.files()["en/index.html"])
        #expect(page.contains("web: 1 row sums up others"))
        #expect(rows(of: page).contains(["web", "2", "1", "1", "0", "0"]))
    }
}
