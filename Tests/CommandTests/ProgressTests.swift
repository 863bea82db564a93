import Foundation
import Testing

@testable import huni

/// How far reading is: bytes, rows a second and the time left, for a person at a terminal and nobody else.
@Suite struct ProgressTests {
    @Test func bytesAndRowsASecondAndTheTimeLeftAreTold() {
        let text = ReadingProgress.text(
            file: "web.csv",
            bytes: 312_000_000,
            total: 476_000_000,
            rows: 6_580_000,
            seconds: 0.7
        )
        #expect(text == "reading web.csv: 312 of 476 MB, 9,400,000 rows/s, 1 s left")
        let slow = ReadingProgress.text(file: "a.csv.gz", bytes: 1_000_000, total: 300_000_000, rows: 900, seconds: 2)
        #expect(slow == "reading a.csv.gz: 1 of 300 MB, 450 rows/s, 10 min left")
    }

    @Test func whatNobodyKnowsIsLeftOut() {
        #expect(
            ReadingProgress.text(file: "a", bytes: 0, total: 5_000_000, rows: 0, seconds: 0) == "reading a: 0 of 5 MB"
        )
        // A head that is read twice does not make more than all.
        #expect(
            ReadingProgress.text(file: "a", bytes: 5_065_536, total: 5_000_000, rows: 100_000, seconds: 1)
                == "reading a: 5 of 5 MB, 100,000 rows/s"
        )
    }

    /// What a run writes to its standard error on a terminal.
    private func said(by command: String, in site: Site) throws -> String {
        let program = try #require(Run.program).path(percentEncoded: false)
        let run = try Run(
            ["-qec", "\(program) \(command) > \(site.path("numbers.txt"))", "/dev/null"],
            of: URL(filePath: "/usr/bin/script"),
            in: site.folder,
            logs: site.logs
        )
        try run.expectSuccess()
        return run.output
    }

    @Test func aTerminalIsToldWhileFilesAreReadAndIsCleanAgainThen() throws {
        let text = try said(by: "metrics", in: Site())
        let steps = text.components(separatedBy: "\r\u{1b}[2K")
        #expect(
            steps.contains { $0.hasPrefix("reading content/data/visits.csv: 0 of 0 MB") },
            "\(text.debugDescription)"
        )
        #expect(steps.contains("counting web"))
        #expect(steps.last == "")
    }

    @Test func quietSaysNothingOnATerminal() throws {
        #expect(try said(by: "metrics --quiet", in: Site()) == "")
    }

    @Test func nothingIsSaidWhereNobodyLooks() throws {
        let run = try Site().run("build")
        try run.expectSuccess()
        #expect(!run.errors.contains("reading"))
        #expect(!run.errors.contains("\r"))
        #expect(!run.output.contains("\r"))
    }
}
