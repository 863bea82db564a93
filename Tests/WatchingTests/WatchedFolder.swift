import Foundation

@testable import Watching

/// A folder of one test's own; removed with the value.
final class WatchedFolder: Sendable {
    let path: String

    init(_ folders: String...) throws {
        path = FileManager.default.temporaryDirectory.path + "/huni-watching-\(UUID().uuidString)"
        try makeFolder("")
        for folder in folders { try makeFolder(folder) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var place: WatchedPlace { WatchedPlace(root: path, ignored: ["output"]) }

    /// What watches it in one of the two ways.
    func observer(_ method: FolderWatch.Method) throws -> any FolderObserver {
        FolderWatch.observer(of: place, by: method)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }

    func move(_ name: String, to other: String) throws {
        guard rename("\(path)/\(name)", "\(path)/\(other)") == 0 else { throw POSIXError(.EIO) }
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: name.isEmpty ? path : "\(path)/\(name)")
    }
}
