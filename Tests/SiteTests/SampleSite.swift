import Calendars
import JSONText
import LivingExample
import Report
import Settings
import Site

/// A small site with invented data, made without a disk.
struct SampleSite {
    /// The event of each stage of the only funnel, or of each funnel.
    var stages = ["visit", "signup", "order"]
    var funnels = ["journey"]
    var weeks = 8
    var newVisitors = 120
    /// Whether the files hold rows, or a header alone.
    var hasData = true
    /// Further keys of each funnel, four spaces before each line but the first.
    var rules = ""
    /// The stages that are optional.
    var optional: Set<String> = []
    /// Target rates by stage.
    var targets: [String: Double] = [:]
    var content: [String: [UInt8]] = [:]
    var languages = ["tr", "en"]
    /// Files of texts in further languages.
    var texts: [String: String] = [:]
    /// Where the site will be found, if that is known.
    var baseURL: String?

    static let firstWeek = Week(number: 2952)

    /// Every file of the site.
    func files() throws -> [String: String] {
        let (maker, report) = try made()
        return try maker.files(for: report).mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// What makes the files, and the numbers that they are made of.
    func made() throws -> (maker: SiteMaker, report: Report) {
        let settings = try settings()
        let maker = try SiteMaker(
            settings,
            content: content,
            templates: [:],
            texts: texts.mapValues { Array($0.utf8) }
        )
        return (maker, try ReportMaker(settings).report { _ in SourceFiles(data()) })
    }

    func settings() throws -> Settings {
        try Settings(yaml: yaml, file: "huni.yaml", languages: languages)
    }

    /// The first week, closed when some of its rows were missing.
    func closedTooEarly() throws -> ClosedFile {
        let week = Self.firstWeek
        let settings = try settings()
        let early = samples.map { file in
            let lines = String(decoding: file.bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
            let kept = (lines.prefix(1) + lines.dropFirst(40)).joined(separator: "\n")
            return DataFile(path: "\(file.week).csv", bytes: Array(kept.utf8))
        }
        let report = try ReportMaker(settings, closing: week).report { _ in SourceFiles(early) }
        let text = try report.closing(week).json(zone: report.zone).text()
        return ClosedFile(path: ClosedWeek.path(of: week), bytes: Array(text.utf8))
    }

    func data() -> [DataFile] {
        guard hasData else { return [DataFile(path: "web.csv", bytes: Array("user_id,time,event,channel\n".utf8))] }
        return samples.map { DataFile(path: "\($0.week).csv", bytes: $0.bytes) }
    }

    private var samples: [(week: Week, bytes: [UInt8])] {
        let story = Story.sample(
            stageEvents: stages.map { [$0] },
            firstWeek: Self.firstWeek,
            weeks: weeks,
            newVisitors: newVisitors
        )
        return SampleEvents(story).files
    }

    private var base: String { baseURL.map { ", base_url: \"\($0)\"" } ?? "" }

    private var yaml: String {
        let stages = stages.map { id in
            let target = targets[id].map { ", target: { rate: \($0) }" } ?? ""
            let end = target + (optional.contains(id) ? ", optional: true }" : " }")
            return "      - { id: \(id), name: { tr: \(id)-tr, en: \(id)-en }, match: { event: \(id) }" + end
        }
        let funnels = funnels.map { id in
            """
              - id: \(id)
                name: { tr: \(id)-tr, en: \(id)-en }
                source: web
                window: 14d
                dimensions: [channel]
                \(rules)
                stages:
            \(stages.joined(separator: "\n"))
            """
        }
        return """
            version: 1
            site: { title: { tr: Rapor, en: Report }, languages: [\(languages.joined(separator: ", "))], time_zone: Europe/Istanbul\(base) }
            sources:
              web: { form: events, files: "*.csv", columns: { entity: user_id, time: time, event: event } }
            funnels:
            \(funnels.joined(separator: "\n"))
            """
    }
}
