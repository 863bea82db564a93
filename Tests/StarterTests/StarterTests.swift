import Starter
import Testing
import Yams

private let presets = [
    "customer-journey": ["awareness", "interest", "decision", "purchase", "loyalty"],
    "marketing": ["awareness", "consideration", "conversion"],
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
    func everyStageHasANoteAndAPlayInBothLanguages(preset: String) throws {
        let paths = try notes(preset).map(\.path)
        let stages = try #require(presets[preset])
        #expect(paths.count == stages.count * 4)
        #expect(Set(paths).count == paths.count)
        for (index, stage) in stages.enumerated() {
            let own = Array(paths[(index * 4)..<(index * 4 + 4)])
            #expect(own.allSatisfy { $0.hasPrefix("content/stages/\(stage)/") })
            #expect(own[0].hasSuffix("/index.tr.md") && own[2].hasSuffix("/index.en.md"))
            #expect(own[1].hasSuffix(".tr.md") && own[3] == own[1].dropLast(6) + ".en.md")
        }
    }

    @Test(arguments: presets.keys.sorted())
    func frontMatterSaysWhatAPlayNeeds(preset: String) throws {
        for note in try notes(preset) {
            let fields = try note.fields()
            #expect(fields["title"] is String, "\(note)")
            #expect(
                Set(fields.keys)
                    == (note.isPlay ? ["title", "kpi", "effort", "owner", "channels", "weight"] : ["title"]),
                "\(note)"
            )
            if note.isPlay {
                #expect((1...3).contains(fields["effort"] as? Int ?? 0), "\(note)")
                #expect((fields["channels"] as? [String])?.isEmpty == false, "\(note)")
            }
        }
    }

    @Test(arguments: presets.keys.sorted())
    func textsAreNeitherThinNorLong(preset: String) throws {
        for note in try notes(preset) {
            #expect((note.isPlay ? 150...250 : 100...180).contains(note.words), "\(note): \(note.words) words")
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

    @Test func whatIsUnknownGivesNoFiles() {
        #expect(starterFiles(preset: "deal", languages: ["tr", "en"]).isEmpty)
        #expect(starterFiles(preset: "marketing", languages: ["de"]).isEmpty)
        #expect(starterFiles(preset: "marketing", languages: []).isEmpty)
    }
}
