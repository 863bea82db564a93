internal import Diagnostics
internal import Foundation
internal import Notes

/// Which file of `content/stages/` is what, and where links between them lead.
struct ContentMap {
    /// A Markdown file of a stage.
    struct Source {
        /// The slug of a stage's note; other slugs are plays.
        static let stageNote = "index"

        var path: String
        var stage: String
        var slug: String
        /// The language in its name; `nil`: it stands for every language.
        var language: String?

        var isStageNote: Bool { slug == Self.stageNote }

        /// The page of the site, in its first language, that shows it.
        var address: Address { isStageNote ? .stage(stage) : .play(slug, of: stage) }
    }

    private(set) var problems: [Diagnostic] = []
    private var sources: [Source] = []
    private let files: [String: [UInt8]]
    private let languages: [String]

    init(_ files: [String: [UInt8]], stages: Set<String>, languages: [String]) {
        self.files = files
        self.languages = languages
        var strange: Set<String> = []
        for path in files.keys.sorted() where path.hasPrefix(Self.folder) {
            let parts = path.dropFirst(Self.folder.count).split(separator: "/").map(String.init)
            guard parts.count > 1, stages.contains(parts[0]) else {
                if parts.count > 1 { strange.insert(parts[0]) }
                continue
            }
            guard parts.count == 2, path.hasSuffix(".md") else { continue }
            let (slug, language) = split(parts[1])
            sources.append(Source(path: path, stage: parts[0], slug: slug, language: language))
        }
        problems = strange.sorted().map { Self.strangeFolder($0, stages: stages.sorted()) }
    }

    private static func strangeFolder(_ folder: String, stages: [String]) -> Diagnostic {
        let near = nearestWord(to: folder, in: stages).map { "Did you mean '\($0)'? " } ?? ""
        return Diagnostic(
            at: SourcePosition(file: Self.folder + folder),
            "no funnel has a stage '\(folder)'",
            remedy: near
                + "Stages are: \(stages.joined(separator: ", ")). Remove the folder, or add the stage to huni.yaml."
        )
    }

    /// For pages in `language`: one file for each note and play, with the language it is written in.
    ///
    /// A file in the language itself comes before one for every language, and that before other languages'.
    func sources(for language: String) -> [(source: Source, language: String)] {
        func rank(_ source: Source) -> Int {
            switch source.language {
            case language: 0
            case nil: 1
            case let other?: 2 + (languages.firstIndex(of: other) ?? 0)
            }
        }
        let versions = Dictionary(grouping: sources) { $0.address }
        return versions.sorted { $0.key < $1.key }.compactMap { _, sources in
            sources.min { rank($0) < rank($1) }.map { ($0, $0.language ?? language) }
        }
    }

    private static let folder = "content/stages/"

    /// `webinar.tr.md` is the play `webinar` in Turkish.
    private func split(_ file: String) -> (slug: String, language: String?) {
        let name = String(file.dropLast(3))
        guard let dot = name.lastIndex(of: "."), languages.contains(String(name[name.index(after: dot)...])) else {
            return (name, nil)
        }
        return (String(name[..<dot]), String(name[name.index(after: dot)...]))
    }

    /// Where a link or image of `source` leads.
    /// - Parameter assets: Takes in the images to be copied, their place in the site and their path here.
    func answer(
        _ use: LinkUse,
        in source: Source,
        language: String,
        assets: inout [Address: String]
    ) -> LinkAnswer {
        let (target, fragment) = cut(use.destination)
        guard let path = resolved(target, from: source.path) else {
            return .broken(
                Diagnostic(
                    at: use.position,
                    "the link '\(use.destination)' leaves the folder content",
                    remedy: "Copy the file next to the note."
                )
            )
        }
        let page = source.address.inLanguage(language, of: languages)
        if path.hasSuffix(".md"), let other = sources.first(where: { $0.path == path }) {
            return .address(page.link(to: other.address.inLanguage(language, of: languages)) + fragment)
        }
        guard files[path] != nil, !path.hasSuffix(".md") else {
            let ending = path.split(separator: ".").last ?? ""
            let alike = files.keys.filter { $0.hasSuffix(".\(ending)") }.sorted()
            let near = nearestWord(to: path, in: alike).map { "Did you mean '\($0)'? " } ?? ""
            let severity: Diagnostic.Severity = use.kind == .image ? .error : .warning
            return .broken(
                Diagnostic(
                    severity,
                    at: use.position,
                    "there is no file '\(path)'",
                    remedy: near + "Correct the link, or add the file."
                )
            )
        }
        let place = Address(String(path.dropFirst("content/".count)))
        assets[place] = path
        return .address(page.link(to: place))
    }

    private func cut(_ destination: String) -> (target: String, fragment: String) {
        guard let hash = destination.firstIndex(of: "#") else { return (destination, "") }
        return (String(destination[..<hash]), String(destination[hash...]))
    }

    /// The path that `target` names, seen from the folder of `file`; `nil` where it lies outside `content/`.
    private func resolved(_ target: String, from file: String) -> String? {
        var parts = file.split(separator: "/").dropLast().map(String.init)
        for part in target.split(separator: "/").map(String.init) {
            switch part {
            case ".": continue
            case "..":
                guard parts.count > 1 else { return nil }
                parts.removeLast()
            default: parts.append(part.removingPercentEncoding ?? part)
            }
        }
        return parts.joined(separator: "/")
    }
}
