// huni: arguments, disk, exit code. No formula.

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Settings
internal import Site
internal import Templates

/// The program's entry: parse, run, report.
@main
struct Huni: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "huni",
        abstract: "Makes a static site of weekly funnel reports.",
        discussion: """
            Examples:
              huni init my-report          a new site with sample data
              huni inspect export.csv      what an unknown file is, and the settings that read it
              huni serve -r my-report      the site in the browser, built again on each change
              huni build -r my-report      data and notes → my-report/output
              huni metrics --by channel    the numbers themselves
              huni mail 2026-W46           a week as an e-mail

            `huni help config` explains every key of huni.yaml; `huni help schema` is its JSON Schema, for editors;
            `huni help templates` lists what each template gets; `huni help strings de` prints all texts, for a language
            that the program does not speak.
            Exit codes: 0 fine, 1 problems in input or checks, 2 wrong usage, 3 the environment.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, InspectCommand.self, CheckCommand.self, BuildCommand.self, ServeCommand.self,
            MetricsCommand.self, CloseCommand.self, MailCommand.self,
        ]
    )

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if let text = try help(arguments) {
                Console(asJSON: false, isQuiet: false).put(text)
                return
            }
            try checkCommand(arguments)
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(with: error, arguments: arguments)
        }
    }

    /// What `help config`, `help schema`, `help templates` and `help strings` print; `nil` where something else is asked
    /// for.
    private static func help(_ arguments: [String]) throws -> String? {
        let words = arguments.filter { !$0.hasPrefix("-") }
        if words.starts(with: ["help", "strings"]), words.count < 4 {
            let language = words.count == 3 ? words[2] : "en"
            guard SiteMaker.language(ofTexts: "i18n/\(language).yaml") != nil else {
                throw ValidationError("'\(language)' is no code of a language, such as de or pt-BR")
            }
            return try SiteMaker.textsToTranslate(into: language)
        }
        return switch arguments {
        case ["help", "config"]: ConfigHelp.text + "\n"
        case ["help", "schema"]: Settings.schema
        case ["help", "templates"]: String(decoding: templateReference, as: UTF8.self)
        default: nil
        }
    }

    private static func exit(with error: any Error, arguments: [String]) -> Never {
        let console = Console(asJSON: arguments.contains("--json"), isQuiet: false)
        switch error {
        case let failure as Failure:
            console.report(failure.diagnostics)
            Foundation.exit(1)
        case let failure as EnvironmentFailure:
            console.report([
                Diagnostic(at: SourcePosition(file: failure.path), failure.message, remedy: failure.remedy)
            ])
            Foundation.exit(3)
        case let code as ExitCode:
            Foundation.exit(code.rawValue)
        default:
            exit(parsing: error, console)
        }
    }

    /// Help that was asked for goes to standard output, a wrong use to standard error.
    private static func exit(parsing error: any Error, _ console: Console) -> Never {
        let code = exitCode(for: error)
        if code == .success {
            console.put(fullMessage(for: error) + "\n")
            Foundation.exit(0)
        }
        if console.asJSON {
            console.report([Diagnostic(.error, message(for: error), remedy: "`huni --help` shows how it is used.")])
        } else {
            console.complain(fullMessage(for: error))
        }
        Foundation.exit(code == .validationFailure ? 2 : code.rawValue)
    }

    /// Refuses a command that there is not, where the parser would speak of an argument.
    private static func checkCommand(_ arguments: [String]) throws {
        let known = configuration.subcommands.compactMap { $0.configuration.commandName }
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let word = words.first, !word.hasPrefix("-"), !known.contains(word), word != "help" else { return }
        let near = nearestWord(to: word, in: known).map { "did you mean '\($0)'? " } ?? ""
        throw ValidationError("there is no command '\(word)'; \(near)Commands are: \(known.joined(separator: ", "))")
    }
}
