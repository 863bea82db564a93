internal import Foundation
internal import Records
internal import Synchronization

/// A file of any size, read piece by piece where a reader asks for it.
///
/// It is opened when it is first read, and stays the same file until it is closed, whatever takes its name meanwhile. It is
/// not mapped into memory: a mapped file that becomes shorter ends the process, and is counted as memory.
final class FileOnDisk: ByteSource {
    let byteCount: Int
    private let path: String
    /// What is told of every piece that was read.
    private let onRead: @Sendable (Int) -> Void
    private let handle = Mutex<Int32?>(nil)

    /// - Returns: `nil` where there is no plain file of that path.
    init?(_ path: String, onRead: @escaping @Sendable (Int) -> Void = { _ in }) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.path = path
        self.onRead = onRead
        byteCount = Int(status.st_size)
    }

    deinit { close() }

    func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws(ByteFault) -> Int {
        guard buffer.indices.contains(range.lowerBound), range.upperBound <= buffer.count else { return 0 }
        let handle = try opened()
        let count = buffer.withUnsafeMutableBytes { bytes in
            pread(handle, bytes.baseAddress.map { $0 + range.lowerBound }, range.count, off_t(offset))
        }
        guard count >= 0 else { throw ByteFault(String(cString: strerror(errno))) }
        onRead(count)
        return count
    }

    private func opened() throws(ByteFault) -> Int32 {
        let opened = handle.withLock { handle -> Int32 in
            if let handle { return handle }
            let new = open(path, O_RDONLY | O_CLOEXEC)
            if new >= 0 { handle = new }
            return new
        }
        guard opened >= 0 else { throw ByteFault(String(cString: strerror(errno))) }
        return opened
    }

    func close() {
        handle.withLock { handle in
            if let open = handle { _ = Foundation.close(open) }
            handle = nil
        }
    }
}
