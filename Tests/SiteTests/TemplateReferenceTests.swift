import Diagnostics
import Foundation
import Report
import Settings
import Templates
import Testing

@testable import Site

/// `Templates/REFERENCE.md` lists what pages really give; where it does not, it is written anew and the test fails.
struct TemplateReferenceTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    @Test func theReferenceListsWhatPagesGive() throws {
        let reference = try Self.observed.get()
        let text = reference.markdown(markup: markup)
        let file = Self.root.appending(path: "Templates/REFERENCE.md")
        let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        if kept != text { try Data(text.utf8).write(to: file) }
        #expect(kept == text, "Templates/REFERENCE.md has been written anew: look at it, and run again")
    }

    @Test func whatIsWrittenIsRead() throws {
        let reference = try Self.observed.get()
        let read = TemplateReference(markdown: reference.markdown(markup: markup))
        #expect(read.shared == reference.shared)
        #expect(read.templates.keys.sorted() == reference.templates.keys.sorted())
        #expect(read.templates["week"]?["facts"] == reference.templates["week"]?["facts"])
    }

    @Test func theBuiltInTemplatesAskForNothingElse() throws {
        let check = TemplateCheck(
            reference: TemplateReference(markdown: String(decoding: templateReference, as: UTF8.self)),
            sources: Dictionary(
                uniqueKeysWithValues: builtInTemplates.filter { $0.key.hasSuffix(".mustache") }.map {
                    (String($0.key.dropLast(".mustache".count)), String(decoding: $0.value, as: UTF8.self))
                }
            ),
            phrases: try Phrasebook(language: "en").names
        )
        #expect(check.problems.map(\.description) == [])
    }

    @Test func ofEachSectionAPageWasSeen() throws {
        func unseen(_ names: [String: TemplateShape], below path: String) -> [String] {
            names.sorted { $0.key < $1.key }.flatMap { name, shape in
                let isEmpty = shape == .list([:]) || shape == .object([:])
                return (isEmpty ? [path + name] : []) + unseen(shape.children, below: path + name + ".")
            }
        }
        let reference = try Self.observed.get()
        let all = reference.templates.sorted { $0.key < $1.key }.flatMap { unseen($0.value, below: $0.key + " ") }
        #expect(all + unseen(reference.shared, below: "") == [])
    }

    @Test(arguments: ["restated", "elsewhere", "figures.judgements.texts", "hatches", "data.rejected"])
    func aStrangeNameInASectionThatNoPageShowsIsFound(section: String) throws {
        let parts = section.split(separator: ".")
        let ends = parts.reversed().map { "{{/\($0)}}" }.joined()
        let inside = parts.map { "{{#\($0)}}" }.joined() + "\n{{strange}}{{> nowhere}}" + ends
        let template = section == "elsewhere" ? "stage" : "week"
        do {
            _ = try TemplateSet(own: ["\(template).mustache": Array(inside.utf8)])
            Issue.record("nothing was found")
        } catch {
            let lines = error.diagnostics.map(\.description).joined(separator: "\n")
            #expect(lines.contains("Templates/\(template).mustache:2:1: error: the page has no value called 'strange'"))
            #expect(lines.contains("Templates/\(template).mustache:2:12: error: there is no template 'nowhere'"))
        }
    }

    /// Names that built-in templates write with three braces.
    private var markup: Set<String> {
        let texts = builtInTemplates.values.map { String(decoding: $0, as: UTF8.self) }
        return Set(texts.flatMap { TemplateTags($0).tags.filter { $0.kind == "{" }.map(\.name) })
    }

    private static let observed = Result { try observe() }

    private static func observe() throws -> TemplateReference {
        var reference = TemplateReference()
        func observe(
            _ settings: Settings,
            content: [String: [UInt8]],
            closed: [ClosedFile] = [],
            _ data: (SourceSettings) throws -> SourceFiles
        ) throws {
            var maker = try SiteMaker(settings, content: content, templates: [:], showsDrafts: true)
            let seen = Observations()
            maker.observe = { seen.reference.add($0, shared: $1, own: $2) }
            _ = try maker.files(for: try ReportMaker(settings, closed: closed).report(files: data))
            reference.shared = TemplateShape.merged(reference.shared, seen.reference.shared)
            reference.templates.merge(seen.reference.templates) { TemplateShape.merged($0, $1) }
        }
        for site in samples {
            try observe(try site.settings(), content: site.content) { _ in SourceFiles(site.data()) }
        }
        let forms = [
            FormSite.bothViews(), FormSite.sharedStage(), FormSite.records(weeks: 8), FormSite.counts(weeks: 3),
            FormSite.variants(),
        ]
        for site in forms { try observe(try site.parsedSettings(), content: [:], site.sourceFiles(of:)) }
        try observe(try JudgementPagesTests.settings(), content: [:]) { _ in JudgementPagesTests.data }
        let site = SampleSite()
        try observe(try site.settings(), content: [:], closed: [try site.closedTooEarly()]) { _ in
            SourceFiles(site.data())
        }
        let example = try Settings(
            yaml: String(contentsOf: root.appending(path: "huni.yaml"), encoding: .utf8),
            file: "huni.yaml"
        )
        try observe(example, content: try files(below: "content") { $0.hasSuffix(".md") || $0.hasSuffix(".png") }) {
            source in
            func read(_ path: String) throws -> DataFile {
                DataFile(path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
            }
            let paths = try source.files.flatMap { file in
                file.pattern.hasWildcard
                    ? try files(below: "content/data", where: file.pattern.matches).keys.sorted() : [file.pattern.text]
            }
            return SourceFiles(try paths.map(read), joined: try source.joins.map { try read($0.file.text) })
        }
        return reference
    }

    /// Sites with what the living example lacks: no data, a draft, a text that stands in, an old address, and more than
    /// three plays that are called for.
    private static var samples: [SampleSite] {
        let draft = "---\ndraft: true\naliases: old\nowner: A\n---\n# Fast\n\nText."
        let called = "---\nwhen: rate <= 100%\n---\n# Called\n\nText."
        let plays = ["a", "b", "c", "d"].map { ("content/stages/signup/\($0).en.md", Array(called.utf8)) }
        let content = [
            "content/stages/order/fast.en.md": draft,
            "content/pages/team.en.md": "---\ndraft: true\nowner: A\n---\n# T\n\nx",
            "content/stages/order/index.en.md": "---\ndraft: true\nowner: A\n---\n![x](figure:journey/funnel)",
            "content/weeks/\(SampleSite.firstWeek).en.md": "---\ndraft: true\nowner: A\n---\nx",
        ].mapValues { Array($0.utf8) }.merging(plays) { $1 }
        return [
            SampleSite(hasData: false), SampleSite(content: content, baseURL: "https://example.org/r/"),
            SampleSite(rules: "order: any"),
        ]
    }

    private static func files(below folder: String, where isWanted: (String) -> Bool) throws -> [String: [UInt8]] {
        let url = root.appending(path: folder)
        let names = (FileManager.default.enumerator(atPath: url.path)?.allObjects ?? []).compactMap { $0 as? String }
        var files: [String: [UInt8]] = [:]
        for path in names.map({ "\(folder)/\($0)" }) where isWanted(path) {
            files[path] = Array(try Data(contentsOf: root.appending(path: path)))
        }
        return files
    }
}

private final class Observations {
    var reference = TemplateReference()
}
