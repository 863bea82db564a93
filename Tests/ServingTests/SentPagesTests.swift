import Diagnostics
import Testing

@testable import Serving

/// What is done to pages on their way, and the page that is shown instead of all.
@Suite struct SentPagesTests {
    private func sent(_ page: String) -> String {
        String(decoding: ReloadingPage(Array(page.utf8), version: "7.1").html, as: UTF8.self)
    }

    private let script = "<script src=\"/.huni/reload.js?7.1\" defer></script>\n"

    @Test func scriptStandsAtTheEndOfTheHead() {
        #expect(sent("<head><title>a</title></head><p></head>") == "<head><title>a</title>\(script)</head><p></head>")
    }

    @Test func pageWithoutAHeadStillReloads() {
        #expect(sent("<!DOCTYPE html><title>a</title><p>b") == "<!DOCTYPE html><title>a</title><p>b\(script)")
    }

    @Test func policyOfThePageIsWidenedAndNothingElse() {
        let before =
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'\"><b></head>"
        let after = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; "
        #expect(sent(before) == after + "script-src 'self'; connect-src 'self'\"><b>\(script)</head>")
    }

    @Test func policyInTheTextIsLeftAlone() {
        let text = "<head></head><code>http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"</code>"
        #expect(sent(text) == "<head>\(script)</head><code>" + text.dropFirst("<head></head><code>".count))
    }

    @Test(arguments: [
        ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
        ("script-src 'none'; connect-src https://a.org", "script-src 'self'; connect-src https://a.org 'self'"),
        (
            "default-src https://a.org 'self';",
            "default-src https://a.org 'self'; script-src https://a.org 'self'; "
                + "connect-src https://a.org 'self'"
        ),
        ("img-src 'self'", "img-src 'self'"), ("", ""), (" ; ;", ""),
        ("SCRIPT-SRC 'none'; script-src https://a.org", "script-src 'self'; script-src https://a.org"),
    ])
    func policyLetsTheScriptInAndOut(_ before: String, _ after: String) {
        #expect(SecurityPolicy(before).allowing(["script-src", "connect-src"]).text == after)
    }

    private let problems = [
        Diagnostic(
            at: SourcePosition(file: "content/<a>.md", line: 3, column: 9),
            "'\"><script>alert(1)</script>' is no title & never was",
            remedy: "Did you mean <b>?\nWrite it."
        ),
        Diagnostic(.warning, at: SourcePosition(file: "huni.yaml"), "small"),
        Diagnostic(.error, "no place"),
    ]

    @Test func everyProblemIsShownEscaped() {
        let page = String(decoding: ErrorPage(problems).html, as: UTF8.self)
        #expect(page.contains("<p class=\"place\">content/&lt;a&gt;.md:3:9</p>"))
        #expect(page.contains("'&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;' is no title &amp; never was</p>"))
        #expect(page.contains("<p class=\"remedy\">Did you mean &lt;b&gt;?\nWrite it.</p>"))
        #expect(
            page.contains("<p class=\"place\">huni.yaml</p>\n<p class=\"message\"><strong>warning:</strong> small</p>")
        )
        #expect(page.contains("<p class=\"message\"><strong>error:</strong> no place</p>"))
        #expect(!page.contains("<script") && !page.contains("<a>") && !page.contains("<b>"))
    }

    @Test func errorsAreCountedAndWarningsAreNot() {
        #expect(String(decoding: ErrorPage(problems).html, as: UTF8.self).contains("cannot be built: 2 errors</title>"))
        let one = String(decoding: ErrorPage([Diagnostic(.error, "a")]).html, as: UTF8.self)
        #expect(one.contains("cannot be built: 1 error</title>"))
    }

    @Test func errorPageLetsOnlyItsOwnScriptIn() {
        let page = sent(String(decoding: ErrorPage(problems).html, as: UTF8.self))
        #expect(
            page.contains(
                "content=\"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "script-src 'self'; connect-src 'self'\""
            )
        )
        #expect(page.contains(script + "</head>"))
    }
}
