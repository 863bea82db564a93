import Foundation
import Testing

/// How the server starts and ends.
@Suite struct ServeLifeTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func endIsAtOnceAndLeavesThePortFree(_ signal: Int32) throws {
        let site = try Site()
        let server = try Server(site)
        let changes = try server.changes()
        #expect(try server.get().status == 200)
        #expect(try server.end(signal) == 0)
        #expect(try server.errors().isEmpty)
        let next = try Server(site, port: server.port)
        #expect(next.port == server.port)
        #expect(try next.get().status == 200)
        #expect(try next.changes().first != changes.first)
    }

    @Test func portInUseIsTheEnvironmentsFault() throws {
        let site = try Site()
        let server = try Server(site)
        let run = try site.run("serve", "--port", "\(server.port)")
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(
            run.errors == "error: port \(server.port) is in use by another program\n"
                + "  End that program, or choose another port with --port; --port 0 takes one that is free.\n"
        )
        let inJSON = try site.run("serve", "--json", "--port", "\(server.port)")
        #expect(inJSON.status == 3)
        #expect(
            try inJSON.diagnostics().first?["message"] as? String == "port \(server.port) is in use by another program"
        )
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/net/tcp")))
    func onlyThisMachineIsListenedTo() throws {
        let server = try Server(Site())
        let table = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
        let port = ":" + String(server.port, radix: 16, uppercase: true)
        var places: [Substring] = []
        for row in table.split(separator: "\n") {
            let cells = row.split(separator: " ")
            let isListening = cells.count > 3 && cells[3] == "0A"
            if isListening, cells[1].hasSuffix(port) { places.append(cells[1].dropLast(port.count)) }
        }
        #expect(places == ["0100007F"])
    }

    @Test func browserIsOpenedAtTheSite() throws {
        let site = try Site()
        try site.write("#!/bin/sh\necho \"$1\" > opened.part && mv opened.part content/opened.md\n", to: "bin/xdg-open")
        try site.write("#!/bin/sh\necho \"$1\" > opened.part && mv opened.part content/opened.md\n", to: "bin/open")
        for name in ["xdg-open", "open"] { chmod(site.path("bin/\(name)"), 0o755) }
        let path = "\(site.path("bin")):/usr/bin:/bin"
        let server = try Server(site, "--open", environment: ["PATH": path])
        _ = try server.output.line(after: "built    ")
        #expect(try site.text("content/opened.md") == server.url + "\n")
    }

    @Test func browserThatCannotBeOpenedIsOnlyAWarning() throws {
        let site = try Site()
        let server = try Server(site, "--open", environment: ["PATH": site.path("nothing")])
        let told = try server.errors { $0.contains("open the browser\n") }
        #expect(told.hasPrefix("warning: ") && told.hasSuffix("\n  Open the address above yourself.\n"))
        #expect(try server.get().status == 200)
    }

    @Test func browserDoesNotKeepThePort() throws {
        let site = try Site()
        for name in ["xdg-open", "open"] {
            try site.write(
                "#!/bin/sh\necho $$ > pid.part && mv pid.part content/pid.md\nexec sleep 60\n",
                to: "bin/\(name)"
            )
            chmod(site.path("bin/\(name)"), 0o755)
        }
        let server = try Server(site, "--open", environment: ["PATH": "\(site.path("bin")):/usr/bin:/bin"])
        _ = try server.output.line(after: "built    ")
        let browser = try #require(Int32(try site.text("content/pid.md").dropLast()))
        defer { kill(browser, SIGKILL) }
        #expect(try server.end() == 0)
        #expect(kill(browser, 0) == 0, "the browser goes on")
        #expect(try Server(site, port: server.port).get().status == 200)
    }

    @Test func quietServerSaysNothing() throws {
        let site = try Site()
        let loud = try Server(site)
        #expect(try loud.end() == 0)
        let server = try Server(quietly: site, port: loud.port)
        #expect(try server.get().status == 200)
        #expect(try server.end() == 0)
        #expect(try server.output.line() == nil)
        #expect(try server.errors().isEmpty)
    }

    @Test(arguments: [["--port", "70000"], ["--port", "-1"], ["--port", "web"], ["-u", "example.org"]])
    func wrongOptionsAreRefused(_ arguments: [String]) throws {
        let run = try Site().run(["serve"] + arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains("Usage: huni serve"))
    }
}
