internal import Diagnostics
internal import Foundation

/// An open folder; everything in it is named relative to it, and no symbolic link in it is followed.
///
/// All the system's calls on files are in this file and its extension. Because names are looked up in the open folder,
/// nobody can lead a write elsewhere by swapping a folder for a link meanwhile.
final class Folder {
    /// What bears a name.
    enum Occupant {
        case file, folder, link, other
    }

    /// As the user named it, for messages.
    let path: String
    let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// The folder at `path`, links among its components followed; `nil` where there is none.
    static func existing(at path: String) throws -> Folder? {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return nil }
        if descriptor < 0 { throw refusal("cannot be opened as a folder", path) }
        return Folder(path: path, descriptor: descriptor)
    }

    /// The folder called `name`; `nil` where nothing bears the name. A link or a file there is an error.
    func subfolder(_ name: String) throws -> Folder? {
        let found = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if found >= 0 { return Folder(path: shown(name), descriptor: found) }
        let trouble = errno
        if trouble == ENOENT { return nil }
        if try occupant(name) == .link { throw Self.linkRefused(shown(name)) }
        throw Self.refusal("cannot be opened as a folder", shown(name), trouble)
    }

    /// The folder called `name`, made where there is none.
    func makeSubfolder(_ name: String) throws -> Folder {
        if mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST { throw Self.refusal("cannot be made", shown(name)) }
        if let folder = try subfolder(name) { return folder }
        throw Self.refusal("cannot be opened as a folder", shown(name), ENOENT)
    }

    /// What bears `name`, a link for itself; `nil` where nothing does.
    func occupant(_ name: String) throws -> Occupant? {
        var status = stat()
        if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
            if errno == ENOENT { return nil }
            throw Self.refusal("cannot be looked at", shown(name))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// Takes the folder for this process alone, or, `shared`, against writers; `false` where another has it.
    ///
    /// Let go with the folder, and by the system where the process dies. A program that this process is just starting
    /// holds its locks too until it runs, so a taken lock is asked for again for a second.
    func lock(shared: Bool) throws -> Bool {
        for _ in 0..<50 {
            if flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return true }
            guard errno == EWOULDBLOCK else { throw Self.refusal("cannot be locked", path) }
            usleep(20_000)
        }
        return false
    }

    /// Waits until what happened to the folder's names is on the disk.
    func synchronize() throws {
        if fsync(descriptor) != 0, errno != EINVAL { throw Self.refusal("cannot be brought to the disk", path) }
    }

    /// Which device the folder lies on; files can be renamed only within one.
    func device() throws -> UInt64 {
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw Self.refusal("cannot be looked at", path) }
        return UInt64(truncatingIfNeeded: status.st_dev)
    }

    /// The path of `name` in this folder, for messages.
    func shown(_ name: String) -> String {
        if path == "." { return name }
        return path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    }

    /// The system's refusal in words.
    static func refusal(_ what: String, _ path: String, _ code: Int32 = errno) -> EnvironmentFailure {
        EnvironmentFailure(path: path, message: "\(what): \(String(cString: strerror(code)))")
    }

    /// What is said about a symbolic link in the output.
    static func linkRefused(_ path: String) -> Failure {
        Failure(
            at: SourcePosition(file: path),
            "this is a symbolic link, and huni writes and deletes through none",
            remedy: "Delete the link, or choose another folder with --output"
        )
    }
}
