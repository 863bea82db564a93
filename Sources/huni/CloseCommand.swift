internal import ArgumentParser
internal import Calendars
internal import Diagnostics
internal import Foundation
internal import JSONText
internal import Publishing
internal import Report

struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Keeps a week's numbers as they are published, so that later builds can tell what was restated.",
        discussion: """
            Examples:
              huni close 2026-W46
              huni close 2026-W46 --as-of 2026-11-16
              huni close 2026-W46 --force        closes the week anew

            Writes content/closed/2026-W46.json, which belongs in git. Builds count the week again with the rows before the
            same instant; where that gives other numbers, its page and the archive show both.
            """
    )

    @Argument(help: "The week, as 2026-W46.")
    var week: Week

    @Flag(help: "Replace what was published before.")
    var force = false

    @OptionGroup var site: SiteOptions

    private var path: String { ClosedWeek.path(of: week) }

    func run() throws {
        var workshop = Workshop(site)
        guard force || !workshop.folder.exists(path) else {
            throw Failure(
                at: SourcePosition(file: path),
                "week \(week) is closed already",
                remedy: "`huni close \(week) --force` replaces what was published; git keeps it."
            )
        }
        let report = try workshop.report(try workshop.folder.settings(), closing: week).report
        site.console.report(report.warnings)
        if let refusal = site.refusal(of: report.warnings) { throw Failure([refusal]) }
        let closed = try report.closing(week)
        try workshop.folder.write(closed.json(zone: report.zone).text() + "\n", to: path)
        let count = closed.funnels.count
        site.console.say("closed   \(week), \(count) \(count == 1 ? "funnel" : "funnels") → \(path)")
    }
}
