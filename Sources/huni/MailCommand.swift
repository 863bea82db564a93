internal import ArgumentParser
internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Report
internal import Settings
internal import Site

struct MailCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case eml, html, text
    }

    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Prints a week as an e-mail: HTML with bars made of tables, and plain text.",
        discussion: """
            Examples:
              huni mail 2026-W46 > week.eml                       a file that mail programs open
              huni mail 2026-W46 --format text                    as a terminal shows it
              huni mail 2026-W46 --language en --to "Team <team@example.org>" > week.eml

            It sends nothing. Date and Message-ID come from the data: the same data give the same bytes.
            """
    )

    @OptionGroup var site: SiteOptions

    @Argument(help: "The week, as 2026-W46.")
    var week: Week

    @Option(help: "eml, html or text.")
    var format = Format.eml

    @Option(help: "One of the site's languages; by default the first.")
    var language: String?

    @Option(help: ArgumentHelp("The sender, as in \"Report <report@example.org>\".", valueName: "address"))
    var from: String?

    @Option(help: ArgumentHelp("The recipient.", valueName: "address"))
    var to: String?

    @OptionGroup var publicAddress: PublicAddress

    func run() throws {
        var workshop = Workshop(site)
        let languages = try workshop.folder.settings().site.languages
        if let language, !languages.contains(language) {
            let remedy = "The site's languages are: \(languages.joined(separator: ", "))."
            throw Failure("the site has no language '\(language)'", remedy: remedy)
        }
        let result = try workshop.make(baseURL: publicAddress.url)
        site.console.report(result.warnings)
        guard
            let mail = try result.maker.mail(of: week, for: result.report, in: language, from: from, to: to)
        else {
            let weeks = result.report.funnels.flatMap { ($0.metrics?.weeks ?? []).map(\.week) }
            let range = weeks.min().flatMap { first in weeks.max().map { "The data have \(first) to \($0)." } }
            throw Failure("there are no data for week \(week)", remedy: range ?? "There are no data at all.")
        }
        switch format {
        case .eml: site.console.put(mail.message)
        case .html: site.console.put(mail.html)
        case .text: site.console.put(mail.plain)
        }
    }
}
