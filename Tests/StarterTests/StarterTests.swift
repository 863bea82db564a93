import Starter
import Testing
import Yams

private let presets = [
    "customer-journey": ["awareness", "interest", "decision", "purchase", "loyalty"],
    "marketing": ["awareness", "consideration", "conversion"],
    "sales-pipeline": ["lead", "mql", "sal", "sql", "won"],
    "deal": ["research", "evaluation", "commitment", "won"],
]

/// A starter file as a reader sees it.
private struct StarterNote: CustomStringConvertible {
    var path: String
    var frontMatter: String
    var body: String

    var description: String { path }
    var isPlay: Bool { !path.contains("/index.") }
    var words: Int { body.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) } }

    init?(path: String, bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { return nil }
        self.path = path
        frontMatter = String(parts[1])
        body = String(parts[2])
    }

    func fields() throws -> [String: Any] {
        try #require(try Yams.load(yaml: frontMatter) as? [String: Any])
    }
}

private func notes(_ preset: String) throws -> [StarterNote] {
    try starterFiles(preset: preset, languages: ["tr", "en"])
        .map { try #require(StarterNote(path: $0.path, bytes: $0.bytes), "\($0.path)") }
}

@Suite struct StarterTests {
    @Test(arguments: presets.keys.sorted())
    func everyStageHasANoteAndPlaysInBothLanguages(preset: String) throws {
        let paths = try notes(preset).map(\.path)
        let stages = try #require(presets[preset])
        #expect(Set(paths).count == paths.count)
        var expected: [String] = []
        for stage in stages {
            let own = paths.filter { $0.hasPrefix("content/stages/\(stage)/") }
            let turkish = Array(own.prefix(own.count / 2))
            #expect(turkish.first?.hasSuffix("/index.tr.md") == true)
            #expect(turkish.count >= 2 && turkish.allSatisfy { $0.hasSuffix(".tr.md") })
            #expect(own == turkish + turkish.map { $0.dropLast(6) + ".en.md" })
            expected += own
        }
        #expect(paths == expected)
    }

    @Test(arguments: presets.keys.sorted())
    func frontMatterSaysWhatAPlayNeeds(preset: String) throws {
        let needed: Set = ["title", "when", "kpi", "effort", "owner", "weight"]
        for note in try notes(preset) {
            let fields = try note.fields()
            #expect(fields["title"] is String, "\(note)")
            guard note.isPlay else {
                #expect(Set(fields.keys) == ["title"], "\(note)")
                continue
            }
            #expect(Set(fields.keys).subtracting(["channels"]) == needed, "\(note)")
            #expect((1...3).contains(fields["effort"] as? Int ?? 0), "\(note)")
            #expect(["count", "rate", "rate_from_first", "lost"].contains(fields["kpi"] as? String), "\(note)")
            if let channels = fields["channels"] { #expect((channels as? [String])?.isEmpty == false, "\(note)") }
        }
    }

    @Test(arguments: presets.keys.sorted())
    func factsDoNotDependOnTheLanguage(preset: String) throws {
        let all = try notes(preset).filter(\.isPlay)
        for turkish in all where turkish.path.hasSuffix(".tr.md") {
            let path = turkish.path.dropLast(6) + ".en.md"
            let english = try #require(all.first { $0.path == path })
            for key in ["when", "kpi", "effort", "channels", "weight"] {
                let values = try [turkish, english].map { "\(try $0.fields()[key] ?? "")" }
                #expect(values[0] == values[1], "\(turkish): \(key)")
            }
        }
    }

    @Test func theHandOffHasItsPlays() throws {
        let names = try notes("sales-pipeline").filter { $0.isPlay && $0.path.hasSuffix(".en.md") }.map(\.path)
        let handOff = [
            "mql/objections-into-content", "sal/what-a-good-lead-is", "sal/why-disqualified", "sal/one-shared-goal",
        ]
        #expect(handOff.allSatisfy { names.contains("content/stages/\($0).en.md") })
    }

    @Test(arguments: presets.keys.sorted())
    func textsAreNeitherThinNorLong(preset: String) throws {
        for note in try notes(preset) {
            #expect((note.isPlay ? 150...400 : 100...200).contains(note.words), "\(note): \(note.words) words")
        }
    }

    @Test(arguments: presets.keys.sorted())
    func textsAreTheLanguageTheySay(preset: String) throws {
        for note in try notes(preset) {
            let turkish = note.body.contains { "ığşİ".contains($0) }
            #expect(turkish == note.path.hasSuffix(".tr.md"), "\(note)")
        }
    }

    @Test(arguments: presets.keys.sorted())
    func textsAreNotedPlainlyAndLinkNowhere(preset: String) throws {
        for note in try notes(preset) {
            #expect(!note.body.contains("](") && !note.body.contains("<") && !note.body.contains("|"), "\(note)")
            let headings = note.body.split(separator: "\n").filter { $0.hasPrefix("#") }
            #expect(headings.count >= 4 && headings.allSatisfy { $0.hasPrefix("## ") }, "\(note)")
        }
    }

    @Test func aSiteOfOneLanguageHasNoLanguageInItsNames() {
        let one = starterFiles(preset: "marketing", languages: ["en"])
        let both = starterFiles(preset: "marketing", languages: ["en", "tr"]).filter { $0.path.hasSuffix(".en.md") }
        #expect(one.first?.path == "content/stages/awareness/index.md")
        #expect(one.map(\.bytes) == both.map(\.bytes))
        #expect(one.allSatisfy { !$0.path.hasSuffix(".en.md") })
    }

    @Test func aSiteOfOtherLanguagesBeginsWithTheEnglishTexts() {
        let english = starterFiles(preset: "marketing", languages: ["en"])
        for languages in [["de"], ["de", "fr"]] {
            let files = starterFiles(preset: "marketing", languages: languages)
            #expect(files.map(\.path) == english.map(\.path) && files.map(\.bytes) == english.map(\.bytes))
        }
        let beside = starterFiles(preset: "marketing", languages: ["de", "en"])
        #expect(beside.map(\.bytes) == english.map(\.bytes))
        #expect(beside.allSatisfy { $0.path.hasSuffix(".en.md") })
    }

    @Test func whatIsUnknownGivesNoFiles() {
        #expect(starterFiles(preset: "none", languages: ["tr", "en"]).isEmpty)
        #expect(starterFiles(preset: "marketing", languages: []).isEmpty)
    }
}
