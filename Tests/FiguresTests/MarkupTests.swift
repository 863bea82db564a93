import Testing

@testable import Figures

@Suite struct MarkupTests {
    @Test(arguments: [
        (0.0, "0.0"), (-0.0, "0.0"), (-0.04, "0.0"), (-0.06, "-0.1"), (-12.34, "-12.3"), (0.05, "0.1"), (96, "96.0"),
        (9.96, "10.0"), (33.333_3, "33.3"),
    ])
    func positionsHaveOneDecimalAndZeroNoSign(value: Double, text: String) {
        #expect(oneDecimal(value) == text)
    }

    @Test func fiveCharactersAreEscaped() {
        #expect(escaped("<a href='b'>\"&amp;\"</a>") == "&lt;a href=&#39;b&#39;&gt;&quot;&amp;amp;&quot;&lt;/a&gt;")
        #expect(escaped("ığüşöç İ\u{301}\u{0}") == "ığüşöç İ\u{301}\u{0}")
    }

    @Test func attributesKeepTheirOrderAndAreEscaped() {
        var markup = Markup()
        markup.mark("rect", ["y": "1", "x": "\"2\""])
        #expect(markup.text == "<rect y=\"1\" x=\"&quot;2&quot;\"/>\n")
    }

    @Test func aRemarkReadsItsSignAloud() {
        let remark = Remark("−%5,0", tone: .bad, symbol: "▼", spoken: "Düşüş:")
        let sign = "<span aria-hidden=\"true\">▼</span>\u{a0}<span class=\"vh\">Düşüş: </span>"
        #expect(remark.html() == "<span class=\"d bad\">\(sign)−%5,0</span>")
        #expect(Remark("az", tone: .plain).html() == "<span class=\"d plain\">az</span>")
    }
}
