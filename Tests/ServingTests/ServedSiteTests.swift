import Diagnostics
import Testing

@testable import Serving

/// From requests to answers, without a network.
@Suite struct ServedSiteTests {
    private static let files: [String: String] = [
        "index.html": "<head></head>front", "404.html": "<head></head>lost", "style.css": "p {}",
        "stages/interest/index.html": "<head></head>interest", "data/web.csv": "a,b", "bö/a b.html": "<head></head>odd",
    ]

    private func site(below url: String? = nil, _ files: [String: String] = files) -> ServedSite {
        let build = ServedSite.Build.files(files.mapValues { Array($0.utf8) }, below: BasePath(publicAddress: url))
        return ServedSite(address: LocalAddress(port: 8000), build: build, version: "1.1")
    }

    private func get(_ target: String, from site: ServedSite? = nil) -> Response {
        (site ?? self.site()).answer(RequestHead(target: target))
    }

    @Test(arguments: [
        ("/", "front"), ("/index.html", "front"), ("/?week=1", "front"), ("/stages/interest/", "interest"),
        ("/stages/interest/index.html", "interest"), ("/b%C3%B6/a%20b.html", "odd"),
    ])
    func pagesAreFoundByTheirAddress(_ target: String, _ text: String) {
        let response = get(target)
        #expect(response.status == .ok)
        #expect(String(decoding: response.body, as: UTF8.self).hasSuffix(text))
        #expect(response.headers["Content-Type"] == "text/html; charset=utf-8")
    }

    @Test func filesThatAreNoPagesAreSentAsTheyAre() {
        #expect(get("/style.css") == .file(Array("p {}".utf8), type: .css))
        #expect(get("/data/web.csv").headers["Content-Type"] == "text/csv; charset=utf-8")
    }

    @Test func folderWithoutItsSlashLeadsToItWithOne() {
        let response = get("/stages/interest")
        #expect(response.status == .found)
        #expect(response.headers["Location"] == "/stages/interest/")
        let below = get("/funnel/stages/interest?x", from: site(below: "https://example.org/funnel/"))
        #expect(below.headers["Location"] == "/funnel/stages/interest/")
    }

    @Test(arguments: [
        "/nowhere", "/stages/", "/stages", "/data", "/style.css/", "/index.html/", "//", "//stages/interest",
        "/stages//interest/", "/../index.html", "/%2e%2e/index.html", "/stages/../index.html", "/./index.html",
        "/%252e%252e/index.html", "/stages%2f..%2findex.html", "/INDEX.html", "/huni.yaml", "/output/index.html",
        "//example.org/..",
    ])
    func everyOtherAddressIsTheSitesOwnNotFoundPage(_ target: String) {
        let response = get(target)
        #expect(response.status == .notFound)
        #expect(String(decoding: response.body, as: UTF8.self).hasSuffix("lost"))
    }

    @Test(arguments: ["/%2e%2e%5chuni.yaml", "/a%00", "/a%0aX", "/%", "http://127.0.0.1:8000/", "*"])
    func whatIsNoAddressIsRefused(_ target: String) {
        #expect(get(target).status == .badRequest)
    }

    @Test func siteWithoutANotFoundPageStillAnswers() {
        let response = get("/nowhere", from: site(["index.html": "x"]))
        #expect(response.status == .notFound)
        #expect(!response.body.isEmpty)
    }

    @Test func siteBelowABasePathIsFoundThereAlone() {
        let below = site(below: "https://example.org/funnel/")
        #expect(get("/funnel/", from: below).status == .ok)
        #expect(get("/funnel/stages/interest/", from: below).status == .ok)
        for target in ["/", "/funnel", "/?a"] {
            #expect(get(target, from: below).headers["Location"] == "/funnel/", "\(target)")
        }
        for target in ["/index.html", "/stages/interest/", "/funnels/", "/funnel/funnel/", "/Funnel/"] {
            #expect(get(target, from: below).status == .notFound, "\(target)")
        }
    }

    @Test func pagesReloadThemselvesAndNothingElseDoes() {
        let script = "<script src=\"/.huni/reload.js?1.1\" defer></script>"
        for target in ["/", "/nowhere", "/stages/interest/"] {
            #expect(String(decoding: get(target).body, as: UTF8.self).contains(script), "\(target)")
        }
        #expect(get("/.huni/reload.js").headers["Content-Type"] == "text/javascript; charset=utf-8")
        #expect(get("/.huni/reload.js?1.1").body == get("/.huni/reload.js").body)
        #expect(get("/.huni/changes").followsChanges)
        #expect(get("/.huni/").status == .notFound)
        #expect(get("/.huni/../style.css").status == .notFound)
    }

    @Test func strangersHostIsNotAnswered() {
        for target in ["/", "/.huni/changes", "/nowhere"] {
            let response = site().answer(RequestHead(target: target, host: "example.org:8000"))
            #expect(response.status == .misdirected)
            #expect(!response.followsChanges)
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE"])
    func onlyReadingIsAllowed(_ method: String) {
        let response = site().answer(RequestHead(method: method, target: "/"))
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers["Allow"] == "GET, HEAD")
    }

    @Test func headIsAnsweredWithTheLengthAndNoBody() throws {
        let response = site().answer(RequestHead(method: "HEAD", target: "/"))
        let sent = String(decoding: response.bytes(hasBody: false), as: UTF8.self)
        #expect(sent.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(sent.contains("\r\nContent-Length: \(get("/").body.count)\r\n"))
        #expect(sent.contains("\r\nCache-Control: no-store\r\n"))
        #expect(sent.hasSuffix("\r\n\r\n"))
    }

    @Test func failedBuildStandsAtEveryAddress() {
        let failed = ServedSite(
            address: LocalAddress(port: 8000),
            build: .failed([Diagnostic(.error, "what is wrong")]),
            version: "1.2"
        )
        for target in ["/", "/funnel/", "/style.css", "/nowhere"] {
            let response = get(target, from: failed)
            #expect(response.status == .failed, "\(target)")
            #expect(response.headers["Content-Type"] == "text/html; charset=utf-8")
            #expect(String(decoding: response.body, as: UTF8.self).contains("reload.js?1.2"))
        }
        #expect(get("/.huni/error.css", from: failed).status == .ok)
        #expect(get("/.huni/changes", from: failed).followsChanges)
    }

    @Test(arguments: [
        ("a.html", "text/html; charset=utf-8"), ("A.HTML", "text/html; charset=utf-8"),
        ("a.b.css", "text/css; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"), ("a.json", "application/json; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.jpeg", "image/jpeg"), ("a.webp", "image/webp"), ("a.pdf", "application/pdf"),
        ("a", "application/octet-stream"),
        ("png", "application/octet-stream"), ("a.png/b", "application/octet-stream"), ("", "application/octet-stream"),
    ])
    func typeIsThatOfTheEnding(_ path: String, _ type: String) {
        #expect(MediaType(ofFile: path).text == type)
    }
}
