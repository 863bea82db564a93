internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Inspection
internal import Publishing
internal import Settings
internal import Site
internal import Templates

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a new site that builds at once, with notes, plays and sample data, or your own.",
        discussion: """
            Examples:
              huni init my-report
              huni init my-report --preset marketing --lang en
              huni init my-sales --preset sales-pipeline
              huni init my-shop --from events.csv
              huni init my-report --lang de,en    with i18n/de.yaml, where German takes the place of English
              huni init my-report --templates     the templates to change, in a new site or an existing one

            --from looks at the files as `huni inspect` does, and copies them into content/data. Nothing that exists is overwritten.
            """
    )

    @Argument(help: "The new site's folder.")
    var directory = "."

    @Option(help: "The funnel to begin with; by default customer-journey.")
    var preset: Preset?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Files with your own data, in the place of samples.", valueName: "file")
    )
    var from: [String] = []

    @Flag(help: "Copy the built-in templates into Templates; into an existing site only them.")
    var templates = false

    @OptionGroup var answers: AnswerOptions

    @Option(help: "The site's languages, the first one at its root; beside tr and en any whose texts you write.")
    var lang = "tr,en"

    @Flag(name: [.short, .long], help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Print problems as JSON, one a line.")
    var json = false

    private var languages: [String] { lang.split(separator: ",").map(String.init) }

    func validate() throws {
        let unknown = languages.filter { SiteMaker.language(ofTexts: "i18n/\($0).yaml") == nil }
        if !unknown.isEmpty || languages.isEmpty || Set(languages).count < languages.count {
            throw ValidationError("--lang takes tr, en, or codes of other languages such as de, with commas between")
        }
        if preset != nil, !from.isEmpty {
            throw ValidationError("--preset is for sample data; with --from the files say what the stages are")
        }
    }

    func run() throws {
        let console = Console(asJSON: json, isQuiet: quiet)
        let root = URL(filePath: directory, directoryHint: .isDirectory)
        let config = root.appending(path: "huni.yaml").path(percentEncoded: false)
        let exists = FileManager.default.fileExists(atPath: config)
        if templates, exists, from.isEmpty, preset == nil {
            let (written, kept) = try write(templateFiles, below: root)
            console.say("copied   \(number(written)) templates" + (kept > 0 ? ", left \(kept) as they were" : ""))
            console.say("next     huni help templates   lists what each of them gets")
            return
        }
        guard !exists else {
            throw Failure(
                at: SourcePosition(file: shown("huni.yaml")),
                "there is a site here already",
                remedy: "Name another folder."
            )
        }
        let (written, kept) = try write(
            try files(console) + (templates ? templateFiles : []) + (try translationFiles),
            below: root
        )
        console.say(
            "made     \(number(written)) files in \(directory)" + (kept > 0 ? ", left \(kept) as they were" : "")
        )
        console.say("next     huni build -r \(directory)   then open \(directory)/output/index.html")
    }

    /// Texts to translate, a file each language that is not built in.
    private var translationFiles: [(path: String, bytes: [UInt8])] {
        get throws {
            try languages.filter { !Settings.knownLanguages.contains($0) }.map { language in
                ("i18n/\(language).yaml", Array(try SiteMaker.textsToTranslate(into: language).utf8))
            }
        }
    }

    private var templateFiles: [(path: String, bytes: [UInt8])] {
        builtInTemplates.sorted { $0.key < $1.key }.map { ("Templates/\($0.key)", $0.value) }
    }

    /// Samples, or the user's own data with the settings that read them.
    private func files(_ console: Console) throws -> [(path: String, bytes: [UInt8])] {
        if from.isEmpty { return NewSite(preset: preset ?? .customerJourney, languages: languages).files }
        let chosen = try ChosenFiles(from, site: directory)
        let inspection = Inspection(of: chosen.files, answers: answers.answers)
        guard inspection.problems.isEmpty else { throw Failure(inspection.problems) }
        try checkPlaces(of: chosen.files)
        let site = OwnDataSite(inspection.proposal, of: chosen.files, languages: languages)
        let files = try site.files(shownConfiguration: shown("huni.yaml"))
        console.report(inspection.warnings)
        for guess in inspection.guesses { console.say("found    \(guess.form.rawValue): \(guess.reason)") }
        return files
    }

    /// A file that is in the place of another with other contents would be read instead of it.
    private func checkPlaces(of files: [InspectedFile]) throws {
        for file in files {
            let path = shown(file.sitePath)
            guard FileManager.default.fileExists(atPath: path) else { continue }
            guard try Data(contentsOf: URL(filePath: path)) == Data(file.bytes) else {
                throw Failure(
                    at: SourcePosition(file: path),
                    "another file of this name lies here already",
                    remedy: "Rename \(file.name), or name another folder."
                )
            }
        }
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
