import Foundation
import Yams

/// One Markdown file of the living example, split as a reader of front matter splits it.
struct StageNote: CustomStringConvertible, Sendable {
    var url: URL
    var frontMatter: String
    var body: String

    /// `decision/free-tasting-call.tr.md`.
    var description: String { "\(stage)/\(url.lastPathComponent)" }
    var stage: String { url.deletingLastPathComponent().lastPathComponent }
    var isPlay: Bool { !url.lastPathComponent.hasPrefix("index.") }
    var language: String { String(url.lastPathComponent.split(separator: ".")[1]) }
    /// The name without language and ending.
    var slug: String { String(url.lastPathComponent.split(separator: ".")[0]) }

    init?(_ url: URL) throws {
        self.url = url
        let text = try String(contentsOf: url, encoding: .utf8)
        let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { return nil }
        frontMatter = String(parts[1])
        body = String(parts[2])
    }

    /// Values as written in the YAML; `nil` where it is no mapping.
    func fields() throws -> [String: Any]? {
        try Yams.load(yaml: frontMatter) as? [String: Any]
    }

    /// Words of the text; marks of lists and headings do not count.
    var words: Int {
        body.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
    }

    /// Targets of links and images, in order.
    var targets: [String] {
        body.components(separatedBy: "](").dropFirst().map { String($0.prefix { $0 != ")" }) }
    }

    /// Every Markdown file of the folder, by name.
    static func all(in folder: URL) throws -> [StageNote] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let urls = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
        return try urls.sorted { $0.path < $1.path }.map { url in
            guard let note = try StageNote(url) else { throw CocoaError(.fileReadCorruptFile, userInfo: ["at": url]) }
            return note
        }
    }
}
