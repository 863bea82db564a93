import Records
import Synchronization

/// Bytes put aside in memory, for tests.
final class BytesAside: Scratch {
    let name = "scratch"
    private let room: Int
    private let bytes = Mutex<[UInt8]>([])

    init(room: Int = .max) {
        self.room = room
    }

    var count: Int { bytes.withLock(\.count) }

    func lose() { bytes.withLock { $0 = [] } }

    func append(_ more: [UInt8]) throws(ByteFault) -> Int {
        let start = bytes.withLock { bytes -> Int? in
            guard bytes.count + more.count <= room else { return nil }
            bytes += more
            return bytes.count - more.count
        }
        guard let start else { throw ByteFault("No space left on device") }
        return start
    }

    func bytes(in range: Range<Int>) throws(ByteFault) -> [UInt8] {
        let found = bytes.withLock { range.upperBound <= $0.count ? Array($0[range]) : nil }
        guard let found else { throw ByteFault("Input/output error") }
        return found
    }
}
