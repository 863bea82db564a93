import Foundation
import Testing

/// From a save to the page: what is built again, who is told, and what stands there while it cannot be built.
@Suite struct ServeChangesTests {
    private static let note = "content/stages/interest/index.md"

    private func expectPage(_ server: Server, shows text: String, at target: String = "/stages/interest/") throws {
        let answer = try server.get(target)
        #expect(answer.status == 200)
        #expect(answer.text.contains(text))
    }

    @Test(arguments: [[], ["--poll"]])
    func editedNoteIsOnItsPage(_ arguments: [String]) throws {
        let site = try Site()
        let server = try arguments.isEmpty ? Server(site) : Server(site, arguments[0])
        let changes = try server.changes()
        try expectPage(server, shows: "We answer questions.")
        #expect(try server.get().text.contains("reload.js?\(changes.first)\""))
        try site.replace("We answer questions.", by: "We listen.", in: Self.note)
        let version = try changes.next()
        try expectPage(server, shows: "We listen.")
        #expect(try server.get().text.contains("reload.js?\(version)\""))
    }

    @Test func fileMovedOverANoteIsOnItsPage() throws {
        let site = try Site()
        let server = try Server(site)
        let changes = try server.changes()
        try site.write("---\ntitle: Waking interest\n---\nWe listen.\n", to: "content/stages/interest/.index.md.swp")
        #expect(rename(site.path("content/stages/interest/.index.md.swp"), site.path(Self.note)) == 0)
        _ = try changes.next()
        try expectPage(server, shows: "We listen.")
    }

    @Test func newAndDeletedFilesAndFoldersAreSeen() throws {
        var files = Site.small
        files["content/stages/awareness/index.md"] = nil
        let site = try Site(files)
        let server = try Server(site)
        let changes = try server.changes()
        try site.write("---\ntitle: Being seen\n---\nWe write guides.\n", to: "content/stages/awareness/index.md")
        _ = try changes.next()
        try expectPage(server, shows: "We write guides.", at: "/stages/awareness/")
        try site.write("---\ntitle: Being seen\n---\nWe draw maps.\n", to: "content/stages/awareness/index.md")
        _ = try changes.next()
        try expectPage(server, shows: "We draw maps.", at: "/stages/awareness/")
        try site.remove("content/stages/awareness")
        _ = try changes.next()
        #expect(try !server.get("/stages/awareness/").text.contains("We draw maps."))
    }

    @Test func newDataAreCounted() throws {
        let site = try Site()
        let server = try Server(site)
        let changes = try server.changes()
        #expect(try server.get("/weeks/2026-W47/").status == 404)
        try site.write(Site.header + Site.week(4, from: 19), to: "content/data/more.csv")
        _ = try changes.next()
        #expect(try server.get("/weeks/2026-W47/").status == 200)
        #expect(try server.get("/weeks/2026-W46/").status == 200)
    }

    @Test func ownTemplateIsUsedAtOnce() throws {
        let site = try Site()
        let server = try Server(site)
        let changes = try server.changes()
        try site.write("p { color: red }", to: "Templates/style.css")
        _ = try changes.next()
        #expect(try server.get("/style.css").text == "p { color: red }")
    }

    /// Were the first save told, the page of the second would be the third to be shown.
    @Test func savingTheSameBytesTellsNobody() throws {
        let site = try Site()
        let server = try Server(site)
        let changes = try server.changes()
        try site.write(try site.text(Self.note), to: Self.note)
        #expect(try server.output.line(after: "built    ").contains(" files, 0 changed in "))
        try site.replace("We answer questions.", by: "We listen.", in: Self.note)
        var page = ""
        while !page.contains("We listen.") {
            _ = try changes.next()
            page = try server.get("/stages/interest/").text
        }
        #expect(page.contains("reload.js?\(changes.first.dropLast(2)).2\""))
    }

    @Test func brokenConfigurationIsShownUntilItIsMended() throws {
        let site = try Site()
        let server = try Server(site)
        let changes = try server.changes()
        try site.replace("window: 14d", by: "window: <fortnight>")
        _ = try changes.next()
        for target in ["/", "/stages/interest/", "/nowhere"] {
            let page = try server.get(target)
            #expect(page.status == 500)
            #expect(page.text.contains("<p class=\"place\">huni.yaml:14:13</p>"))
            #expect(page.text.contains("&lt;fortnight&gt;") && !page.text.contains("<fortnight>"))
            #expect(page.text.contains("<p class=\"remedy\">Expected: "))
            #expect(page.text.contains("/.huni/reload.js?"))
        }
        #expect(try server.errors().hasPrefix("huni.yaml:14:13: error: "))
        try site.replace("window: <fortnight>", by: "window: 14d")
        _ = try changes.next()
        try expectPage(server, shows: "We answer questions.")
        #expect(try server.get("/nowhere").status == 404)
    }

    @Test func everyFaultOfSeveralFilesIsShown() throws {
        let site = try Site()
        let server = try Server(site, "--json")
        let changes = try server.changes()
        try site.write("---\neffort: 9\n---\n", to: "content/stages/interest/webinar.md")
        _ = try changes.next()
        let page = try server.get()
        #expect(page.text.contains("cannot be built: 1 error</title>"))
        #expect(page.text.contains("content/stages/interest/webinar.md:2:9"))
        let line = try #require(try server.errors().split(separator: "\n").first)
        let told = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(told["line"] as? Int == 2)
    }

    @Test func siteThatCannotBeBuiltAtFirstIsServedOnceItIsMended() throws {
        let site = try Site()
        let whole = try site.text("huni.yaml")
        try site.remove("huni.yaml")
        let server = try Server(site, "-u", "https://example.org/funnel/")
        let changes = try server.changes()
        let page = try server.get()
        #expect(page.status == 500)
        #expect(page.text.contains("there is no such file"))
        try site.write(whole, to: "huni.yaml")
        _ = try changes.next()
        #expect(try server.get().headers["Location"] == "/funnel/")
        #expect(try server.get("/funnel/").status == 200)
    }

    @Test func warningsStopOnlyAStrictServer() throws {
        let site = try Site()
        try site.write(Site.header + "u1,tomorrow,visit,ads,phone\n", to: "content/data/odd.csv")
        let lenient = try Server(site)
        #expect(try lenient.get().status == 200)
        #expect(try lenient.errors().hasPrefix("content/data/odd.csv:2:4: warning: "))
        let strict = try Server(site, "--strict").get()
        #expect(strict.status == 500)
        #expect(strict.text.contains("content/data/odd.csv:2:4") && strict.text.contains("--strict"))
    }
}
