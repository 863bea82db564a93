import Calendars
import Report
import Settings

extension SuppressionTests {
    /// Visitors of one week by channel, and how many of them sign up.
    static func rows(_ visits: [String: Int], signups: [String: Int] = [:]) -> String {
        visits.sorted { $0.key < $1.key }.map { channel, count in
            (0..<count).map { person in
                let visit = "\(channel)\(person),2026-09-08 09:00,visit,\(channel),desk\n"
                return person < signups[channel] ?? 0 ? visit + visit.replacing("visit", with: "signup") : visit
            }
            .joined()
        }
        .joined()
    }

    static func report(visits: Visits) throws -> Report { try report(rows: visits.rows, lastDay: "2026-09-06") }

    static func report(rows: String, least: Int? = 5, lastDay: String = "2026-12-31") throws -> Report {
        let suppression = least.map { ", suppress_below: \($0)" } ?? ""
        let yaml = """
            version: 1
            site: { title: Report, languages: [en]\(suppression) }
            sources:
              web: { form: events, files: web.csv, columns: { entity: user, time: time, event: event } }
            segments:
              phones: { device: phone }
              ads: { channel: c1 }
            funnels:
              - id: journey
                source: web
                window: 21d
                dimensions: [channel, device, segment]
                stages:
                  - { id: visit, match: { event: visit } }
                  - { id: signup, match: { event: signup } }
                  - { id: order, match: { event: order } }
              - id: short
                source: web
                window: 21d
                dimensions: [channel, device]
                stages: [ { id: visit, match: { event: visit } }, { id: signup, match: { event: signup } } ]
            """
        let settings = try Settings(yaml: yaml, file: "huni.yaml")
        let bytes = Array(("user,time,event,channel,device\n" + rows).utf8)
        return try ReportMaker(settings, lastDay: LocalDate(lastDay)).report { _ in
            SourceFiles([DataFile(path: "web.csv", bytes: bytes)])
        }
    }
}
