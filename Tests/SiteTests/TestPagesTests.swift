import Diagnostics
import Testing

/// The page of tests, and feedback on stage pages.
struct TestPagesTests {
    @Test func atTheSetSampleThePageHasTheVerdictItsIntervalAndTheForestPlot() throws {
        let files = try FormSite.variants().files()
        let page = try #require(files["en/tests/index.html"])
        #expect(page.contains("b is better: difference at Sign-up +18.9 points"))
        #expect(page.contains("Dealt out as intended: a 219, b 219"))
        #expect(page.contains("Entrants needed a variant"))
        #expect(page.contains("id=\"test-button-forest-title\"") && page.contains("Sign-up, from entry"))
        #expect(rows(of: page).contains { $0.prefix(2) == ["a", "Sign-up"] && $0.contains("control") })
        let turkish = try #require(files["tests/index.html"])
        #expect(turkish.contains("<h2>Düğme</h2>") && turkish.contains("b daha iyi: Kayıt oranında fark +18,9 puan"))
    }

    @Test func beforeItThePageSaysThatTheTestIsRunningAndDrawsNothing() throws {
        let page = try #require(try FormSite.variants("baseline: 0.2, detect: 2pp").files()["tests/index.html"])
        #expect(page.contains("Sürüyor: belirlenen örnek dolmadan hüküm verilmez."))
        #expect(!page.contains("daha iyi") && !page.contains("test-button-forest"))
    }

    @Test func aPlayWithATestBehindItShowsTheTestsResult() throws {
        let text = "---\ntitle: Düğme\nstarted: 2026-W23\ntest: button\n---\nYeni düğme.\n"
        var site = FormSite.variants()
        site.content = ["content/stages/signup/button.md": text]
        let result = /Test<\/dt>\n<dd>Button\. b is better: difference at Sign-up \+18\.9 points \([+0-9. …]+\)\./
        let files = try site.files()
        for path in ["en/stages/signup/index.html", "en/stages/signup/button/index.html"] {
            let page = try #require(files[path])
            #expect(page.contains(result), "\(path)")
        }
        var running = FormSite.variants("baseline: 0.2, detect: 2pp")
        running.content = site.content
        let page = try #require(try running.files()["stages/signup/button/index.html"])
        #expect(
            page.contains("<dd>Düğme. Sürüyor: belirlenen örnek dolmadan hüküm verilmez. Sürüm başına gereken giriş ")
        )
    }

    @Test func aPlayOfATestThatThereIsNotIsNamed() throws {
        var site = FormSite.variants()
        site.content = ["content/stages/signup/button.md": "---\ntitle: A\ntest: buton\n---\nB.\n"]
        let failure = #expect(throws: Failure.self) { try site.files() }
        #expect(
            failure?.diagnostics.map(\.description) == [
                "content/stages/signup/button.md:3:7: error: there is no test 'buton'\n"
                    + "  Did you mean 'button'? Tests are button."
            ]
        )
    }

    @Test func withoutASetSampleThereIsNoVerdict() throws {
        let page = try #require(try FormSite.variants("power: 0.9").files()["en/tests/index.html"])
        #expect(page.contains("No sample was set beforehand") && !page.contains("is better"))
    }

    @Test func thePageIsInTheMenuOnlyWhereThereIsATest() throws {
        #expect(try FormSite.variants().files()["method/index.html"]?.contains(">Testler</a>") == true)
        #expect(try FormSite.counts(weeks: 8).files()["tests/index.html"] == nil)
    }

    @Test func feedbackStandsWithItsThemesOnThePageOfItsStage() throws {
        let files = try FormSite.variants().files()
        let order = try #require(files["en/stages/order/index.html"])
        #expect(order.contains("Complaints: themes"))
        #expect(
            rows(of: order).contains(["late", "3", "3", "0"]) && rows(of: order).contains(["broken", "1", "1", "0"])
        )
        let signup = try #require(files["en/stages/signup/index.html"])
        #expect(rows(of: signup).contains(["price", "7", "7", "0"]) && !signup.contains("broken"))
    }
}
