import Testing

@testable import Serving

/// Whom the server answers, and below which path.
@Suite struct AddressTests {
    private let address = LocalAddress(port: 8000)

    @Test(arguments: ["localhost:8000", "LocalHost:8000", "127.0.0.1:8000", "[::1]:8000"])
    func thisMachinesNamesAreAnswered(_ host: String) {
        #expect(address.isMeant(by: host))
    }

    @Test(arguments: [
        "localhost", "127.0.0.1", "localhost:80", "localhost:8001", "example.org", "example.org:8000",
        "127.0.0.1.nip.io:8000",
        "localhost.:8000", "evil-localhost:8000", "localhost:8000, example.org", "", "0.0.0.0:8000", "192.168.0.2:8000",
    ])
    func otherNamesAreNotAnswered(_ host: String) {
        #expect(!address.isMeant(by: host))
    }

    @Test func theUsualPortMayBeLeftOut() {
        #expect(LocalAddress(port: 80).isMeant(by: "localhost"))
        #expect(LocalAddress(port: 80).isMeant(by: "localhost:80"))
    }

    @Test(arguments: [
        (nil, "/"), ("https://example.org", "/"), ("https://example.org/", "/"),
        ("https://example.org/funnel", "/funnel/"),
        ("https://example.org/funnel/", "/funnel/"), ("http://example.org:8080/a/b/", "/a/b/"),
        ("https://example.org/a?b=/c", "/a/"), ("https://example.org/b%C3%B6/", "/bö/"),
        ("https://example.org/%zz/", "/"),
    ])
    func basePathIsThatOfThePublicAddress(_ url: String?, _ path: String) {
        #expect(BasePath(publicAddress: url).text == path)
    }

    @Test func addressIsOneToTypeIn() {
        #expect(address.url(.top) == "http://127.0.0.1:8000/")
        #expect(address.url(BasePath(publicAddress: "https://x.org/bö/c")) == "http://127.0.0.1:8000/b%C3%B6/c/")
    }
}
