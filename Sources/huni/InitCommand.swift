internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import LivingExample
internal import Publishing
internal import Settings

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a new site that builds at once, with notes, plays and sample data.",
        discussion: """
            Examples:
              huni init my-report
              huni init my-report --preset marketing --lang en
              huni init my-sales --preset sales-pipeline

            Nothing that exists is overwritten.
            """
    )

    @Argument(help: "The new site's folder.")
    var directory = "."

    @Option(help: "The funnel to begin with.")
    var preset = Preset.customerJourney

    @Option(help: "The site's languages, the first one at its root.")
    var lang = "tr,en"

    @Flag(name: [.short, .long], help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Print problems as JSON, one a line.")
    var json = false

    private var languages: [String] { lang.split(separator: ",").map(String.init) }

    func validate() throws {
        let unknown = languages.filter { !Settings.knownLanguages.contains($0) }
        if !unknown.isEmpty || languages.isEmpty || Set(languages).count < languages.count {
            throw ValidationError("--lang takes tr, en, or both with a comma")
        }
    }

    func run() throws {
        let console = Console(asJSON: json, isQuiet: quiet)
        let root = URL(filePath: directory, directoryHint: .isDirectory)
        let config = root.appending(path: "huni.yaml").path(percentEncoded: false)
        guard !FileManager.default.fileExists(atPath: config) else {
            throw Failure(
                at: SourcePosition(file: shown("huni.yaml")),
                "there is a site here already",
                remedy: "Name another folder."
            )
        }
        let (written, kept) = try write(NewSite(preset: preset, languages: languages).files, below: root)
        console.say(
            "made     \(number(written)) files in \(directory)" + (kept > 0 ? ", left \(kept) as they were" : "")
        )
        console.say("next     huni build -r \(directory)   then open \(directory)/output/index.html")
    }

    /// `file` as seen from where the command was given.
    private func shown(_ file: String) -> String { directory == "." ? file : "\(directory)/\(file)" }

    private func write(_ files: [(path: String, bytes: [UInt8])], below root: URL) throws -> (written: Int, kept: Int) {
        var (written, kept) = (0, 0)
        for file in files {
            let url = root.appending(path: file.path)
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                if FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) {
                    kept += 1
                } else {
                    try Data(file.bytes).write(to: url)
                    written += 1
                }
            } catch {
                throw EnvironmentFailure(
                    path: shown(file.path),
                    message: "cannot be written: \(error.localizedDescription)"
                )
            }
        }
        return (written, kept)
    }
}
