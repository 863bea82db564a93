import Testing

struct LanguagesTests {
    private let site = SampleSite(content: [
        "content/stages/order/index.tr.md": Array("# Sipariş\n\nÇay yolda. ![Kutu](kutu.png)\n".utf8),
        "content/stages/order/fast.tr.md": Array("# Hızlı\n\nBir öneri. [Not](index.tr.md)\n".utf8),
        "content/stages/order/gift.tr.md": Array("# Armağan\n\nTürkçe.\n".utf8),
        "content/stages/order/gift.en.md": Array("# Gift\n\nEnglish.\n".utf8),
        "content/stages/order/kutu.png": [1, 2, 3],
    ])

    @Test func aNoteOnlyInTurkishStandsInOnTheEnglishPage() throws {
        let page = try #require(try site.files()["en/stages/order/index.html"])
        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("This text is not available in the language of this page; it is shown in Turkish."))
        #expect(page.contains("<div lang=\"tr\">\n<p>Çay yolda."))
        #expect(page.contains("<h3 lang=\"tr\"><a href=\"fast/index.html\">Hızlı</a></h3>"))
    }

    @Test func aTextInThePagesLanguageIsNotMarked() throws {
        let files = try site.files()
        let page = try #require(files["en/stages/order/gift/index.html"])
        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("<h1>Gift</h1>"))
        #expect(!page.contains("not available"))
        #expect(files["stages/order/index.html"]?.contains("class=\"notice\"") == false)
    }

    @Test func aPlayThatStandsInKeepsThePagesLanguage() throws {
        let page = try #require(try site.files()["en/stages/order/fast/index.html"])
        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("<h1 lang=\"tr\">Hızlı</h1>"))
        #expect(page.contains("<a href=\"../index.html\">Not</a>"))
    }

    @Test func bothLanguagesShowTheSameImage() throws {
        let files = try site.files()
        #expect(files["stages/order/kutu.png"] == "\u{1}\u{2}\u{3}")
        #expect(files["stages/order/index.html"]?.contains("src=\"kutu.png\"") == true)
        #expect(files["en/stages/order/index.html"]?.contains("src=\"../../../stages/order/kutu.png\"") == true)
    }

    @Test func thePageInTheOtherLanguageIsLinked() throws {
        let files = try site.files()
        #expect(files["stages/order/index.html"]?.contains("href=\"../../en/stages/order/index.html\"") == true)
        #expect(files["en/stages/order/index.html"]?.contains("href=\"../../../stages/order/index.html\"") == true)
    }
}
