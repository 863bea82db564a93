internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Records
internal import Report
internal import Site

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Makes the site: data and notes → output.",
        discussion: """
            Examples:
              huni build
              huni build --as-of 2026-11-15 --strict
              huni build --message | git commit -a -F -
              huni build --check           fails if output is not what this build gives
            """
    )

    @OptionGroup var site: SiteOptions

    @Option(name: [.short, .long], help: "The folder to write; by default output in the site's folder.")
    var output: String?

    @OptionGroup var publicAddress: PublicAddress

    @Option(help: ArgumentHelp("Write all rejected rows to this CSV file.", valueName: "file"))
    var rejected: String?

    @Flag(help: "Print nothing but the newest week in words, ready to be a commit's message.")
    var message = false

    @Flag(help: "Write nothing; fail if output is not what this build gives.")
    var check = false

    private var outputPath: String { output ?? (site.root == "." ? "output" : "\(site.root)/output") }

    func validate() throws {
        if let rejected, isInside(rejected, outputPath) {
            throw ValidationError("--rejected must not lie inside the output folder")
        }
    }

    func run() throws {
        var workshop = Workshop(site)
        let result = try workshop.make(baseURL: publicAddress.url)
        site.console.report(result.warnings)
        if let rejected { try RejectedRows(result.report).write(to: rejected) }
        if let refusal = site.refusal(of: result.warnings) { throw Failure([refusal]) }
        result.report.summary(bytes: result.count.bytes).forEach(say)
        let folder = OutputFolder(outputPath)
        if check {
            try compare(result.files, with: folder)
        } else {
            let outcome = try workshop.phase("write") { _, _ in try folder.publish(result.files) }
            say(
                "wrote    \(number(outcome.written.count)) files, \(number(outcome.unchanged)) unchanged,"
                    + " \(number(outcome.deleted.count)) deleted → \(outputPath)"
            )
        }
        say(workshop.times)
        guard let told = try result.maker.message(for: result.report) else { return }
        say("week     \(told.subject)")
        if message { site.console.put("\(told.subject)\n\n\(told.body)\n") }
    }

    /// What was done; nothing where the message alone is asked for.
    private func say(_ line: String) {
        if !message { site.console.say(line) }
    }

    private func compare(_ files: [String: [UInt8]], with folder: OutputFolder) throws {
        let differences = try folder.compare(files)
        guard !differences.isEmpty else {
            say("check    \(number(files.count)) files are what this build gives")
            return
        }
        func told(_ paths: [String], _ message: String) -> [Diagnostic] {
            paths.map { Diagnostic(at: SourcePosition(file: "\(outputPath)/\($0)"), message) }
        }
        throw Failure(
            told(differences.missing, "the build gives this file, and it is missing")
                + told(differences.changed, "the file is not what the build gives")
                + told(differences.extra, "the build no longer gives this file")
                + [
                    Diagnostic(
                        .error,
                        "the output is not what this build gives",
                        remedy: "Run `huni build` and commit its output."
                    )
                ]
        )
    }

    /// Whether the file, which need not exist, would come to lie in the folder once links are followed.
    private func isInside(_ path: String, _ folder: String) -> Bool {
        func real(_ url: URL) -> String { url.resolvingSymlinksInPath().path(percentEncoded: false) }
        let url = URL(filePath: path).standardizedFileURL
        let base = real(URL(filePath: folder).standardizedFileURL)
        let places = [real(url), real(url.deletingLastPathComponent()) + "/"]
        return places.contains { $0.hasPrefix(base.hasSuffix("/") ? base : base + "/") }
    }
}
