import Calendars
import Foundation
import Testing

private let stages =
    ["awareness", "interest", "decision", "purchase", "loyalty"] + ["quote", "lead", "mql", "sal", "sql", "won"]
private let folder = packageRoot.appending(path: "content/stages")

@Suite struct StageNotesTests {
    private let notes: [StageNote]

    init() throws {
        notes = try StageNote.all(in: folder)
    }

    @Test(arguments: stages, ["tr", "en"])
    func everyStageHasItsNoteAndOneToThreePlays(stage: String, language: String) {
        let own = notes.filter { $0.stage == stage && $0.language == language }
        #expect(own.count { !$0.isPlay } == 1)
        #expect((1...3).contains(own.count(where: \.isPlay)))
    }

    @Test func bothLanguagesHaveTheSameNotes() {
        let slugs = ["tr", "en"].map { language in
            notes.filter { $0.language == language }.map { "\($0.stage)/\($0.slug)" }
        }
        #expect(slugs[0] == slugs[1])
        #expect(Set(notes.map(\.stage)) == Set(stages))
    }

    @Test func frontMatterHasTheKeysOfItsKind() throws {
        let known: Set = ["title", "when", "kpi", "effort", "owner", "channels", "started", "review", "test", "weight"]
        for note in notes {
            let fields = try #require(try note.fields(), "\(note)")
            #expect(fields["title"] is String, "\(note)")
            #expect(Set(fields.keys).isSubset(of: note.isPlay ? known : ["title"]), "\(note)")
            guard note.isPlay else { continue }
            #expect(
                Set(fields.keys).isSuperset(of: ["when", "kpi", "effort", "owner", "channels", "weight"]),
                "\(note)"
            )
            #expect((1...3).contains(fields["effort"] as? Int ?? 0), "\(note)")
            #expect((fields["channels"] as? [String])?.isEmpty == false, "\(note)")
            for key in ["started", "review"] {
                if let week = fields[key] { #expect(Week("\(week)") != nil, "\(note)") }
            }
        }
    }

    @Test func factsDoNotDependOnTheLanguage() throws {
        for turkish in notes where turkish.isPlay && turkish.language == "tr" {
            let english = try #require(
                notes.first { $0.stage == turkish.stage && $0.slug == turkish.slug && $0.language == "en" }
            )
            for key in ["when", "kpi", "effort", "channels", "started", "review", "weight"] {
                let values = try [turkish, english].map { "\(try $0.fields()?[key] ?? "")" }
                #expect(values[0] == values[1], "\(turkish): \(key)")
            }
        }
    }

    @Test func textsAreNeitherThinNorLong() {
        for note in notes {
            #expect((115...330).contains(note.words), "\(note): \(note.words) words")
        }
    }

    @Test func linksLeadToFilesOfTheSameLanguage() {
        for note in notes {
            for target in note.targets {
                let file = note.url.deletingLastPathComponent().appending(path: target).standardizedFileURL
                #expect(FileManager.default.fileExists(atPath: file.path), "\(note): \(target)")
                #expect(target.hasSuffix(".\(note.language).md") || target.hasSuffix(".png"), "\(note): \(target)")
            }
        }
    }

    @Test func headingsBeginAtTheSecondLevelAndNoHTMLIsUsed() {
        for note in notes {
            let headings = note.body.split(separator: "\n").filter { $0.hasPrefix("#") }
            #expect(headings.count >= 3 && headings.allSatisfy { $0.hasPrefix("## ") }, "\(note)")
            #expect(!note.body.contains("<") && !note.body.contains("|"), "\(note)")
        }
    }

    @Test func thePictureIsASmallPNGWithWordsInBothLanguages() throws {
        let picture = try Data(contentsOf: folder.appending(path: "interest/brewing-steps.png"))
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(picture.count < 10_000)
        let users = notes.filter { $0.targets.contains("brewing-steps.png") }
        #expect(users.map(\.language).sorted() == ["en", "tr"])
        #expect(users.allSatisfy { !$0.body.contains("![](") })
    }
}
