internal import Foundation

extension Folder {
    /// The bytes of the file called `name`; `nil` where no regular file bears the name.
    func read(_ name: String) throws -> [UInt8]? {
        if try occupant(name) != .file { return nil }
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if file < 0 { throw Self.refusal("cannot be read", shown(name)) }
        defer { close(file) }
        var status = stat()
        if fstat(file, &status) != 0 { throw Self.refusal("cannot be read", shown(name)) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        while true {
            let part = try readPart(of: file, from: bytes.count, name)
            if part.isEmpty { return bytes }
            bytes += part
        }
    }

    private func readPart(of file: Int32, from offset: Int, _ name: String) throws -> [UInt8] {
        var code: Int32 = 0
        let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
            var got = 0
            repeat {
                got = pread(file, room.baseAddress, room.count, off_t(offset))
                code = got < 0 ? errno : 0
            } while code == EINTR
            count = max(0, got)
        }
        if code != 0 { throw Self.refusal("cannot be read", shown(name), code) }
        return part
    }

    /// Makes the file `name`, which must not exist, and waits until its bytes are on the disk.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        if file < 0 { throw Self.refusal("cannot be made", shown(name)) }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                let rest = UnsafeRawBufferPointer(rebasing: all[done...])
                return pwrite(file, rest.baseAddress, rest.count, off_t(done))
            }
            if count < 0, errno != EINTR { throw Self.refusal("cannot be written", shown(name)) }
            done += max(0, count)
        }
        if fsync(file) != 0 { throw Self.refusal("cannot be brought to the disk", shown(name)) }
    }

    /// Moves the file `name` into another folder in one stroke, over a file that is there.
    func move(_ name: String, to folder: Folder, as newName: String) throws {
        if renameat(descriptor, name, folder.descriptor, newName) != 0 {
            throw Self.refusal("cannot take its place", folder.shown(newName))
        }
    }

    /// Deletes the file `name`, a link for itself; one that is gone already is fine.
    func delete(_ name: String) throws {
        if unlinkat(descriptor, name, 0) != 0, errno != ENOENT { throw Self.refusal("cannot be deleted", shown(name)) }
    }

    /// Removes the folder `name` where it is empty.
    /// - Returns: Whether it is gone.
    func removeIfEmpty(_ name: String) throws -> Bool {
        if unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT { return true }
        if errno == ENOTEMPTY || errno == EEXIST { return false }
        throw Self.refusal("cannot be removed", shown(name))
    }

    /// The names in the folder, in the order of their bytes; names that are no UTF-8 are mended for showing.
    func names() throws -> [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else { throw Self.refusal("cannot be listed", path) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
