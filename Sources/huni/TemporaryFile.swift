internal import Foundation
internal import Records
internal import Synchronization

/// A file for what does not fit in memory, in the folder for temporary files (`TMPDIR`, else `/tmp`).
///
/// It is made when it is first needed, without a name or with one that is taken away at once, so that nothing stays behind
/// whatever ends the process.
final class TemporaryFile: Scratch {
    private struct State {
        var handle: Int32?
        var size = 0
        var fault: String?
    }

    /// The folder.
    let name: String
    private let state = Mutex(State())

    init(in folder: String = TemporaryFile.folder) {
        name = folder
    }

    deinit {
        state.withLock { state in
            if let handle = state.handle { _ = close(handle) }
        }
    }

    /// The folder for temporary files.
    static var folder: String {
        let named = ProcessInfo.processInfo.environment["TMPDIR", default: ""]
        return named.isEmpty ? "/tmp" : named
    }

    /// How many bytes have been put there.
    var size: Int { state.withLock(\.size) }

    /// Why it could not be written or read, in the system's words.
    var fault: String? { state.withLock(\.fault) }

    func append(_ bytes: [UInt8]) throws(ByteFault) -> Int {
        let result = state.withLock { state -> Result<Int, ByteFault> in
            do throws(ByteFault) {
                let handle = try Self.opened(&state.handle, in: name)
                try Self.write(bytes, to: handle, at: state.size)
                defer { state.size += bytes.count }
                return .success(state.size)
            } catch {
                state.fault = error.message
                return .failure(error)
            }
        }
        return try result.get()
    }

    func bytes(in range: Range<Int>) throws(ByteFault) -> [UInt8] {
        guard let handle = state.withLock(\.handle) else { throw ByteFault("it was never written") }
        var message: String?
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count, message == nil {
                let rest = range.count - count
                let read = pread(handle, buffer.baseAddress.map { $0 + count }, rest, off_t(range.lowerBound + count))
                if read > 0 {
                    count += read
                } else if read == 0 || errno != EINTR {
                    message = read == 0 ? "it became shorter" : String(cString: strerror(errno))
                }
            }
        }
        if let message {
            state.withLock { $0.fault = message }
            throw ByteFault(message)
        }
        return bytes
    }

    private static func opened(_ handle: inout Int32?, in folder: String) throws(ByteFault) -> Int32 {
        if let handle { return handle }
        // A file that may not grow further shall be an error, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        let new = nameless(in: folder) ?? unnamed(in: folder)
        guard new >= 0 else { throw ByteFault(String(cString: strerror(errno))) }
        _ = fcntl(new, F_SETFD, FD_CLOEXEC)
        handle = new
        return new
    }

    /// A file that never has a name; `nil` where system or folder cannot make one.
    private static func nameless(in folder: String) -> Int32? {
        #if os(Linux)
            // O_TMPFILE, which is not imported.
            let new = open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR, 0o600)
            return new >= 0 ? new : nil
        #else
            return nil
        #endif
    }

    /// A file whose name is taken away as soon as it has one; below 0 where it cannot be made.
    private static func unnamed(in folder: String) -> Int32 {
        var template = Array("\(folder)/huni-XXXXXX".utf8CString)
        let new = mkstemp(&template)
        if new >= 0 { unlink(template) }
        return new
    }

    private static func write(_ bytes: [UInt8], to handle: Int32, at offset: Int) throws(ByteFault) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(handle, buffer.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
            }
            if count > 0 {
                done += count
            } else if count == 0 || errno != EINTR {
                throw ByteFault(String(cString: strerror(errno)))
            }
        }
    }
}
