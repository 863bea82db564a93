internal import Diagnostics
internal import Foundation
internal import Notes

/// Which text stands for which language, and where links between the files of `content/` lead.
struct ContentMap {
    private(set) var problems: [Diagnostic] = []
    private let sources: [ContentSource]
    private let files: [String: [UInt8]]
    private let languages: [String]

    init(_ files: [String: [UInt8]], stages: Set<String>, languages: [String]) {
        let found = ContentSources(Array(files.keys), stages: stages, languages: languages)
        self.files = files
        self.languages = languages
        sources = found.sources
        problems = found.problems
    }

    /// For pages in `language`: one file for each note and play, with the language it is written in.
    ///
    /// A file in the language itself comes before one for every language, and that before other languages'.
    func sources(for language: String) -> [(source: ContentSource, language: String)] {
        func rank(_ source: ContentSource) -> Int {
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

    /// Where a link or image of `source` leads.
    /// - Parameters:
    ///   - page: The page that shows it, before the language is added.
    ///   - assets: Takes in the images to be copied, their place in the site and their path here.
    func answer(
        _ use: LinkUse,
        in source: ContentSource,
        on page: Address,
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
        let page = page.inLanguage(language, of: languages)
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
        if let refusal = Self.refusal(ofFile: path, at: use.position) { return .broken(refusal) }
        let place = Address(String(path.dropFirst("content/".count)))
        assets[place] = path
        return .address(page.link(to: place))
    }

    /// What is copied into the site: pictures and PDF, and nothing that may carry script.
    private static let copied = ["png", "jpg", "jpeg", "webp", "avif", "gif", "pdf"]

    private static func refusal(ofFile path: String, at position: SourcePosition) -> Diagnostic? {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
        guard !copied.contains(ending) else { return nil }
        return Diagnostic(
            at: position,
            ending.isEmpty ? "a file without ending is not copied" : "'.\(ending)' files are not copied into the site",
            remedy:
                "Only \(copied.joined(separator: ", ")) are; save it as one of them, or link to where it lies on the web."
        )
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
