internal import ArgumentParser
internal import Calendars
internal import Diagnostics
internal import Foundation
internal import Inspection
internal import JSONText
internal import Publishing
internal import Records
internal import Settings

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Looks at unknown files: what they hold, what they most likely are, and the settings that read them.",
        discussion: """
            Examples:
              huni inspect export.csv
              huni inspect home.csv search.csv payment.csv users.csv     files that belong together
              huni inspect trial-control.csv trial-experiment.csv --year 2014
              huni inspect export.csv --write -r my-report               adds the settings to huni.yaml

            Values of ids, names and addresses are never shown. Exit code 1 if a file cannot be read, or a question
            has to be answered first.
            """
    )

    @Argument(help: "The files; those that belong together in one command.")
    var files: [String]

    @Option(name: [.short, .long], help: "The site's folder.")
    var root = "."

    @Option(name: [.short, .long], help: "The configuration, relative to the site's folder.")
    var config = "huni.yaml"

    @Flag(help: "Add the settings to huni.yaml, or write a new one.")
    var write = false

    @OptionGroup var answers: AnswerOptions

    @Flag(name: [.short, .long], help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Print the findings, and problems, as JSON.")
    var json = false

    func run() throws {
        let console = Console(asJSON: json, isQuiet: quiet)
        let chosen = try ChosenFiles(files, site: root)
        let inspection = Inspection(of: chosen.files, answers: answers.answers)
        if json {
            console.put(inspection.json.text() + "\n")
        } else if !quiet {
            console.put(inspection.text)
        }
        console.report(inspection.warnings + inspection.problems)
        if write { try add(inspection, console) }
        chosen.outside.forEach { path in
            console.say("# copy \(path) into the site: content/data/\(URL(filePath: path).lastPathComponent)")
        }
        guard inspection.problems.isEmpty else { throw ExitCode(1) }
    }

    /// Puts the proposal into the configuration.
    private func add(_ inspection: Inspection, _ console: Console) throws {
        guard !inspection.proposal.isEmpty else {
            throw Failure("there are no settings to write", remedy: "Answer what is asked above, or name other files.")
        }
        let name = root == "." ? config : "\(root)/\(config)"
        let url = URL(filePath: name)
        let text: String
        if FileManager.default.fileExists(atPath: name) {
            let old = try SiteFolder(root, config: config).configuration()
            let insertion = try SettingsInsertion(of: inspection.proposal, into: old, file: config)
            console.report(insertion.warnings)
            text = insertion.text
        } else {
            let site = OwnDataSite(inspection.proposal, of: [], languages: Settings.knownLanguages)
            text = try site.configuration(file: name)
        }
        do {
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw EnvironmentFailure(path: name, message: "cannot be written: \(error.localizedDescription)")
        }
        if !json { console.say("wrote    \(name)") }
    }
}

/// What the user says because the files cannot.
struct AnswerOptions: ParsableArguments {
    @Option(help: "The year of dates that are written without one.")
    var year: Int?

    @Option(
        help: ArgumentHelp("How dates are written, as DD/MM/YYYY, where the files leave it open.", valueName: "pattern")
    )
    var dates: String?

    @Option(help: ArgumentHelp("The day of all rows, as 2026-11-15, where no column says it.", valueName: "day"))
    var date: LocalDate?

    func validate() throws {
        if let dates, DatePattern(dates) == nil {
            throw ValidationError("--dates takes a pattern such as DD/MM/YYYY, M/D/YY or D MMM YYYY")
        }
        if let year, !(1900...2199).contains(year) { throw ValidationError("--year takes a year, such as 2014") }
    }

    var answers: InspectionAnswers {
        InspectionAnswers(year: year, dates: dates.flatMap { DatePattern($0) }, date: date)
    }
}
