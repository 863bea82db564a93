// huni: arguments, disk, exit code. No formula.

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Publishing

/// The program's entry: parse, run, report.
@main
struct Huni: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "huni",
        abstract: "Makes a static site of weekly funnel reports.",
        discussion: """
            Examples:
              huni init my-report          a new site with sample data
              huni build -r my-report      data and notes → my-report/output
              huni metrics --by channel    the numbers themselves

            `huni help config` explains every key of huni.yaml.
            Exit codes: 0 fine, 1 problems in input or checks, 2 wrong usage, 3 the environment.
            """,
        version: "0.1.0",
        subcommands: [InitCommand.self, CheckCommand.self, BuildCommand.self, MetricsCommand.self]
    )

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["help", "config"] {
            print(ConfigHelp.text)
            return
        }
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            exit(with: error, arguments: arguments)
        }
    }

    private static func exit(with error: any Error, arguments: [String]) -> Never {
        let console = Console(asJSON: arguments.contains("--json"), isQuiet: false)
        switch error {
        case let failure as Failure:
            console.report(failure.diagnostics)
            Foundation.exit(1)
        case let failure as EnvironmentFailure:
            console.report([Diagnostic(.error, "\(failure)")])
            Foundation.exit(3)
        case let code as ExitCode:
            Foundation.exit(code.rawValue)
        default:
            let isUsage = exitCode(for: error) == .validationFailure
            let text = fullMessage(for: error)
            let stream = isUsage ? FileHandle.standardError : .standardOutput
            stream.write(Data((text + "\n").utf8))
            Foundation.exit(isUsage ? 2 : exitCode(for: error).rawValue)
        }
    }
}
