import Foundation
import Testing

/// The site in the browser, and what it never shows.
@Suite struct ServeTests {
    @Test func pagesAreThoseOfABuildAndOnlyHereTheyReload() throws {
        let site = try Site()
        try site.run("build", "-q").expectSuccess()
        let built = try site.snapshot()
        let server = try Server(site)
        #expect(server.firstLines.first?.hasPrefix("read     1 file") == true)
        #expect(server.url == "http://127.0.0.1:\(server.port)/")
        for (path, bytes) in built where path != ".huni-manifest" && !path.hasPrefix(".") {
            let answer = try server.get("/" + path)
            let file = String(decoding: bytes, as: UTF8.self)
            #expect(!file.contains("<script") && !file.contains("/.huni/"), "\(path)")
            #expect(answer.status == 200)
            guard path.hasSuffix(".html") else {
                #expect(answer.bytes == Array(bytes), "\(path)")
                continue
            }
            let script = try #require(
                answer.text.firstMatch(of: /<script src="\/\.huni\/reload\.js\?[0-9.]+" defer><\/script>\n/)
            )
            let policy = "; script-src 'self'; connect-src 'self'"
            #expect(answer.text.replacing(script.output, with: "").replacing(policy, with: "") == file, "\(path)")
        }
        #expect(try server.get("/.huni/reload.js").text.contains("new EventSource(\"/.huni/changes\")"))
    }

    @Test func outputIsNeitherWrittenNorShown() throws {
        let site = try Site()
        try site.write("a stranger's", to: "output/stranger.html")
        let server = try Server(site)
        #expect(try server.get("/stranger.html").status == 404)
        #expect(try server.get("/output/stranger.html").status == 404)
        #expect(try site.snapshot().keys.sorted() == ["stranger.html"])
    }

    @Test func answersSayWhatTheyAre() throws {
        let server = try Server(Site())
        let page = try server.get("/stages/interest/")
        #expect(page.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.headers["Cache-Control"] == "no-store")
        #expect(page.headers["Content-Length"] == String(page.bytes.count))
        let head = try server.get("/stages/interest/", method: "HEAD")
        #expect(head.headers == page.headers)
        #expect(head.bytes.isEmpty)
        let moved = try server.get("/stages/interest")
        #expect(moved.status == 302)
        #expect(moved.headers["Location"] == "/stages/interest/")
        let lost = try server.get("/nowhere/at/all")
        #expect(lost.status == 404)
        #expect(lost.text.contains("<html lang=\"en\">"))
        for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
            #expect(try server.get(method: method).status == 405, "\(method)")
        }
    }

    @Test func nothingButTheSiteCanBeReached() throws {
        let site = try Site()
        try site.write("SECRET", to: "../secret.txt")
        try site.write("SECRET", to: "secret.txt")
        try site.link("content/stages/interest/way-out.txt", to: "../../../secret.txt")
        try site.link("output", to: "..")
        let server = try Server(site)
        let targets = [
            "/secret.txt", "/../secret.txt", "/../../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E/%2e%2e/secret.txt",
            "/..%2fsecret.txt", "/%252e%252e/secret.txt", "/%252e%252e%252fsecret.txt", "/..\\secret.txt",
            "/..%5csecret.txt",
            "/stages/../secret.txt", "/stages/%2e%2e/%2e%2e/secret.txt", "//secret.txt", "/./secret.txt",
            "/secret.txt%00.html",
            "/index.html%00", "/%c0%ae%c0%ae/secret.txt", "/.%2e/secret.txt", "/....//secret.txt",
            "/file:///etc/passwd",
            "/etc/passwd", "//etc/passwd", "/huni.yaml", "/content/data/visits.csv", "/stages/interest/way-out.txt",
            "/output/secret.txt", "/.huni/../secret.txt", "/.huni/%2e%2e/secret.txt", "/.git/config",
            "http://a/secret.txt",
            "/%", "/%4", "/%zz",
        ]
        for target in targets {
            let answer = try server.get(target)
            #expect([400, 404].contains(answer.status), "\(target): \(answer.status)")
            #expect(!answer.text.contains("SECRET") && !answer.text.contains("root:"), "\(target)")
        }
        #expect(try server.get().status == 200)
    }

    @Test(arguments: ["example.org", "example.org:PORT", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:PORT"])
    func strangersHostIsNotAnswered(_ host: String) throws {
        let server = try Server(Site())
        let answer = try server.get(host: host.replacing("PORT", with: "\(server.port)"))
        #expect(answer.status == 421)
        #expect(!answer.text.contains("Small report"))
        #expect(try server.get(host: "localhost:\(server.port)").status == 200)
        #expect(try server.get(host: "[::1]:\(server.port)").status == 200)
    }

    @Test func whatIsNoRequestIsRefusedAndTheNextOneAnswered() throws {
        let server = try Server(Site())
        #expect(try server.answer(to: "nonsense\r\n\r\n").status == 400)
        #expect(try server.answer(to: "GET / HTTP/1.1\r\n\r\n").status == 400)
        let long = String(repeating: "x", count: 20_000)
        #expect(try server.answer(to: "GET / HTTP/1.1\r\nX: \(long)\r\n\r\n").status == 431)
        let body = "POST / HTTP/1.1\r\nHost: localhost:\(server.port)\r\nContent-Length: 100000\r\n\r\n"
        #expect(try server.answer(to: body + String(repeating: "x", count: 100_000)).status == 405)
        _ = try Wire(port: server.port)
        #expect(try server.get().status == 200)
    }

    @Test(arguments: [true, false])
    func siteIsServedBelowItsBasePath(_ isOption: Bool) throws {
        let site = try Site()
        let url = "https://example.org/funnel/"
        if !isOption { try site.replace("languages: [en, tr]", by: "languages: [en, tr]\n  base_url: \(url)") }
        let server = isOption ? try Server(site, "-u", url) : try Server(site)
        #expect(server.url == "http://127.0.0.1:\(server.port)/funnel/")
        for target in ["/", "/funnel"] { #expect(try server.get(target).headers["Location"] == "/funnel/") }
        #expect(try server.get("/funnel/").status == 200)
        #expect(try server.get("/funnel/stages/interest/index.html").status == 200)
        let lost = try server.get("/funnel/nowhere")
        #expect(lost.status == 404)
        #expect(lost.text.contains("href=\"/funnel/style.css\""))
        for target in ["/index.html", "/stages/interest/", "/style.css"] {
            #expect(try server.get(target).status == 404, "\(target)")
        }
    }

    @Test func draftsAreShownHereAloneAndMarked() throws {
        let site = try Site()
        try site.write(
            "---\ntitle: Hold a fair\ndraft: true\n---\nOnce a year.\n",
            to: "content/stages/interest/fair.md"
        )
        try site.write(
            "---\ntitle: Being kept\ndraft: true\n---\nUnfinished thoughts.\n",
            to: "content/stages/purchase/index.md"
        )
        try site.run("build", "-q").expectSuccess()
        let built = try site.snapshot()
        #expect(built["stages/interest/fair/index.html"] == nil)
        for (path, bytes) in built {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("Hold a fair") && !text.contains("Unfinished thoughts"), "\(path)")
        }
        let server = try Server(site)
        for (target, mark) in [("/", "Draft"), ("/tr/", "Taslak")] {
            let marked = "<strong class=\"draft\">\(mark)</strong>"
            let play = try server.get("\(target)stages/interest/fair/")
            #expect(play.status == 200)
            #expect(play.text.contains(marked) && play.text.contains("Once a year."))
            let stage = try server.get("\(target)stages/interest/").text
            #expect(stage.contains("Hold a fair"))
            #expect(stage.components(separatedBy: marked).count == 2, "only the draft is marked")
            let note = try server.get("\(target)stages/purchase/").text
            #expect(note.contains(marked) && note.contains("Unfinished thoughts."))
        }
    }
}
