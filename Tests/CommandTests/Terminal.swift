import Foundation
import Synchronization
import Testing

/// A terminal that nobody sits at: what a program writes to its standard error there.
final class Terminal: Sendable {
    /// The end that the program writes to.
    let entry: FileHandle
    private let exit: FileHandle
    private let said = Mutex(Data())
    private let isOver = DispatchSemaphore(value: 0)

    init() throws {
        let master = posix_openpt(O_RDWR | O_NOCTTY)
        try #require(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0)
        let name = try #require(ptsname(master).map { String(cString: $0) })
        let slave = open(name, O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        exit = FileHandle(fileDescriptor: master, closeOnDealloc: true)
        entry = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        DispatchQueue.global().async { [self] in
            var buffer = [UInt8](repeating: 0, count: 4096)
            while case let count = read(master, &buffer, buffer.count), count > 0 {
                said.withLock { $0.append(contentsOf: buffer[..<count]) }
            }
            isOver.signal()
        }
    }

    /// Everything that was written, once the program has ended.
    func text() throws -> String {
        try entry.close()
        _ = isOver.wait(timeout: .now() + 10)
        return said.withLock { String(decoding: $0, as: UTF8.self) }
    }
}
