import Testing

@testable import Serving

@Suite struct RequestPathTests {
    @Test(arguments: [
        ("/", "/"), ("/a/b.html", "/a/b.html"), ("/a?b=/c", "/a"), ("/%61%2Fb", "/a/b"), ("/%c3%B6", "/ö"),
        ("/ö", "/ö"),
        ("/%252e%252e/", "/%2e%2e/"), ("/%2e%2E/x", "/../x"), ("//a", "//a"), ("/a+b", "/a+b"),
    ])
    func targetIsDecodedOnce(_ target: String, _ path: String) {
        #expect(RequestPath(target: target)?.text == path)
    }

    @Test(arguments: [
        "", "a", "*", "http://127.0.0.1:8000/", "/%", "/%4", "/%zz", "/%4\u{0}", "/a%00", "/a%0d%0aX:%20y", "/a\\b",
        "/..%5cb", "/%7f", "/%ff", "/%c3", "?a",
    ])
    func whatIsNoPathIsRefused(_ target: String) {
        #expect(RequestPath(target: target) == nil)
    }

    @Test(arguments: [("/funnel/", "/funnel/"), ("/a b/ö%\r", "/a%20b/%C3%B6%25%0D")])
    func pathIsEncodedForALine(_ path: String, _ encoded: String) {
        #expect(RequestPath.encoded(path) == encoded)
    }
}
