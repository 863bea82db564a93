import Testing

@testable import Site

struct AddressTests {
    @Test(arguments: [
        ("index.html", "archive/index.html", "archive/index.html"),
        ("archive/index.html", "index.html", "../index.html"),
        ("index.html", "index.html", "index.html"),
        ("archive/index.html", "archive/index.html", "index.html"),
        ("weeks/2026-W01/index.html", "weeks/2025-W52/index.html", "../2025-W52/index.html"),
        ("weeks/2026-W01/index.html", "stages/order/index.html", "../../stages/order/index.html"),
        ("stages/order/fast/index.html", "stages/order/index.html", "../index.html"),
        ("stages/order/index.html", "stages/order/fast/index.html", "fast/index.html"),
        ("en/index.html", "index.html", "../index.html"),
        ("index.html", "en/index.html", "en/index.html"),
        ("en/stages/order/index.html", "stages/order/box.png", "../../../stages/order/box.png"),
        ("en/archive/index.html", "archive/index.html", "../../archive/index.html"),
        ("a/b/index.html", "a/index.html", "../index.html"),
        ("404.html", "method/index.html", "method/index.html"),
    ])
    func linksAreRelativeAndNameTheirFile(from: String, to: String, link: String) {
        #expect(Address(from).link(to: Address(to)) == link)
    }

    @Test(arguments: [("index.html", ""), ("archive/index.html", "../"), ("en/weeks/2026-W01/index.html", "../../../")])
    func theRootIsAsFarUpAsThereAreFolders(path: String, root: String) {
        #expect(Address(path).root == root)
    }

    @Test func onlyFurtherLanguagesHaveAFolder() {
        #expect(Address.archive.inLanguage("tr", of: ["tr", "en"]).path == "archive/index.html")
        #expect(Address.archive.inLanguage("en", of: ["tr", "en"]).path == "en/archive/index.html")
    }
}
