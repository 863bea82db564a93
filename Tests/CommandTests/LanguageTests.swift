import Foundation
import Testing

/// A site in a language that the program does not speak, from its first file to its mail.
@Suite struct LanguageTests {
    private func german() throws -> Site {
        let site = try Site()
        try site.replace("languages: [en, tr]", by: "languages: [de, en]")
        try site.replace(
            "title: { en: Small report, tr: Küçük rapor }",
            by: "title: { en: Small, de: Kleiner Bericht }"
        )
        try site.replace(
            "      - id: awareness\n",
            by: "      - id: awareness\n        name: { de: Bekanntheit, en: Awareness }\n"
        )
        try site.replace(
            "      - id: interest\n",
            by: "      - id: interest\n        name: { en: Interest }\n"
        )
        let texts = try site.run("help", "strings", "de").output
            .replacing("  # title: \"Week {number}, {year}\"", with: "  title: \"Woche {number}, {year}\"")
            .replacing("  # this_week: \"This week\"", with: "  this_week: \"Diese Woche\"")
            .replacing(
                "# points: { one: \"{number} point\", other: \"{number} points\" }",
                with: "points: \"{number} P.\""
            )
        try site.write(texts, to: "i18n/de.yaml")
        return site
    }

    @Test func aLanguageWithoutTextsIsAnErrorThatSaysHowToBegin() throws {
        let site = try Site()
        try site.replace("languages: [en, tr]", by: "languages: [en, de]")
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(
            run.errors
                == "huni.yaml:4:19: error: no such language 'de'\n  Here are: tr, en. Another one takes its texts in "
                + "i18n/de.yaml; `huni help strings de` prints what to translate.\n"
        )
    }

    @Test func aSiteSpeaksTheLanguageOfItsOwnTexts() throws {
        let site = try german()
        let run = try site.run("build")
        #expect(run.status == 0)
        #expect(run.output.contains("\nweek     Woche 4"))
        let page = try site.text("output/index.html")
        #expect(page.contains("<html lang=\"de\">") && page.contains(">Diese Woche</a>"))
        #expect(page.contains("Bekanntheit") && page.contains("Kleiner Bericht"))
        #expect(try site.text("output/en/index.html").contains("<html lang=\"en\">"))
        #expect(try site.run("build", "--message").output.hasPrefix("Woche 4"))
        let mail = try site.run("mail", "2026-W44", "--language", "de")
        #expect(mail.output.contains("From: Kleiner Bericht"))
        #expect(mail.output.contains("Woche 44"))
    }

    @Test func checkNamesWhatIsMissingWithItsPlace() throws {
        let site = try german()
        let run = try site.run("check")
        #expect(run.status == 1)
        let lines = try site.text("i18n/de.yaml").components(separatedBy: "\n")
        let line = try #require(lines.firstIndex(of: "nav:")) + 1
        #expect(run.errors.contains("i18n/de.yaml:\(line):1: warning: 8 texts are missing in 'nav': archive, label,"))
        #expect(
            run.errors.contains("huni.yaml:")
                && run.errors.contains("stage 'interest' has no name in the language 'de'")
        )
        #expect(!run.errors.contains("stage 'awareness' has no name"))
        #expect(try site.run("build", "--strict").status == 1)
    }

    @Test func theMachinesLocaleChangesNoByte() throws {
        let site = try german()
        try site.run("build").expectSuccess()
        let before = try site.snapshot()
        try site.remove("output")
        let far = ["TZ": "Pacific/Auckland", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "ar"]
        try site.run(["build"], environment: far).expectSuccess()
        #expect(try site.snapshot() == before)
    }

    @Test func aNewSiteBeginsWithItsTexts() throws {
        let site = try Site([:])
        try site.run("init", "--lang", "de,en", "--preset", "marketing").expectSuccess()
        #expect(try site.text("i18n/de.yaml").contains("one text for all numbers, or a form each of: one, other."))
        try site.run("build").expectSuccess()
        #expect(try site.text("output/index.html").contains("texts of this report have no translation yet"))
        let alone = try Site([:])
        try alone.run("init", "--lang", "pl").expectSuccess()
        #expect(alone.exists("content/stages/awareness/index.md"))
        try alone.run("build").expectSuccess()
        #expect(try alone.text("output/index.html").contains("<html lang=\"pl\">"))
    }

    @Test func aFileOfTextsThatLinksOutOfTheSiteIsRefused() throws {
        let site = try german()
        try site.remove("i18n/de.yaml")
        try Data("nav:\n".utf8).write(to: URL(filePath: site.logs + "/de.yaml"))
        try site.link("i18n/de.yaml", to: site.logs + "/de.yaml")
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.errors.contains("'i18n/de.yaml' is a link that leaves the site's folder"))
    }
}
