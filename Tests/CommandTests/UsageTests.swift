import Foundation
import Testing

/// How the program is called, and what its exit codes tell.
@Suite struct UsageTests {
    @Test(arguments: [
        (["build", "--frob"], "Unknown option '--frob'"),
        (["build", "more"], "Unexpected argument 'more'"),
        (
            ["bild"],
            "there is no command 'bild'; did you mean 'build'? Commands are: init, inspect, check, build, serve, metrics"
        ),
        (["help", "bild"], "there is no command 'bild'; did you mean 'build'?"),
        (["build", "--as-of", "2026-02-30"], "The value '2026-02-30' is invalid for '--as-of <day>'"),
        (["metrics", "--as-of", "tomorrow"], "The value 'tomorrow' is invalid for '--as-of <day>'"),
        (["metrics", "--week", "2026-W54"], "The value '2026-W54' is invalid for '--week <week>'"),
        (["metrics", "--format", "xml"], "The value 'xml' is invalid for '--format <format>'"),
        (["metrics", "--by", ","], "--by takes a dimension"),
        (["metrics", "--by", "channel,channel"], "--by takes a dimension"),
        (["build", "--base-url", "ftp://example.org"], "--base-url must begin with http:// or https://"),
        (
            ["init", "--lang", "German"],
            "--lang takes tr, en, or codes of other languages such as de, with commas between"
        ),
        (["help", "strings", "German"], "'German' is no code of a language, such as de or pt-BR"),
        (["init", "--preset", "none"], "The value 'none' is invalid for '--preset <preset>'"),
    ])
    func wrongUseIsExplained(_ arguments: [String], _ message: String) throws {
        let site = try Site([:])
        let run = try site.run(arguments)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Error: " + message))
        #expect(run.errors.contains("Usage: huni"))
        #expect(run.output.isEmpty)
        let inJSON = try site.run(arguments + ["--json"])
        #expect(inJSON.status == 2)
        let object = try #require(try inJSON.diagnostics().first)
        #expect((object["message"] as? String)?.hasPrefix(message) == true)
        #expect(try site.snapshot("").isEmpty)
    }

    @Test(arguments: ["init", "check", "build", "serve", "metrics"])
    func helpShowsExamples(_ command: String) throws {
        for arguments in [[command, "--help"], ["help", command], [command, "-h"]] {
            let run = try Site([:]).run(arguments)
            #expect(run.status == 0)
            #expect(run.errors.isEmpty)
            #expect(run.output.contains("Examples:\n  huni \(command)"))
        }
    }

    @Test(arguments: [[], ["--help"], ["help"]])
    func overviewNamesCommandsAndExitCodes(_ arguments: [String]) throws {
        let run = try Site([:]).run(arguments)
        #expect(run.status == 0)
        for word in [
            "Examples:", "Exit codes: 0", "huni help config", "  init ", "  check ", "  build ", "  serve ",
            "  metrics ",
        ] {
            #expect(run.output.contains(word), "\(word) is not shown")
        }
    }

    @Test func everyKeyOfTheConfigurationIsExplained() throws {
        let run = try Site([:]).run("help", "config")
        #expect(run.status == 0)
        let keys = [
            "version", "site", "sources", "funnels", "title", "languages", "time_zone", "base_url", "form", "files",
            "columns", "missing", "read", "entity", "time", "event", "delimiter", "id", "name", "source", "preset",
            "window", "matures_after", "order", "cohort", "dimensions", "touch", "from", "part", "stages", "short",
            "phase",
            "owner", "match", "target", "rate", "count", "currency", "publish_people", "measures", "segments", "tests",
            "variant", "join", "outcomes", "encoding", "numbers", "dates", "year", "week_starts", "skipped", "sla",
            "view",
        ]
        for key in keys { #expect(run.output.contains("\n  \(key)  ("), "\(key) is not explained") }
        #expect(run.output.hasPrefix("huni.yaml\n"))
    }

    @Test func theSchemaForEditorsIsPrinted() throws {
        let run = try Site([:]).run("help", "schema")
        #expect(run.status == 0 && run.errors.isEmpty)
        let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(schema?["title"] as? String == "huni.yaml")
    }

    @Test func problemsAreOneObjectALine() throws {
        let run = try Site().build("--json") { site in
            try site.replace("14d", by: "fortnight")
            try site.replace("version: 1", by: "version: 2")
        }
        #expect(run.status == 1)
        let objects = try run.diagnostics()
        #expect(objects.compactMap { $0["message"] as? String } == ["'2' is no version", "'fortnight' is no window"])
        #expect(objects.compactMap { $0["file"] as? String } == ["huni.yaml", "huni.yaml"])
        #expect(objects.compactMap { $0["line"] as? Int } == [1, 14])
        #expect(objects.compactMap { $0["column"] as? Int } == [10, 13])
        #expect(objects.compactMap { $0["severity"] as? String } == ["error", "error"])
        #expect(objects.allSatisfy { ($0["remedy"] as? String)?.hasPrefix("Expected: ") == true })
    }

    @Test func quietBuildSaysNothing() throws {
        let run = try Site().run("build", "-q")
        #expect(run == Run(status: 0, output: "", errors: ""))
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
        arguments: [["build"], ["check"], ["metrics"], ["help", "config"], ["--help"]]
    )
    func fullDiskBehindStandardOutputIsTheEnvironmentsFault(_ arguments: [String]) throws {
        let run = try Site().run(arguments, sink: "/dev/full")
        #expect(run.status == 3)
        #expect(
            run.errors == "error: standard output takes no more\n"
                + "  Look where it leads: a full disk, or a program that has ended.\n"
        )
    }

    @Test func outputBelowAFileIsTheEnvironmentsFault() throws {
        let site = try Site()
        let run = try site.run("build", "-o", "huni.yaml/output")
        #expect(run.status == 3)
        #expect(
            run.errors == "huni.yaml: error: cannot be opened as a folder: Not a directory\n"
                + "  Look at the path, its permissions and the space left, and run the same command again.\n"
        )
        #expect(try site.text("huni.yaml") == Site.configuration)
    }

    @Test func strangersFolderIsRefusedAndKept() throws {
        let site = try Site()
        try site.write("mine", to: "output/thesis.txt")
        try site.write("mine", to: "output/index.html")
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("output: error: "))
        #expect(
            try site.snapshot().mapValues { String(decoding: $0, as: UTF8.self) } == [
                "thesis.txt": "mine", "index.html": "mine",
            ]
        )
    }
}
