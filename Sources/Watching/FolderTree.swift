internal import Foundation

/// All files below a folder as they are at one moment, without their bytes.
public struct FolderTree: Equatable, Sendable {
    /// Two stamps of a path differ where anything has happened to the file between them.
    public struct Stamp: Hashable, Sendable {
        private let file: UInt64
        private let bytes: Int64
        private let seconds: Int64
        private let nanoseconds: Int64

        fileprivate init(_ status: stat) {
            #if canImport(Darwin)
                let time = status.st_ctimespec
            #else
                let time = status.st_ctim
            #endif
            file = UInt64(status.st_ino)
            bytes = Int64(status.st_size)
            seconds = Int64(time.tv_sec)
            nanoseconds = Int64(time.tv_nsec)
        }
    }

    /// The stamp of each file, by its path from the folder; links as they are themselves.
    public private(set) var files: [String: Stamp] = [:]

    /// Looks at everything below `root` that counts, as `FolderWatch` has it; nothing where there is no such folder.
    public init(_ root: String, besides ignored: Set<String> = []) {
        self.init(WatchedPlace(root: root, ignored: ignored))
    }

    /// - Parameter entered: Is told each folder, by its whole path, before its files are looked at.
    init(_ place: WatchedPlace, entered: (String) -> Void = { _ in }) {
        var folders = [""]
        while let folder = folders.popLast() {
            let path = folder.isEmpty ? place.root : "\(place.root)/\(folder)"
            entered(path)
            for name in Self.names(in: path) where place.counts(name, isAtTop: folder.isEmpty) {
                var status = stat()
                guard lstat("\(path)/\(name)", &status) == 0 else { continue }
                let below = folder.isEmpty ? name : "\(folder)/\(name)"
                if status.st_mode & S_IFMT == S_IFDIR { folders.append(below) } else { files[below] = Stamp(status) }
            }
        }
    }

    /// Nothing where the folder is gone or closed to us: then there is nothing in it to watch.
    private static func names(in folder: String) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder) } catch { return [] }
    }
}
