import Calendars
import Report
import Settings
import Site

/// A small site of any form of data, made without a disk.
struct FormSite {
    /// The part of huni.yaml behind `site:`.
    var settings: String
    /// Text of files by source.
    var data: [String: String]
    var publishesPeople = false
    /// Further keys of the site.
    var moreOfSite = ""
    var content: [String: String] = [:]

    /// Every file of the site.
    func files() throws -> [String: String] {
        let settings = try parsedSettings()
        let maker = try SiteMaker(settings, content: content.mapValues { Array($0.utf8) }, templates: [:])
        let report = try ReportMaker(settings).report(files: sourceFiles)
        return try maker.files(for: report).mapValues { String(decoding: $0, as: UTF8.self) }
    }

    func parsedSettings() throws -> Settings { try Settings(yaml: head + settings, file: "huni.yaml") }

    func sourceFiles(of source: SourceSettings) -> SourceFiles {
        SourceFiles([DataFile(path: "\(source.id).csv", bytes: Array((data[source.id] ?? "").utf8))])
    }

    private var head: String {
        """
        version: 1
        site: { title: Rapor, languages: [tr, en], publish_people: \(publishesPeople), currency: TRY\(moreOfSite.isEmpty ? "" : ", " + moreOfSite) }

        """
    }
}

extension FormSite {
    /// Deals: of each week's twelve, half go on, a quarter is won, a quarter is lost.
    static func records(weeks: Int) -> FormSite {
        FormSite(settings: deals, data: ["crm": crm(weeks: weeks)])
    }

    /// Deals of the rows given.
    static func records(_ rows: String) -> FormSite { FormSite(settings: deals, data: ["crm": header + rows]) }

    private static let header = "deal,owner,size,created,offered,won,lost,back\n"

    private static let deals = """
        sources:
          crm:
            form: records
            files: crm.csv
            columns: { entity: deal, owner: owner }
            stages: { lead: created, offer: offered, won: won }
            outcomes: { lost: lost, recycled: back }
        segments:
          large: { name: { tr: Büyükler, en: Large ones }, size: { over: 50 } }
        funnels:
          - id: deals
            source: crm
            entity: { tr: [anlaşma, anlaşma], en: [deal, deals] }
            matures_after: 14d
            dimensions: [owner, segment]
            stages:
              - { id: lead, name: { tr: Aday, en: Lead } }
              - { id: offer, name: { tr: Teklif, en: Offer } }
              - { id: won, name: { tr: Kazanıldı, en: Won } }
            outcomes: { lost: { name: { tr: Kaybedildi, en: Lost } }, recycled: { name: { tr: Geri döndü, en: Sent back } } }
        """

    /// What is not done by the last Sunday is not in the file.
    private static func crm(weeks: Int) -> String {
        let last = SampleSite.firstWeek.advanced(by: weeks - 1).sunday
        func date(_ date: LocalDate, if happens: Bool) -> String { happens && date <= last ? "\(date)" : "" }
        return (0..<weeks).reduce(header) { text, week in
            let monday = SampleSite.firstWeek.advanced(by: week).monday
            return (0..<12).reduce(text) { text, number in
                let created = monday.advanced(by: number == 0 ? 6 : number % 7)
                let offered = date(created.advanced(by: 3), if: number % 2 == 0)
                let won = date(created.advanced(by: 9), if: number % 4 == 0)
                let lost = date(created.advanced(by: 5), if: number % 4 == 2)
                let owner = ["Zeynep", "Ali", "Can"][number % 3]
                return text + "D\(week)-\(number),\(owner),\(number * 10),\(created),\(offered),\(won),\(lost),\n"
            }
        }
    }

    /// Counts a week of three stages.
    static func counts(_ rows: String) -> FormSite {
        FormSite(settings: visits, data: ["web": "week,view,basket,buy\n" + rows])
    }

    static func counts(weeks: Int) -> FormSite {
        counts(
            (0..<weeks).map { "\(SampleSite.firstWeek.advanced(by: $0)),\(1000 + $0),\(200 + $0),\(50 + $0)\n" }
                .joined()
        )
    }

    private static let visits = """
        sources:
          web: { form: counts, files: web.csv, columns: { week: week }, stages: { view: view, basket: basket, buy: buy } }
        funnels:
          - id: visits
            source: web
            entity: { tr: [oturum, oturum], en: [session, sessions] }
            stages:
              - { id: view, name: { tr: Bakış atma, en: View } }
              - { id: basket, name: { tr: Sepet, en: Basket } }
              - { id: buy, name: { tr: Alış, en: Purchase } }
        """

    /// The first of two funnels counts deals by week of entry, the second visits by what happened.
    static func bothViews() -> FormSite {
        let (deals, visits) = (records(weeks: 8), counts(weeks: 8))
        let own = visits.settings.split(separator: "\nfunnels:\n")
        let sources = own[0].split(separator: "\n").dropFirst().joined(separator: "\n")
        let settings = deals.settings.replacing("\nsegments:", with: "\n\(sources)\nsegments:") + "\n" + own[1]
        return FormSite(settings: settings, data: deals.data.merging(visits.data) { $1 })
    }
}

extension FormSite {
    /// The same two funnels, which share a stage.
    static func sharedStage() -> FormSite {
        var site = bothViews()
        site.settings = site.settings.replacing("{ id: basket,", with: "{ id: offer, ")
            .replacing("basket: basket", with: "offer: basket")
        return site
    }
}

/// What a table shows, a list of cells a row, without markup.
func rows(of html: String) -> [[String]] {
    html.split(separator: "<tr").dropFirst().compactMap { $0.split(separator: "</tr>").first }.map { row in
        row.split(separator: /<t[hd][^>]*>/).dropFirst().map { cell in
            String(cell.split(separator: /<\/t[hd]>/, omittingEmptySubsequences: false)[0]).replacing(
                /<[^>]*>/,
                with: ""
            )
        }
    }
}
