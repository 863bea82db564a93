import Calendars
import Report
import Settings

/// The site's settings and files. When a stage is reached depends on the stage alone, all amounts are the same, and so are
/// all endings of a week, so that nobody can tell people apart but by their values.
extension TwinSite {
    static let settings = """
        version: 1
        site: { title: Report, languages: [en, tr], base_url: "https://report.example/", suppress_below: 5, currency: TRY }
        sources:
          web:
            form: events
            files: web.csv
            columns: { entity: user, time: time, event: event }
            variant: { column: variant }
          crm:
            form: records
            files: crm.csv
            columns: { entity: deal, owner: owner, amount: amount, reason: reason }
            stages: { lead: created, taken: taken, won: won }
            outcomes: { lost: lost }
          feedback:
            form: measures
            files: feedback.csv
            columns: { week: week, name: name, value: value, stage: stage, theme: theme }
        measures:
          complaints: { source: feedback, sum: complaints, better: down }
        segments:
          phones: { device: phone }
          ads: { channel: c1 }
        tests:
          - { id: form, source: web, stage: order, baseline: 0.4, detect: 20pp, control: A }
        funnels:
          - id: journey
            source: web
            window: 14d
            dimensions: [channel, device, segment]
            stages:
              - { id: visit, match: { event: visit }, measures: [complaints] }
              - { id: signup, match: { event: signup }, target: { rate: 0.55 }, measures: [complaints] }
              - { id: order, match: { event: order }, measures: [complaints] }
          - id: short
            source: web
            window: 14d
            dimensions: [channel, device]
            stages: [ { id: visit, match: { event: visit } }, { id: signup, match: { event: signup } } ]
          - id: deals
            source: crm
            matures_after: 14d
            dimensions: [sector]
            stages: [ { id: lead, owner: marketing }, { id: taken, owner: sales }, { id: won, owner: sales } ]
            outcomes: { lost: { name: { tr: Kaybedildi, en: Lost } } }
        """

    func report() throws -> Report {
        let files = ["web": visits, "crm": records, "feedback": messages]
        let settings = try Settings(yaml: Self.settings, file: "huni.yaml")
        let end = Week(number: Self.firstWeek + Self.weekCount - 1).sunday
        return try ReportMaker(settings, lastDay: end).report { source in
            SourceFiles([DataFile(path: "\(source.id).csv", bytes: Array((files[source.id] ?? "").utf8))])
        }
    }

    private static func day(_ week: Int, _ days: Int) -> LocalDate {
        Week(number: firstWeek + week).monday.advanced(by: days)
    }

    private var visits: String {
        visitors.enumerated().reduce("user,time,event,channel,device,variant\n") { text, visitor in
            let (number, person) = visitor
            let traits = ["channel", "device", "variant"].map { person.traits[$0] ?? "" }.joined(separator: ",")
            return zip(Self.stages, [1, 3, 9]).prefix(person.level + 1).reduce(text) { text, stage in
                text + "u\(number),\(Self.day(person.week, stage.1)) 10:00,\(stage.0),\(traits)\n"
            }
        }
    }

    /// Of every second week, those who come no further than to the second stage are lost.
    private var records: String {
        deals.enumerated().reduce("deal,owner,sector,amount,reason,created,taken,won,lost\n") { text, deal in
            let (number, own) = deal
            let end = Self.day(Self.weekCount - 1, 6)
            let dates = [1, 3, 9].enumerated().map { stage, days -> String in
                let day = Self.day(own.week, days)
                return own.level >= stage && day <= end ? "\(day)" : ""
            }
            let isLost = own.level == 1 && own.week % 2 == 0 && own.week < Self.weekCount - 1
            let cells =
                ["d\(number)", own.traits["owner"] ?? "", own.traits["sector"] ?? "", "1000", isLost ? "price" : ""]
                + dates + [isLost ? "\(Self.day(own.week, 6))" : ""]
            return text + cells.joined(separator: ",") + "\n"
        }
    }

    private var messages: String {
        complaints.enumerated().reduce("week,name,value,stage,theme\n") { text, week in
            zip(Self.stages, week.element).reduce(text) { text, stage in
                zip(Self.reasons, stage.1).reduce(text) { text, reason in
                    text
                        + "\(Week(number: Self.firstWeek + week.offset)),complaints,\(reason.1),\(stage.0),\(reason.0)\n"
                }
            }
        }
    }
}
