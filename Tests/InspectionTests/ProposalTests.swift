import Diagnostics
import Funnel
import Records
import Settings
import Testing

@testable import Inspection

@Suite struct InsertionTests {
    private static let old = """
        # My report.
        version: 1
        site: { title: Report }   # short
        sources:
            web:            # four blanks deep
                form: events
                files: web.csv
                columns: { entity: a, time: b, event: c }
            # the end of the sources

        # Now the funnels.
        funnels:
        - id: journey
          source: web
          preset: marketing
        # and nothing more

        """

    private func proposal(_ name: String = "shop.csv") -> SettingsProposal {
        let rows = (0..<30).flatMap { user in
            ["visit", "order"].prefix(user % 2 + 1).enumerated().map { "u\(user),\(day(user)) 1\($0):00,\($1)" }
        }
        return inspect([(name, "user,at,event\n" + rows.joined(separator: "\n"))]).proposal
    }

    @Test func blocksComeBehindTheLastEntryAndNothingElseChanges() throws {
        let text = try SettingsInsertion(of: proposal(), into: Self.old, file: "huni.yaml").text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let kept = Self.old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var rest = kept[...]
        for line in lines where line == rest.first { rest.removeFirst() }
        #expect(rest.isEmpty, "these lines are gone: \(rest)")
        #expect(text.contains("\n    shop:\n      form: events\n") && text.contains("\n- id: shop\n  source: shop\n"))
        let settings = try Settings(yaml: text, file: "huni.yaml")
        #expect(settings.sources.map(\.id) == ["web", "shop"])
        #expect(settings.funnels.map(\.definition.id) == ["journey", "shop"])
    }

    @Test func lineEndsStayAsTheyAre() throws {
        let old = Self.old.replacing("\n", with: "\r\n")
        let text = try SettingsInsertion(of: proposal(), into: old, file: "huni.yaml").text
        #expect(text.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0D })
    }

    @Test func idsThatExistAreRefusedByName() throws {
        let failure = #expect(throws: Failure.self) {
            try SettingsInsertion(of: proposal("web.csv"), into: Self.old, file: "huni.yaml")
        }
        #expect(failure?.diagnostics.map(\.message) == ["'web' is among the sources already"])
        #expect(failure?.diagnostics.first?.position?.line == 5)
    }

    @Test func sectionsInBracesAreRefused() throws {
        let old = """
            version: 1
            site: { title: Report }
            sources: { web: { form: events, files: web.csv, columns: { entity: a, time: b, event: c } } }
            funnels: [ { id: journey, source: web, preset: marketing } ]
            """
        let failure = #expect(throws: Failure.self) {
            try SettingsInsertion(of: proposal(), into: old, file: "huni.yaml")
        }
        #expect(failure?.diagnostics.first?.message.contains("'sources' is written in braces") == true)
    }

    @Test func newSectionsComeToTheEnd() throws {
        let rows = (0..<8).map { "\(day($0)),4.\($0)" }.joined(separator: "\n")
        let measures = inspect([("mail.csv", "date,score\n" + rows)]).proposal
        let text = try SettingsInsertion(of: measures, into: Self.old, file: "huni.yaml").text
        #expect(text.hasSuffix("measures:\n  score: { source: mail, mean: score, name: score }\n"))
    }
}

@Suite struct YAMLWordsTests {
    @Test(
        arguments: [
            "plain", "Deal ID", "% nieuwe sessies", "a: b", "a #b", "#b", " --", "true", "12", "2026-01-02", "", "“x”",
            "a\"b\\c",
            "tab\there", "line\nbreak", "null", "-", "- a", "?", "*a", "&a", "!x", "{a", "[a", "a,b", "@x", "`x", "%x",
            "Şehir",
            "0x1F", "1e3", "a\u{A0}b", "~", "=", "<<", "a'b", "'a'", "|", ">",
        ]
    )
    func everyTextComesBackFromYAML(_ text: String) throws {
        let yaml = """
            version: 1
            site: { title: Report }
            sources:
              web: { form: events, files: web.csv, columns: { entity: a, time: b }, missing: [\(YAMLWords.scalar(text))] }
            funnels:
              - { id: journey, source: web, preset: marketing }
            """
        let source = try #require(try Settings(yaml: yaml, file: "huni.yaml").sources.first)
        #expect(source.format.missing == [text])
    }
}
