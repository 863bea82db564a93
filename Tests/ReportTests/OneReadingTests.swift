import Calendars
import Funnel
import JSONText
import Records
import Settings
import Testing

@testable import Report

/// Two counts of one reading.
struct OneReadingTests {
    @Test func twoCountsAskForEachFileOnceAndAreAsIfMadeApart() throws {
        let rows = (0..<60).map { "u\($0),2026-06-0\($0 % 7 + 1),visit,\($0 % 2 == 0 ? "ads" : "mail")\n" }
        let signups = (0..<20).map { "u\($0),2026-06-08,signup,ads\n" }
        let text = "who,at,event,channel\n" + (rows + signups).joined()
        let settings = try Settings(yaml: Self.yaml, file: "huni.yaml")
        var asked: [String] = []
        func files(_ source: SourceSettings) -> SourceFiles {
            asked.append(source.id)
            return SourceFiles([DataFile(path: "web.csv", bytes: Array(text.utf8))])
        }
        let narrow = ReportMaker(settings, funnel: "short", breakdowns: [])
        let whole = ReportMaker(settings)
        let both = try narrow.reports(with: whole, files: files)
        #expect(asked == ["web"])
        #expect(both.own.json(week: nil).text() == (try narrow.report(files: files)).json(week: nil).text())
        #expect(both.other.json(week: nil).text() == (try whole.report(files: files)).json(week: nil).text())
        #expect(both.own.funnels.map(\.settings.definition.id) == ["short"])
        #expect(both.other.funnels.count == 2)
    }

    private static let yaml = """
        version: 1
        site: { title: T }
        sources:
          web: { form: events, files: web.csv, columns: { entity: who, time: at, event: event } }
        funnels:
          - { id: long, source: web, window: 7d, dimensions: [channel], stages: [ { id: visit }, { id: signup } ] }
          - { id: short, source: web, window: 2d, dimensions: [channel], stages: [ { id: visit }, { id: signup } ] }
        """
}
