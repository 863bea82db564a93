internal import Diagnostics
internal import Foundation
internal import Notes

/// Which file of `content/stages/` is what, and where links between them lead.
struct ContentMap {
    /// A Markdown file of a stage.
    struct Source {
        var path: String
        var stage: String
        /// `index` for the stage's note, else the play's name.
        var slug: String
        /// The languages that it stands for: its own, or all that have no file of their own.
        var languages: [String]

        var isStageNote: Bool { slug == "index" }
    }

    private(set) var sources: [Source] = []
    private(set) var problems: [Diagnostic] = []
    private let files: [String: [UInt8]]
    private let languages: [String]

    init(_ files: [String: [UInt8]], stages: Set<String>, languages: [String]) {
        self.files = files
        self.languages = languages
        var byName: [String: [(path: String, language: String?)]] = [:]
        var strange: Set<String> = []
        for path in files.keys.sorted() where path.hasPrefix(Self.folder) && path.hasSuffix(".md") {
            let parts = path.dropFirst(Self.folder.count).split(separator: "/").map(String.init)
            guard parts.count == 2 else { continue }
            guard stages.contains(parts[0]) else {
                strange.insert(parts[0])
                continue
            }
            let (slug, language) = split(parts[1])
            byName["\(parts[0])/\(slug)", default: []].append((path, language))
        }
        for (name, versions) in byName.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: "/").map(String.init)
            let own = versions.compactMap(\.language)
            for version in versions {
                let stands = version.language.map { [$0] } ?? languages.filter { !own.contains($0) }
                sources.append(Source(path: version.path, stage: parts[0], slug: parts[1], languages: stands))
            }
        }
        for folder in strange.sorted() {
            let near = nearestWord(to: folder, in: stages.sorted()).map { "Did you mean '\($0)'? " } ?? ""
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: Self.folder + folder),
                    "no funnel has a stage '\(folder)'",
                    remedy: near + "Stages are: \(stages.sorted().joined(separator: ", "))."
                )
            )
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

    /// The page of the site, in its first language, that shows `source`.
    private static func address(of source: Source) -> Address {
        source.isStageNote ? .stage(source.stage) : .play(source.slug, of: source.stage)
    }

    /// Where a link or image of `source` leads.
    /// - Parameter assets: Takes in the images to be copied, their place in the site and their path here.
    func answer(_ use: LinkUse, in source: Source, assets: inout [Address: String]) -> LinkAnswer {
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
        let page = Self.address(of: source)
        if path.hasSuffix(".md"), let other = sources.first(where: { $0.path == path }) {
            return .address(page.link(to: Self.address(of: other)) + fragment)
        }
        guard files[path] != nil, !path.hasSuffix(".md") else {
            let near = nearestWord(to: path, in: files.keys.sorted()).map { "Did you mean '\($0)'? " } ?? ""
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
