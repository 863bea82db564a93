import Foundation

@testable import Publishing

/// A folder of one test's own, with the output folder `site` in it, removed with the value.
final class ScratchFolder: Sendable {
    let root: String
    var site: String { root + "/site" }
    var staging: String { root + "/.site.huni-staging" }

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/huni-publishing-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    /// Writes a file below the scratch folder, as a stranger would.
    func put(_ text: String, at path: String) throws {
        let url = URL(fileURLWithPath: "\(root)/\(path)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(root)/\(path)", withDestinationPath: target)
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")), as: UTF8.self)
    }

    func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")) != nil
    }

    /// Every file below `site` with its text, the manifest too; folders that are empty end in a slash.
    func contents() throws -> [String: String] {
        var found: [String: String] = [:]
        guard let walk = FileManager.default.enumerator(atPath: site) else { return [:] }
        for case let path as String in walk {
            switch walk.fileAttributes?[.type] as? FileAttributeType {
            case .typeDirectory?:
                let isEmpty = try FileManager.default.contentsOfDirectory(atPath: "\(site)/\(path)").isEmpty
                if isEmpty { found[path + "/"] = "" }
            case .typeSymbolicLink?: found[path] = "a link"
            default: found[path] = try text("site/\(path)")
            }
        }
        return found
    }

    /// When each file was last changed.
    func times() throws -> [String: Date] {
        try contents().keys.reduce(into: [:]) { times, path in
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(site)/\(path)")
            times[path] = attributes[.modificationDate] as? Date
        }
    }
}

/// Files by path, as the site room hands them over.
func bytes(_ files: [String: String]) -> [String: [UInt8]] { files.mapValues { Array($0.utf8) } }

/// What the output folder holds once `files` are published, the manifest included.
func withManifest(_ files: [String: String]) -> [String: String] {
    let lines = ["huni-manifest 1"] + files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return files.merging([".huni-manifest": lines.map { $0 + "\n" }.joined()]) { $1 }
}

/// A kill, as far as the disk can tell.
struct Stopped: Error {}
