internal import Diagnostics
internal import Foundation
internal import Publishing

extension SiteFolder {
    /// Writes a file of the site whole, or leaves what is there; missing folders are made.
    ///
    /// - Throws: `Failure` where links lead out of the site's folder, `EnvironmentFailure` where it cannot be written.
    func write(_ text: String, to path: String) throws {
        let url = root.appending(path: path)
        let folder = url.deletingLastPathComponent()
        func real(_ url: URL) -> String { url.resolvingSymlinksInPath().path(percentEncoded: false) }
        let home = real(root)
        guard real(folder).hasPrefix(home.hasSuffix("/") ? home : home + "/") else {
            throw Failure(
                at: SourcePosition(file: path),
                "'\(path)' lies behind a link that leaves the site's folder",
                remedy: "Put a folder in the link's place."
            )
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw EnvironmentFailure(path: path, message: "cannot be written: \(error.localizedDescription)")
        }
    }
}
