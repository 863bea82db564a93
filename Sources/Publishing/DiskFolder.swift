internal import Diagnostics
internal import Foundation

/// A folder on the disk below which nothing is reached through a link.
struct DiskFolder {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// What stands at a place, links not followed.
    enum Kind {
        case nothing, file, folder, link, other
    }

    static func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .nothing }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    func full(_ relative: String) -> String { relative.isEmpty ? path : "\(path)/\(relative)" }

    /// Refuses a way to `relative` that leads over a link.
    func checkNoLinks(to relative: String) throws(Failure) {
        var way = path
        for part in [""] + relative.split(separator: "/").map(String.init) {
            way += part.isEmpty ? "" : "/\(part)"
            guard Self.kind(of: way) != .link else {
                throw Failure(
                    at: SourcePosition(file: way),
                    "this is a symbolic link, and links are not written through",
                    remedy: "Remove the link, or build into another folder with -o."
                )
            }
        }
    }

    /// The bytes of a regular file; `nil` where there is none.
    func read(_ relative: String) throws -> [UInt8]? {
        guard Self.kind(of: full(relative)) == .file else { return nil }
        guard let handle = fopen(full(relative), "rb") else { throw EnvironmentFailure("read", full(relative)) }
        defer { fclose(handle) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, handle)
            bytes.append(contentsOf: block[..<count])
            if count < block.count { break }
        }
        guard ferror(handle) == 0 else { throw EnvironmentFailure("read", full(relative)) }
        return bytes
    }

    /// Writes a new file and waits until the disk has it.
    func write(_ bytes: [UInt8], to relative: String) throws {
        try makeFolder(for: relative)
        let target = full(relative)
        guard let handle = fopen(target, "wb") else { throw EnvironmentFailure("write", target) }
        let written = fwrite(bytes, 1, bytes.count, handle)
        let isSafe = written == bytes.count && fflush(handle) == 0 && fsync(fileno(handle)) == 0
        let code = errno
        guard fclose(handle) == 0, isSafe else { throw EnvironmentFailure("write", target, code: code) }
    }

    /// Makes the folders that `relative` lies in.
    func makeFolder(for relative: String) throws {
        var way = path
        try makeFolder(way)
        for part in relative.split(separator: "/").dropLast() {
            way += "/\(part)"
            try makeFolder(way)
        }
    }

    private func makeFolder(_ folder: String) throws {
        if mkdir(folder, 0o777) != 0, errno != EEXIST { throw EnvironmentFailure("make the folder", folder) }
        if Self.kind(of: folder) != .folder { throw EnvironmentFailure("make the folder", folder, code: ENOTDIR) }
    }

    /// Deletes a file that may be gone already, and the folders that it leaves empty.
    func delete(_ relative: String) throws {
        if unlink(full(relative)) != 0, errno != ENOENT { throw EnvironmentFailure("delete", full(relative)) }
        var parts = relative.split(separator: "/").dropLast()
        while !parts.isEmpty, rmdir(full(parts.joined(separator: "/"))) == 0 { parts = parts.dropLast() }
    }

    /// Deletes the folder and everything in it; nothing if it is not there.
    func deleteAll() throws {
        guard Self.kind(of: path) != .nothing else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw EnvironmentFailure("delete", path)
        }
    }

    /// Whether nothing is in it, or it is not there.
    var isEmpty: Bool {
        guard let names = FileManager.default.enumerator(atPath: path) else { return true }
        return names.nextObject() == nil
    }
}
