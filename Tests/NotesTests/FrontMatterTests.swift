import Calendars
import Diagnostics
import Foundation
import Notes
import Testing

@Suite struct FrontMatterTests {
    @Test func everyKeyOfAPlayIsRead() throws {
        let note = try #require(
            reading(
                """
                ---
                title: "İlk: mektup"
                when: "rate < target"
                kpi: rate
                effort: 3
                owner: İçerik ekibi
                channels: [ads, organic]
                audience: trial
                started: 2026-W40
                review: 2026-11-16
                weight: -5
                draft: true
                aliases: old/letter.html
                ---
                Text
                """
            ).note
        )
        let matter = note.frontMatter
        #expect(note.title == "İlk: mektup")
        #expect(matter.when?.text == "rate < target")
        #expect(matter.when?.position.description == "n.md:3:8")
        #expect(matter.kpi == "rate")
        #expect(matter.effort == 3)
        #expect(matter.owner == "İçerik ekibi")
        #expect(matter.channels == ["ads", "organic"])
        #expect(matter.audience == "trial")
        #expect(matter.started == WeekOrDate("2026-W40"))
        #expect(matter.review == WeekOrDate("2026-11-16"))
        #expect(matter.weight == -5)
        #expect(matter.isDraft)
        #expect(matter.aliases.map { "\($0.position) \($0.text)" } == ["n.md:13:10 old/letter.html"])
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        let matter = try #require(reading("Text").note).frontMatter
        #expect(matter.title == nil)
        #expect(matter.effort == 2)
        #expect(matter.weight == 100)
        #expect(!matter.isDraft)
        #expect(matter.channels.isEmpty)
    }

    @Test func severalFaultsAreReportedAtOnce() {
        let faults = reading(
            """
            ---
            title: [a]
            started: 2026-W54
            channels: [ads, {}]
            draft: maybe
            titel: x
            ---
            """
        ).faults
        #expect(
            faults == [
                "2:8 error: 'title' must be a text",
                "3:10 error: 'started' must be a week or a date that exists",
                "4:17 error: 'channels' must be a text",
                "5:8 error: 'draft' must be true or false",
                "6:1 error: unknown key 'titel'",
            ]
        )
    }

    @Test func theNearestKeyIsSuggested() {
        #expect(reading("---\nefort: 1\n---\n").problems.first?.remedy == "Did you mean 'effort'?")
    }

    @Test func columnsCountBytes() {
        #expect(reading("---\n{ title: çay, 'ığ': 1 }\n---\n").faults == ["2:16 error: unknown key 'ığ'"])
    }

    @Test func aRepeatedKeyIsShownWhereItStandsAgain() {
        let result = reading("---\ntitle: A\nkpi: x\ntitle:\n  B\neffort: 9\n---\nText")
        #expect(
            result.faults == [
                "4:1 error: 'title' is written twice", "6:9 error: 'effort' must be a whole number from 1 to 3",
            ]
        )
        #expect(result.note?.title == "A")
    }

    @Test func keysOfPlaysAreRefusedInStageNotes() {
        let result = reading("---\ntitle: A\neffort: 1\n---\n", NoteOptions(kind: .stage))
        #expect(result.faults == ["3:1 error: 'effort' belongs to plays only"])
        #expect(result.problems.first?.description.hasPrefix("n.md:3:1: error: ") == true)
    }

    @Test(arguments: [
        ("---\ntitle: A\n", "1:1 error: the front matter never ends"),
        (
            "---\ntitle: \"A\nkpi: x\n---\nText",
            "3:7 error: broken YAML: found unexpected end of stream, while scanning a quoted scalar from line 2"
        ),
        ("---\ntitle: a: b\n---\n", "2:9"),
        ("---\ntitle: [a\n---\n", "3:1"),
        ("---\ntitle: \u{1}\n---\n", "2:8"),
    ])
    func brokenFrontMatterIsNoNote(text: String, place: String) {
        let result = reading(text)
        #expect(result.note == nil)
        #expect(result.faults.count == 1)
        #expect(result.faults.first?.hasPrefix(place) == true, "\(result.faults)")
    }

    @Test func aListIsNoFrontMatter() {
        #expect(reading("---\n- a\n---\nx").faults == ["2:1 error: the front matter is no list of keys and values"])
    }
}

/// Where the words of a condition stand, however YAML writes it.
@Suite struct PlacedTextTests {
    private func place(of word: String, when value: String) throws -> String {
        let note = try #require(reading("---\ntitle: A\nwhen: \(value)\nweight: 1\n---\nText").note)
        let text = try #require(note.frontMatter.when)
        let start = try #require(text.text.range(of: word)).lowerBound
        return "\(text.position(at: text.text.utf8.distance(from: text.text.startIndex, to: start)))"
    }

    @Test func aPlainTextStandsAsItIs() throws {
        #expect(try place(of: "target", when: "rate < target") == "n.md:3:14")
    }

    @Test func quotesAreNotPartOfIt() throws {
        #expect(try place(of: "target", when: "'rate < target'") == "n.md:3:15")
        #expect(try place(of: "target", when: "\"rate < target\"") == "n.md:3:15")
    }

    @Test func escapedQuotesTakeTwoPlaces() throws {
        #expect(try place(of: "and", when: #""signal = \"up\" and lost > 1""#) == "n.md:3:24")
        #expect(try place(of: "and", when: "'signal = ''up'' and lost > 1'") == "n.md:3:24")
    }

    @Test func foldedLinesAreFoundWhereTheyStand() throws {
        #expect(try place(of: "change", when: "rate < target\n  and change < 0") == "n.md:4:7")
        #expect(try place(of: "change", when: ">\n  rate < target\n  and change < 0") == "n.md:5:7")
        #expect(try place(of: "rate", when: ">-\n  rate < target\n  and change < 0") == "n.md:4:3")
        #expect(try place(of: "change", when: "|\n    rate < target\n    and change < 0") == "n.md:5:9")
        #expect(try place(of: "change", when: "\"rate < target\n  and change < 0\"") == "n.md:4:7")
    }

    @Test func lettersOfTwoBytesCountTwo() throws {
        #expect(try place(of: "<", when: "measure(\"Açma oranı\") < 1") == "n.md:3:31")
    }

    @Test func everyKeysValueHasAPlace() throws {
        let note = try #require(reading("---\nkpi: rate\naudience: hr\n---\nText").note)
        #expect(note.frontMatter.places["audience"]?.description == "n.md:3:11")
        #expect(note.frontMatter.places["kpi"]?.description == "n.md:2:6")
    }
}
