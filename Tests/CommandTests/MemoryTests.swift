import Foundation
import Testing

/// `--memory` caps what a run takes; what is counted stays the same to the byte.
@Suite struct MemoryTests {
    private static let configuration =
        Site.configuration
            + """
              - id: other
                source: web
                order: any
                cohort: every
                touch: last
                matures_after: 7d
                dimensions: [device]
                stages: [{ id: first, match: { event: visit } }, { id: second, match: { event: signup } }]

            """

    /// Some hundreds of rows of each of a few people, so that their rows are put aside at once where there is no room.
    private static let rows =
        Site.header
        + (0..<4000).map { index in
            let day = 10 + index % 19
            let event = ["visit", "visit", "signup", "order"][index / 7 % 4]
            let user = ["17", "somebody.with.a.long.name@example.org", "u3", "0b7d31e2-5b1a-4a0e-9a5e-3f1d2c4b5a60"]
            let cells = ["ads,phone", "mail,desk", "ads,desk"][index % 3]
            return "\(user[index % 4]),2026-10-\(day) 1\(index % 10):\(10 + index % 50):00,\(event),\(cells)\n"
        }.joined()

    private func site() throws -> Site {
        try Site([
            "huni.yaml": Self.configuration, "content/data/a.csv": Self.rows,
            "content/data/b.csv": Self.rows.replacing("2026-10", with: "2026-09"),
        ])
    }

    @Test func theNumbersAreTheSameToTheByte() throws {
        let site = try site()
        for arguments in [["metrics", "--format", "json", "--by", "device"], ["mail", "2026-W42"]] {
            let whole = try site.run(arguments)
            try whole.expectSuccess()
            #expect(try site.run(arguments + ["--memory", "96MB"]) == whole)
            #expect(try site.run(arguments + ["--memory", "2GB"]) == whole)
        }
    }

    @Test func theSiteIsTheSameToTheByte() throws {
        let site = try site()
        try site.run("build", "--quiet").expectSuccess()
        try site.run("build", "--check", "--memory", "96 MB").expectSuccess()
        #expect(try site.run("check", "--memory", "0.1GB") == site.run("check"))
    }

    @Test func rowsGoToTheFolderForTemporaryFilesAndLeaveNothingThere() throws {
        let site = try site()
        try site.makeFolder("temporary")
        let folder = ["TMPDIR": site.path("temporary")]
        try site.run(["metrics", "--memory", "96MB"], environment: folder).expectSuccess()
        #expect(try site.snapshot("temporary").isEmpty)
        let run = try site.run(["metrics", "--memory", "96MB"], environment: ["TMPDIR": site.path("nowhere")])
        #expect(run.status == 3)
        #expect(run.output == "")
        #expect(
            run.errorLines.first
                == "\(site.path("nowhere")): error: cannot hold what does not fit in memory: No such file or directory"
        )
        try site.run(["metrics"], environment: ["TMPDIR": site.path("nowhere")]).expectSuccess()
    }

    @Test func aFileThatMayNotGrowIsAnErrorOfTheEnvironment() throws {
        let site = try site()
        let program = try #require(Run.program).path(percentEncoded: false)
        let command = "ulimit -f 8; exec \(program) metrics --memory 96MB > /dev/null"
        let run = try Run(["-c", command], of: URL(filePath: "/bin/sh"), in: site.folder, logs: site.logs)
        #expect(run.status == 3)
        #expect(run.errors.contains("cannot hold what does not fit in memory: File too large"))
        #expect(run.errors.contains("Name a folder with more room for temporary files (TMPDIR)"))
    }

    @Test func moreEntitiesThanFitAreCountedAllTheSame() throws {
        let site = try Site(["huni.yaml": Self.configuration, "content/data/a.csv": Self.manyEntities])
        let whole = try site.run("metrics", "--format", "json")
        try whole.expectSuccess()
        #expect(try site.run("metrics", "--format", "json", "--memory", "96MB") == whole)
    }

    @Test func nothingStaysBehindWhenTheRunIsKilled() throws {
        let site = try Site(["huni.yaml": Self.configuration, "content/data/a.csv": Self.manyEntities])
        try site.makeFolder("temporary")
        let program = try #require(Run.program).path(percentEncoded: false)
        for seconds in ["0.1", "0.2", "0.4", "0.8"] {
            let command = "\(program) metrics --memory 96MB > /dev/null 2>&1 & sleep \(seconds); kill -9 $!; wait $!"
            _ = try Run(
                ["-c", "TMPDIR=\(site.path("temporary")); export TMPDIR; \(command); exit 0"],
                of: URL(filePath: "/bin/sh"),
                in: site.folder,
                logs: site.logs
            )
            #expect(try site.snapshot("temporary").isEmpty)
        }
    }

    private static let manyEntities =
        Site.header
        + (0..<500_000).map { "u\($0),2026-10-1\($0 % 9),\($0 % 3 == 0 ? "signup" : "visit"),ads,phone\n" }.joined()

    @Test func filesThatAreReadAsAWholeAreAnErrorBeforeTheyAreRead() throws {
        let object =
            "{\"user_id\": 1, \"time\": \"2026-10-10\", \"event\": \"visit\", \"channel\": \"ads\", \"device\": 1},\n"
        let text = "[" + String(repeating: object, count: 150_000) + "{}]"
        let site = try Site([
            "huni.yaml": Site.configuration.replacing("*.csv", with: "*.json"), "content/data/a.json": text,
        ])
        let run = try site.run("metrics", "--memory", "96MB")
        #expect(run.status == 1)
        #expect(run.errorLines.first?.hasPrefix("huni.yaml:7:") == true)
        #expect(
            run.errors.contains("the files of 'web' have 13 MB and are read as a whole; --memory leaves room for 12 MB")
        )
        #expect(run.errors.contains("Events in CSV or NDJSON without joins are read piece by piece."))
    }

    @Test func tooLittleIsWrongUsage() throws {
        let run = try site().run("metrics", "--memory", "20MB")
        #expect(run.status == 2)
        #expect(run.errors.contains("--memory must be at least 96MB"))
    }

    @Test(arguments: ["2", "GB", "-1GB", "two GB", "1e400GB", "99999999999TB", "0GB", "nanMB"])
    func whatIsNoSizeIsWrongUsage(size: String) throws {
        let run = try site().run("metrics", "--memory=\(size)")
        #expect(run.status == 2)
        #expect(run.errors.contains("--memory"))
    }
}
