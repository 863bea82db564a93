import Calendars
import Diagnostics
import Foundation
import Report
import Settings

/// A site's settings and its data, as text.
struct SampleSite {
    var stages = "[{ id: visit }, { id: signup }, { id: order }]"
    var more = ""
    var timeZone = "Europe/Istanbul"
    var csv: String

    var yaml: String {
        """
        version: 1
        site: { title: Test, time_zone: \(timeZone) }
        sources:
          web: { form: events, files: web.csv, columns: { entity: who, time: at, event: event } }
        funnels:
          - id: journey
            source: web
            stages: \(stages)
        \(more.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
        """
    }

    func report(lastDay: String? = nil, by: [[String]]? = nil) throws -> Report {
        let settings = try Settings(yaml: yaml, file: "huni.yaml")
        let maker = ReportMaker(settings, lastDay: lastDay.flatMap { .init($0) }, breakdowns: by)
        return try maker.report { _ in SourceFiles([DataFile(path: "web.csv", bytes: Array(csv.utf8))]) }
    }
}

/// The exports of strangers that lie beside the repository; `nil` where they are not there.
func realFile(_ path: String) throws -> [UInt8]? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let file = root.appending(path: "../shared/data/\(path)")
    guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return nil }
    return Array(try Data(contentsOf: file))
}

let hasRealFiles: Bool = {
    do { return try realFile("README.md") != nil } catch { return false }
}()
