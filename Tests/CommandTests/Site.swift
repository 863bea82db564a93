import Foundation
import Testing

/// A site's folder of one test's own, on which the real program runs; removed with the value.
final class Site: Sendable {
    let folder: String
    /// Where runs happen, so that no test depends on the folder that the tests themselves run in.
    let logs: String

    /// Writes `files` into a new folder.
    init(_ files: [String: String] = Site.small) throws {
        let scratch = FileManager.default.temporaryDirectory.path + "/huni-commands-\(UUID().uuidString)"
        folder = scratch + "/site"
        logs = scratch + "/logs"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: logs, withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
    }

    deinit {
        try? FileManager.default.removeItem(at: URL(filePath: folder).deletingLastPathComponent())
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func write(_ text: String, to name: String) throws { try write(bytes: Array(text.utf8), to: name) }

    func write(bytes: [UInt8], to name: String) throws {
        let url = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path(name))
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
    }

    /// Replaces the one place where `old` stands.
    func replace(_ old: String, by new: String, in name: String = "huni.yaml") throws {
        let pieces = try text(name).components(separatedBy: old)
        try #require(pieces.count == 2, "'\(old)' stands \(pieces.count - 1) times in \(name)")
        try write(pieces.joined(separator: new), to: name)
    }

    /// Every file below `name` with its bytes.
    func snapshot(_ name: String = "output") throws -> [String: Data] {
        var files: [String: Data] = [:]
        guard let walk = FileManager.default.enumerator(atPath: path(name)) else { return [:] }
        for case let file as String in walk where walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
            files[file] = try Data(contentsOf: URL(filePath: path("\(name)/\(file)")))
        }
        return files
    }

    /// Runs `huni` with `arguments`, by default in the site's folder.
    func run(
        _ arguments: String...,
        in directory: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Run {
        try run(arguments, in: directory, environment: environment)
    }

    func run(
        _ arguments: [String],
        in directory: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Run {
        try Run(arguments, in: directory ?? folder, environment: environment, logs: logs)
    }

    /// Runs `huni` with its standard output going to `sink`.
    func run(_ arguments: [String], sink: String) throws -> Run {
        try Run(arguments, in: folder, logs: logs, sink: sink)
    }

    /// Builds the site, breaks it, builds again: the second run, of which the output must know nothing.
    func build(_ arguments: String..., afterwards breaks: (Site) throws -> Void) throws -> Run {
        let first = try run("build", "--quiet")
        try #require(first.status == 0, "the site does not build before it is broken: \(first.errors)")
        let before = try snapshot()
        try #require(before["index.html"] != nil)
        try breaks(self)
        let second = try Run(["build"] + arguments, in: folder, logs: logs)
        let isUntouched = try snapshot() == before
        #expect(isUntouched, "a failed build has changed the output")
        return second
    }
}
