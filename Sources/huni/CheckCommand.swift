internal import ArgumentParser
internal import Diagnostics
internal import Report
internal import Settings
internal import Site

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds everything a build would complain about, and more; changes nothing.",
        discussion: """
            Examples:
              huni check
              huni check -r my-report --json

            Beside a build's errors: rejected rows, broken links, raw HTML in notes, stages without notes, plays that can
            never hold, stages whose worst observed week no play covers, and funnels of which no week would ever count as
            final, with the time after which it could.
            Exit code 1 if there is anything to mend.
            """
    )

    @OptionGroup var site: SiteOptions

    func run() throws {
        var workshop = Workshop(site)
        let result = try workshop.make(baseURL: nil)
        let warnings =
            result.warnings + (try stagesWithoutNotes(workshop.folder)) + result.maker.playWarnings(for: result.report)
            + result.report.maturityProposals
        site.console.report(warnings)
        result.report.summary(bytes: result.count.bytes).forEach(site.console.say)
        guard warnings.isEmpty else { throw ExitCode(1) }
        site.console.say("check    nothing to mend; \(number(result.files.count)) files would be made")
    }

    private func stagesWithoutNotes(_ folder: SiteFolder) throws -> [Diagnostic] {
        let settings = try folder.settings()
        let content = try folder.content()
        return settings.funnels.flatMap(\.stages).filter { stage in
            !content.keys.contains { $0.hasPrefix("content/stages/\(stage.id)/index.") }
        }
        .map { stage in
            Diagnostic(
                .warning,
                at: stage.position,
                "stage '\(stage.id)' has no note",
                remedy: "Write content/stages/\(stage.id)/index.md, or index.tr.md and index.en.md."
            )
        }
    }
}
