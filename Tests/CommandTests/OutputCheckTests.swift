import Foundation
import Testing

/// `build --check`: the committed output against what the build gives.
@Suite struct OutputCheckTests {
    @Test func freshOutputIsWhatTheBuildGives() throws {
        let site = try Site()
        #expect(try site.run("build").status == 0)
        let before = try site.snapshot("")
        let check = try site.run("build", "--check")
        #expect(check.status == 0)
        #expect(check.errors.isEmpty)
        #expect(check.output.contains("files are what this build gives\n"))
        #expect(try site.snapshot("") == before)
    }

    @Test func differencesAreListedAndNothingIsWritten() throws {
        let site = try Site()
        try site.run("build").expectSuccess()
        try site.write(try site.text("output/index.html") + "\n", to: "output/index.html")
        try site.remove("output/style.css")
        let before = try site.snapshot("")
        let check = try site.run("build", "--check")
        #expect(check.status == 1)
        #expect(
            check.errors == "output/style.css: error: the build gives this file, and it is missing\n"
                + "output/index.html: error: the file is not what the build gives\n"
                + "error: the output is not what this build gives\n  Run `huni build` and commit its output.\n"
        )
        #expect(try site.snapshot("") == before)
    }

    @Test func changedDataAreADifference() throws {
        let run = try Site().build("--check", "-q") { site in
            try site.write(Site.rows + Site.week(4, from: 19), to: "content/data/visits.csv")
        }
        #expect(run.status == 1)
        #expect(run.errors.contains("output/weeks/2026-W47/index.html: error: the build gives this file"))
        #expect(run.errors.contains("output/index.html: error: the file is not what the build gives\n"))
    }

    @Test func pagesNoLongerMadeAreADifference() throws {
        let run = try Site().build("--check", "-q") { try $0.replace("[en, tr]", by: "[en]") }
        #expect(run.status == 1)
        #expect(run.errors.contains("output/tr/index.html: error: the build no longer gives this file\n"))
    }

    @Test func missingOutputIsADifference() throws {
        let site = try Site()
        let run = try site.run("build", "--check")
        #expect(run.status == 1)
        #expect(!site.exists("output"))
    }
}
