public import ArgumentParser
internal import Calendars
internal import Diagnostics
public import Funnel
internal import JSONText
internal import Report
internal import Settings
internal import Site

struct MetricsCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Prints the numbers themselves, for scripts.",
        discussion: """
            Examples:
              huni metrics --week 2026-W46
              huni metrics --by channel --by device --format json
              huni metrics --by channel,device --format csv
            """
    )

    @OptionGroup var site: SiteOptions

    @Option(help: "Only this funnel.")
    var funnel: String?

    @Option(help: "Only this week, as 2026-W46.")
    var week: Week?

    @Option(help: "Break down by a dimension; several with commas are crossed. May be repeated.")
    var by: [String] = []

    @Option(help: "cohort, by week of entry, or activity, what happened in each week; by default each funnel's own.")
    var view: View?

    @Option(help: "table, json or csv.")
    var format = Format.table

    private var breakdowns: [[String]] {
        by.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    func validate() throws {
        if breakdowns.contains(where: { $0.contains("") || Set($0).count < $0.count }) {
            throw ValidationError("--by takes a dimension, or different ones with commas, as in --by channel,device")
        }
    }

    func run() throws {
        var workshop = Workshop(site)
        let settings = try workshop.folder.settings()
        if let funnel { try check(funnel, in: settings) }
        let advisor = try advisor(settings, workshop.folder)
        let count = try workshop.report(
            settings,
            funnel: funnel,
            by: breakdowns,
            wantsActivity: view == .activity,
            andWhole: advisor.map { $0.playsAskForParts || funnel != nil } ?? false
        )
        let report = try view.map(count.report.inView) ?? count.report
        site.console.report(report.warnings)
        try checkWeek(in: report)
        switch format {
        case .table: site.console.put(report.table(week: week))
        case .json:
            let advised = advisor?.addingRecommendations(to: report, from: count.whole ?? count.report) ?? report
            site.console.put(advised.json(week: week).text() + "\n")
        case .csv: site.console.put(report.csv(week: week))
        }
        if site.strict, report.hasRejections { throw ExitCode(1) }
    }

    /// Knows the plays that each week's numbers call for; `nil` where the format does not tell them.
    private func advisor(_ settings: Settings, _ folder: SiteFolder) throws -> SiteMaker? {
        guard format == .json, view == nil else { return nil }
        return try SiteMaker(settings, content: try folder.content(), templates: [:])
    }

    private func check(_ id: String, in settings: Settings) throws(Failure) {
        guard !settings.funnels.contains(where: { $0.definition.id == id }) else { return }
        let known = settings.funnels.map(\.definition.id)
        let meant = nearestWord(to: id, in: known).map { "Did you mean '\($0)'? " } ?? ""
        throw Failure("there is no funnel '\(id)'", remedy: meant + "Funnels are: \(known.joined(separator: ", ")).")
    }

    private func checkWeek(in report: Report) throws(Failure) {
        let weeks = report.funnels.flatMap { ($0.metrics?.weeks ?? []).map(\.week) }
        guard let week, !weeks.contains(week) else { return }
        let range = weeks.min().flatMap { first in weeks.max().map { "The data have \(first) to \($0)." } }
        throw Failure("there are no data for week \(week)", remedy: range ?? "There are no data at all.")
    }
}

/// `cohort` or `activity`.
extension View: ExpressibleByArgument {}
