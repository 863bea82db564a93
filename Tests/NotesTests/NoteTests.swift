import Diagnostics
import Foundation
import Notes
import Testing

@Suite struct NoteTests {
    @Test func titleComesFromTheFirstHeading() throws {
        let note = try #require(reading("Önce *bu*.\n\n# Bir `başlık`\n\n## İki\n").note)
        #expect(note.title == "Bir başlık")
        #expect(note.summary == "Önce bu.")
        #expect(note.headings == [Note.Heading(level: 2, text: "İki", id: "iki")])
    }

    @Test func frontMatterTitleLeavesTheHeadingsAlone() throws {
        let note = try #require(reading("---\ntitle: A\n---\n# B\n").note)
        #expect(note.title == "A")
        #expect(note.headings.map(\.text) == ["B"])
    }

    @Test func idsAndFragmentsCarryThePrefix() throws {
        let options = NoteOptions(kind: .stage, headingLevel: 5, idPrefix: "deals-")
        let note = try #require(reading("# T\n## A\n[a](#a) [b](#b)", options).note)
        #expect(
            note.html == """
                <h5 id="deals-a">A</h5>
                <p><a href="#deals-a">a</a> <a href="#b">b</a></p>

                """
        )
    }

    @Test func bytesThatAreNoUTF8AreShown() {
        let result = reading(Array("Çay\r\nİ".utf8) + [0xC3, 0x28])
        #expect(result.note == nil)
        #expect(result.faults == ["2:3 error: the note is not UTF-8 here"])
    }

    @Test func largeNotesAreRefused() {
        let options = NoteOptions(kind: .page, maximumBytes: 4)
        #expect(reading("1234", options).note != nil)
        #expect(reading("12345", options).note == nil)
    }

    @Test func aNoteHasAtMost256KiB() {
        let most = String(repeating: "a", count: 256 * 1024)
        #expect(reading(most).note != nil)
        #expect(reading(most + "a").faults == [" error: the note has 262145 bytes; at most 262144 are read"])
    }

    @Test func aTableThatWouldBeFilledUpWithoutEndIsRefused() {
        let wide = String(repeating: "a|", count: 1000) + "\n" + String(repeating: "-|", count: 1000) + "\n"
        #expect(reading("x\n\n" + wide + String(repeating: "1\n", count: 19)).faults == [])
        let faults = reading("x\n\n" + wide + String(repeating: "1\n", count: 20)).faults
        #expect(faults == ["3:1 error: the table has more than 20000 cells, empty ones counted"])
    }

    @Test func titleAndSummaryShowNumbers() throws {
        let note = try #require(reading("# Now {{ rate }}\n\nIt is {{ rate }}.").note)
        #expect(note.title == "Now [rate]")
        #expect(note.summary == "It is [rate].")
        #expect(note.showsReport)
        #expect(reading("![T](figure:a/b)").note?.showsReport == true)
        #expect(reading("`{{ rate }}`").note?.showsReport == false)
    }

    @Test func onlyWhatTheSiteMustFindIsAsked() {
        var asked: [String] = []
        let text = "---\ntitle: T\n---\n[a](https://a.b) [b](#c) [d](mailto:e@f) [g](h.md)\n![i](j.png) ![k](l.svg)"
        _ = Note.read(Array(text.utf8), file: "n.md", options: NoteOptions(kind: .page)) { use in
            asked.append("\(use.position) \(use.kind) \(use.destination)")
            return .address("x")
        }
        #expect(asked == ["n.md:4:46 link h.md", "n.md:5:6 image j.png"])
    }

    @Test(arguments: [
        ">", "[", "![", "*a ", "*a_ ", "- ", "`a", "<a ", "[a](", "# a\n", "![[]()", "[a](x)", "<b>", "a\n\n",
        "|", "|-", "a|b\n-|-\n", "|a|\n|-|\n\n", "{{", "{{ rate }}", "{{ }} ", "> |a|\n> |-|\n",
    ])
    func repetitionEnds(pattern: String) {
        let count = min(50_000, 256 * 1024 / pattern.utf8.count)
        #expect(reading(String(repeating: pattern, count: count)).note != nil)
    }

    @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "&a ", "-&", "\"&"])
    func repetitionInFrontMatterEnds(pattern: String) {
        _ = reading("---\n" + String(repeating: pattern, count: 50_000) + "\n---\n")
    }

    @Test func everyBeginningOfANoteIsRead() {
        let bytes = Array("\u{FEFF}---\r\ntitle: Çay\r\n---\r\n# A\r\n- [ı](x.md) ![b](c.png) <b>\r\n".utf8)
        for end in bytes.indices {
            let result = reading(Array(bytes[..<end]))
            #expect(result.note != nil || !result.problems.isEmpty)
        }
    }

    @Test func theNotesOfTheExampleAreFaultless() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content").standardized
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects ?? []
        let notes = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
        #expect(!notes.isEmpty)
        for url in notes {
            let isComment = url.path.contains("/weeks/")
            let kind: NoteKind = url.lastPathComponent.hasPrefix("index.") ? .stage : isComment ? .comment : .play
            let result = reading([UInt8](try Data(contentsOf: url)), NoteOptions(kind: kind))
            #expect(result.faults == [], "\(url.lastPathComponent)")
            if !isComment { #expect(result.note?.title?.isEmpty == false) }
            #expect(result.note?.summary.isEmpty == false)
            #expect(result.note?.headings.allSatisfy { $0.level >= 2 } == true)
        }
    }

    @Test func namedValuesOfYAMLAreRefused() {
        var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        for depth in 1...9 {
            let uses = Array(repeating: "*a\(depth - 1)", count: 9).joined(separator: ", ")
            lines.append("a\(depth): &a\(depth) [\(uses)]")
        }
        lines.append("? *a9\n: x\n? [*a9]\n: y")
        let result = reading("---\n" + lines.joined(separator: "\n") + "\n---\nText")
        #expect(result.faults == ["3:10 error: values cannot be used by name (&name, *name)"])
    }
}
