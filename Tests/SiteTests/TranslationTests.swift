import Diagnostics
import Foundation
import Testing

@testable import Site

/// Languages that a site brings with it.
struct TranslationTests {
    /// All texts: the language's own where they are given, for the rest English ones that begin with `¿`.
    private func whole(_ language: String, _ own: [String: String]) throws -> String {
        let lines = try SiteMaker.textsToTranslate(into: language).split(separator: "\n").dropFirst(6)
        return lines.map { line -> String in
            guard let mark = line.range(of: "# ") else { return String(line) }
            let (indent, text) = (line[..<mark.lowerBound], line[mark.upperBound...])
            let key = String(text.prefix { $0 != ":" })
            if key == "locale" { return "locale: \(language)" }
            return String(indent) + (own[key].map { "\(key): \($0)" } ?? text.replacing(": \"", with: ": \"¿"))
        }
        .joined(separator: "\n") + "\n"
    }

    private let german = [
        "this_week": "Diese Woche", "ordinary": "{ other: \"Eine gewöhnliche Woche: {count} {noun} im Trichter\" }",
        "noun": "{ one: Person, other: Personen }", "points": "{ one: \"{number} Punkt\", other: \"{number} Punkte\" }",
        "h1_running": "\"Laufende Woche: bisher {count} {noun}\"",
    ]

    private func site(_ texts: String, _ languages: [String] = ["de", "en"]) -> SampleSite {
        let file = "i18n/\(languages[0]).yaml"
        return SampleSite(languages: languages, texts: [file: texts])
    }

    private func problems(_ texts: String, _ language: String = "de") throws -> [String] {
        let path = "i18n/\(language).yaml"
        return try Translation(path, Array(texts.utf8), language: language).problems.map { "\($0)" }
    }

    @Test func aWholeTranslationIsWithoutFault() throws {
        #expect(try problems(whole("de", german)).isEmpty)
        #expect(try problems(whole("pl", [:]), "pl").isEmpty)
    }

    @Test func noEnglishTextIsLeftOnAPageOfAWholeTranslation() throws {
        let english = try Phrasebook(language: "en")
        let words = try Words(
            language: "de",
            own: Translation("i18n/de.yaml", Array(whole("de", german).utf8), language: "de")
        )
        #expect(words.phrasebook.untranslated == 0)
        for name in english.names where name != "locale" {
            let (own, other) = (words.phrasebook.text(name) ?? "", english.text(name) ?? "")
            #expect(own != other || own.isEmpty, "\(name)")
        }
        let page = try #require(try site(whole("de", german)).files()["index.html"])
        #expect(page.contains("<html lang=\"de\">"))
        #expect(!page.contains("no translation yet"))
        #expect(page.contains(">Diese Woche</a>"))
        #expect(page.contains("Personen"))
    }

    @Test func pagesLieByLanguageAndPointToEachOther() throws {
        var site = try site(whole("de", german), ["tr", "en", "de"])
        site.texts = ["i18n/de.yaml": try whole("de", german)]
        site.baseURL = "https://example.org/"
        site.content = [
            "content/stages/order/index.de.md": Array("# Bestellung\n\nKurz.\n".utf8),
            "content/stages/order/schnell.de.md": Array("---\ntitle: Schneller\n---\nSo geht es.\n".utf8),
        ]
        let files = try site.files()
        let page = try #require(files["de/index.html"])
        #expect(page.contains("hreflang=\"tr\" href=\"../index.html\""))
        #expect(page.contains("hreflang=\"en\" href=\"../en/index.html\""))
        #expect(page.contains("<a href=\"../index.html\" lang=\"tr\" hreflang=\"tr\">Türkçe</a>"))
        #expect(
            files["index.html"]?.contains("<a href=\"de/index.html\" lang=\"de\" hreflang=\"de\">Deutsch</a>") == true
        )
        #expect(page.contains("<meta property=\"og:locale\" content=\"de\">"))
        #expect(files["de/feed.xml"]?.contains("xml:lang=\"de\"") == true)
        #expect(files["sitemap.xml"]?.contains("hreflang=\"de\" href=\"https://example.org/de/index.html\"") == true)
        #expect(files["de/stages/order/index.html"]?.contains("<p>Kurz.") == true)
        #expect(files["de/stages/order/schnell/index.html"]?.contains("<h1>Schneller</h1>") == true)
        #expect(files["de/glossary/index.html"]?.contains("<small lang=\"tr\">Aşama</small>") == true)
        #expect(files["en/glossary/index.html"]?.contains("<small lang=\"de\">¿Stage</small>") == true)
    }

    @Test func numbersAndDatesAreTheLanguagesOwn() throws {
        let page = try #require(try site(whole("de", german)).files()["index.html"])
        let plain = page.replacing(/<[^>]*>/, with: " ").replacing("\u{a0}", with: " ").replacing("\u{2009}", with: "")
        #expect(plain.contains(/\d,\d %/))
        #expect(!plain.contains(/\d\.\d%/))
        #expect(plain.contains(" 2026"))
    }

    @Test func missingTextsAreNamedAtTheirGroupAndStandInEnglish() throws {
        let texts = try whole("de", german).replacing("  skip: \"¿Skip to content\"\n", with: "")
            .replacing(/mail:\n(  .*\n)+/, with: "")
        let found = try problems(texts)
        #expect(
            found.first
                == "i18n/de.yaml:1:1: warning: a text is missing: mail (8 texts)\n  English stands for it."
        )
        #expect(
            found.last
                == "i18n/de.yaml:2:1: warning: a text is missing in 'nav': skip\n  English stands for it."
        )
        let page = try #require(try site(texts).files()["index.html"])
        #expect(page.contains("href=\"#main\">Skip to content</a>"))
        #expect(page.contains("<p>¿9 texts of this report have no translation yet and stand in English.</p>"))
    }

    @Test func anEmptyFileIsAllEnglish() throws {
        for texts in ["", "# nothing yet\n", "nav:\n", try SiteMaker.textsToTranslate(into: "de")] {
            let page = try #require(try site(texts).files()["index.html"])
            #expect(page.contains("<html lang=\"de\">") && page.contains("stand in English"))
        }
    }

    @Test func unknownNamesAreNamedWithTheNearestOne() throws {
        let found = try problems("nav:\n  pipelin: Vertrieb\n  label: Haupt\n")
        #expect(
            found.contains(
                "i18n/de.yaml:2:3: warning: no text is called 'nav.pipelin'\n  Did you mean 'nav.pipeline'?"
            )
        )
    }

    @Test func aValueThatIsNotThereStopsTheBuild() throws {
        let texts = "week:\n  name: \"Woche {nummer}\"\n"
        #expect(
            try problems(texts).contains(
                "i18n/de.yaml:2:9: error: 'week.name' has no value {nummer}\n"
                    + "  Did you mean {number}? Its values are: {number}."
            )
        )
        #expect(throws: Failure.self) { try site(texts).files() }
    }

    @Test func aValueLeftOutIsNamed() throws {
        #expect(
            try problems("week:\n  name: Woche\n").contains(
                "i18n/de.yaml:2:9: warning: 'week.name' leaves out {number}\n  The English text shows it."
            )
        )
    }

    @Test func formsThatALanguageLacksOrDoesNotHaveAreNamed() throws {
        let few = try problems(
            "points: { one: \"{number} punkt\", few: \"{number} punkty\", other: \"{number} p.\" }\n",
            "pl"
        )
        #expect(
            few.contains(
                "i18n/pl.yaml:1:1: warning: 'points' lacks the form 'many'\n  Until then the form 'other' stands."
            )
        )
        #expect(
            try problems("points: { few: \"{number}\", other: \"{number} Punkte\" }\n").contains(
                "i18n/de.yaml:1:11: warning: the language has no form 'few'\n  Its forms are: one, other."
            )
        )
        #expect(
            try problems("nav: { label: { one: A, other: B } }\n").contains(
                "i18n/de.yaml:1:8: warning: 'nav.label' must be one text\n  It does not depend on a number."
            )
        )
    }

    @Test func polishFormsFollowTheNumber() throws {
        let texts = """
            noun: { one: osoba, few: osoby, many: osób, other: osoby }
            duration:
              days: { one: "{count} dzień", few: "{count} dni", many: "{count} dni", other: "{count} dnia" }
            story:
              ordinary: { one: "Weszła {count} {noun}", few: "Weszły {count} {noun}", many: "Weszło {count} {noun}", other: "Weszło {count} {noun}" }

            """
        let words = try Words(language: "pl", own: Translation("i18n/pl.yaml", Array(texts.utf8), language: "pl"))
        let told = [1, 2, 5, 12, 22, 100].map { count in
            let values = ["count": String(count), "noun": words.noun(nil, count)] as KeyValuePairs
            return words.say("story.ordinary", values, plural: PluralNumber(count))
        }
        #expect(
            told == [
                "Weszła 1 osoba", "Weszły 2 osoby", "Weszło 5 osób", "Weszło 12 osób", "Weszły 22 osoby",
                "Weszło 100 osób",
            ]
        )
        #expect(words.duration(86_400 * 5) == "5 dni")
        #expect(words.points(0.021) == "+2,1 points")
    }

    @Test func anArabicFormForTwoMaySayItsNumberInAWord() throws {
        let texts = """
            duration:
              days: { zero: "بلا أيام", one: "يوم واحد", two: "يومان", few: "{count} أيام", many: "{count} يومًا", other: "{count} يوم" }

            """
        let found = try problems(texts, "ar")
        #expect(!found.contains { $0.contains("leaves out") })
        #expect(found.contains { $0.contains("written from right to left") })
        let words = try Words(language: "ar", own: Translation("i18n/ar.yaml", Array(texts.utf8), language: "ar"))
        #expect(words.duration(2 * 86_400) == "يومان")
    }

    @Test func markupInATextIsNoMarkup() throws {
        let page = try site("nav:\n  this_week: \"<b>Jetzt</b> & hier\"\n").files()["index.html"]
        #expect(page?.contains("&lt;b&gt;Jetzt&lt;/b&gt; &amp; hier") == true)
        #expect(page?.contains("<b>Jetzt") == false)
    }

    @Test func faultsOfTheFileItselfAreNamed() throws {
        #expect(try problems("nav: {").first?.hasPrefix("i18n/de.yaml:") == true)
        #expect(try problems("a\n").contains { $0.contains("a list of texts is expected") })
        #expect(try problems("", "by").first?.contains("no language has the code 'by'") == true)
        #expect(try problems("locale: de_XX\n").contains { $0.contains("there is no locale 'de_XX'") })
    }

    @Test func textsOfALanguageThatIsNotShownAreNamed() throws {
        var site = SampleSite()
        site.texts = ["i18n/de.yaml": ""]
        let (maker, report) = try site.made()
        #expect(maker.warnings(for: report).map(\.message) == ["the site does not show the language 'de'"])
    }

    @Test func stagesWithoutANameInTheLanguageAreNamed() throws {
        let (maker, report) = try site(whole("de", german)).made()
        #expect(
            maker.warnings(for: report).map(\.message)
                == ["visit", "signup", "order"].map { "stage '\($0)' has no name in the language 'de'" }
        )
    }
}

/// Lists in the order of their language.
struct CollationTests {
    private func sorted(_ locale: String, _ names: [String]) -> [String] {
        names.sorted { Formats(locale: locale).lists($0, before: $1) }
    }

    @Test func turkishPutsItsOwnLettersBehindTheirLikes() {
        let names = [
            "ıspanak", "içecek", "çay", "dergi", "cam", "İzmir", "şeker", "su", "Ilık", "öğle", "otel", "ğ", "g", "h",
        ]
        #expect(
            sorted("tr_TR", names)
                == [
                    "cam", "çay", "dergi", "g", "ğ", "h", "Ilık", "ıspanak", "içecek", "İzmir", "otel", "öğle", "su",
                    "şeker",
                ]
        )
    }

    @Test func otherLanguagesHaveOtherOrders() {
        let names = ["Zebra", "Öl", "Apfel", "Ofen", "Äpfel"]
        #expect(sorted("de_DE", names) == ["Apfel", "Äpfel", "Ofen", "Öl", "Zebra"])
        #expect(sorted("sv_SE", names) == ["Apfel", "Ofen", "Zebra", "Äpfel", "Öl"])
    }

    @Test func freePagesGoByTitleInTheLanguagesOrder() throws {
        var site = SampleSite()
        for (name, title) in [
            ("a", "Üyelik"), ("b", "Çay"), ("c", "Cam"), ("d", "Işık"), ("e", "İade"), ("f", "Ilıca"),
        ] {
            site.content["content/pages/\(name).tr.md"] = Array("---\ntitle: \(title)\n---\nMetin.\n".utf8)
        }
        let page = try #require(try site.files()["index.html"])
        let foot = page.components(separatedBy: "<footer").last ?? ""
        let places = ["Cam", "Çay", "Ilıca", "Işık", "İade", "Üyelik"].map { foot.range(of: ">\($0)<")?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }
}
