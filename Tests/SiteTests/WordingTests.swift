import Foundation
import Templates
import Testing

@testable import Site

/// The texts of both languages against each other, and against all who ask for them.
struct WordingTests {
    private let turkish: Phrasebook
    private let english: Phrasebook

    init() throws {
        turkish = try Phrasebook(language: "tr")
        english = try Phrasebook(language: "en")
    }

    @Test func bothLanguagesHaveTheSameNames() {
        #expect(turkish.names == english.names)
    }

    @Test func eachTextHasTheSamePlaceholdersInBothLanguages() {
        for name in turkish.names {
            #expect(turkish.placeholders(of: name) == english.placeholders(of: name), "\(name)")
        }
    }

    @Test func everyNameThatTheProgramAsksForIsThere() throws {
        let byView = try sources().flatMap { names(in: $0, after: "byView(\"") }
        let asked =
            try sources().flatMap { names(in: $0, after: "say(\"") + names(in: $0, after: "define(\"") }
            + byView.flatMap { [$0, $0 + "_activity"] }
        let whole = asked.filter { $0.contains(".") && !$0.contains("\\") }
        #expect(whole.count > 60)
        for name in whole { #expect(turkish.names.contains(name), "\(name)") }
    }

    @Test func everyNameThatATemplateAsksForIsThere() {
        let texts = builtInTemplates.values.map { String(decoding: $0, as: UTF8.self) }
        let asked = texts.flatMap { names(in: $0, after: "{{t.", until: "}") }
        #expect(asked.count > 20)
        for name in asked { #expect(turkish.names.contains(name), "\(name)") }
    }

    @Test func noTextIsWithoutUse() throws {
        let text = try sources().joined() + builtInTemplates.values.map { String(decoding: $0, as: UTF8.self) }.joined()
        for name in turkish.names {
            let last = name.split(separator: ".").last.map(String.init) ?? name
            let group = name.split(separator: ".").first.map(String.init) ?? name
            let isMade = text.contains("\"\(group).\\(") || text.contains("\"\(last)\"")
            let isOfView = name.hasSuffix("_activity") && text.contains("\"\(name.dropLast("_activity".count))\"")
            #expect(text.contains("\"\(name)\"") || text.contains("t.\(name)") || isMade || isOfView, "\(name)")
        }
    }

    @Test func noTurkishPlaceholderTakesASuffix() {
        for name in turkish.names {
            let text = turkish.text(name) ?? ""
            #expect(text.firstMatch(of: /\}['’]?[a-zçğıöşü]/) == nil, "\(name): \(text)")
        }
    }

    private func names(in text: String, after opening: String, until closing: Character = "\"") -> [String] {
        text.split(separator: opening, omittingEmptySubsequences: false).dropFirst()
            .map { String($0.prefix { $0 != closing }) }
    }

    /// The source files of Site.
    private func sources() throws -> [String] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
        let folder = tests.appending(path: "../../Sources/Site").standardized
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
    }
}
