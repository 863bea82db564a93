import Calendars
import Funnel
import Report
import Settings
import Site
import Testing

/// Somebody reads all files of one output, and tries to work out what is hidden: by totals less siblings, over weeks, over
/// views, funnels and dimensions, by rates times bases, and by what rounded percentages leave room for.
@Suite struct OutputAttackTests {
    private static let funnels = [
        (id: "journey", stages: ["visit", "signup", "order"]), (id: "short", stages: ["visit", "signup"]),
    ]
    private static let settings = """
        version: 1
        site: { title: Report, languages: [en]SUPPRESSION }
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
              - { id: visit, name: { en: Visit }, match: { event: visit } }
              - { id: signup, name: { en: Signup }, match: { event: signup } }
              - { id: order, name: { en: Order }, match: { event: order } }
          - id: short
            source: web
            window: 21d
            dimensions: [channel, device]
            stages:
              - { id: visit, name: { en: Visit }, match: { event: visit } }
              - { id: signup, name: { en: Signup }, match: { event: signup } }
        """

    private func read(seed: Int, least: Int?, _ change: (inout Report) -> Void = { _ in }) throws -> OutputReader {
        let suppression = least.map { ", suppress_below: \($0)" } ?? ""
        let settings = try Settings(
            yaml: Self.settings.replacing("SUPPRESSION", with: suppression),
            file: "huni.yaml"
        )
        let bytes = Array(("user,time,event,channel,device\n" + Visits(seed: seed).rows).utf8)
        var report = try ReportMaker(settings, lastDay: LocalDate("2026-09-06")).report { _ in
            SourceFiles([DataFile(path: "web.csv", bytes: bytes)])
        }
        change(&report)
        let maker = try SiteMaker(settings, content: [:], templates: [:])
        let files = try maker.files(for: report).mapValues { String(decoding: $0, as: UTF8.self) }
        return try OutputReader(files, funnels: Self.funnels)
    }

    @Test(arguments: 0..<6) func nobodyFindsAHiddenNumber(_ seed: Int) throws {
        let reader = try read(seed: seed, least: 5)
        #expect(reader.attacker.contradictions.isEmpty, "\(reader.attacker.contradictions.prefix(3))")
        #expect(reader.readFromPages > 200)
        #expect(!reader.attacker.hidden.isEmpty)
        let found = reader.attacker.found().sorted()
        #expect(found.isEmpty, "found \(found.count) of \(reader.attacker.hidden.count): \(found.prefix(5))")
    }

    /// The same attack finds hidden numbers where nothing but the small ones themselves is hidden.
    @Test(arguments: 0..<6) func hidingSmallNumbersAloneWouldNotBeEnough(_ seed: Int) throws {
        let reader = try read(seed: seed, least: nil) { report in
            for funnel in report.funnels.indices {
                report.funnels[funnel].metrics?.hideSmallAlone(below: 5)
                report.funnels[funnel].activity?.hideSmallAlone(below: 5)
            }
        }
        let found = reader.attacker.found()
        #expect(found.count > 5, "\(found.count) of \(reader.attacker.hidden.count)")
    }

    /// 31 of 100 is the only share that is told as 31.0 %.
    @Test func aRateOfAHiddenCountIsFound() {
        var attacker = Attacker()
        attacker.see("came", 100)
        attacker.see("passed", nil)
        attacker.see(rate: 0.3095...0.3105, "passed", of: "came")
        #expect(attacker.found() == ["passed"])
    }
}

extension FunnelMetrics {
    /// Hides numbers under `least` and the rates that stand on them, and nothing else.
    fileprivate mutating func hideSmallAlone(below least: Int) {
        for week in weeks.indices {
            weeks[week].cohort.hideSmallAlone(below: least)
            weeks[week].before?.hideSmallAlone(below: least)
        }
        total.hideSmallAlone(below: least)
        totalMatured.hideSmallAlone(below: least)
    }
}

extension CohortMetrics {
    fileprivate mutating func hideSmallAlone(below least: Int) {
        for breakdown in breakdowns.indices {
            for value in breakdowns[breakdown].values.indices {
                let counts = breakdowns[breakdown].values[value].stages.map { $0.count ?? 0 }
                let isSmall = counts.indices.map { counts[$0] < least && stages[$0].count != 0 }
                for stage in counts.indices {
                    if isSmall[stage] {
                        breakdowns[breakdown].values[value].stages[stage].count = nil
                        breakdowns[breakdown].values[value].stages[stage].suppressed.insert(.count)
                    }
                    if stage > 0, isSmall[stage] || isSmall[stage - 1] {
                        breakdowns[breakdown].values[value].stages[stage].fromPrevious = nil
                        breakdowns[breakdown].values[value].stages[stage].suppressed.insert(.fromPrevious)
                    }
                    if stage > 0, isSmall[stage] || isSmall[0] {
                        breakdowns[breakdown].values[value].stages[stage].fromFirst = nil
                        breakdowns[breakdown].values[value].stages[stage].suppressed.insert(.fromFirst)
                    }
                }
            }
        }
    }
}
