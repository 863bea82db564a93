internal import Foundation
internal import Records

/// How the memory that may be used is parted among those who need it.
struct MemoryPlan {
    /// The least that a run can do with, in bytes: the program, the site's notes and pages, and text on its way.
    static let leastSize = 96_000_000
    /// What one thread has on its way: text, and rows that are not packed yet.
    private static let threadSize = 24_000_000

    /// What is counted may take as much of it in any case.
    private static let leastCountedSize = 12_000_000

    /// How many threads may work.
    let threads: Int
    /// How many bytes of rows may stay in memory; `nil`: all.
    let rowSize: Int?
    /// How many bytes what is counted of a funnel may take.
    let countedSize: Int
    /// How many bytes of files may be read as a whole.
    let wholeSize: Int

    /// - Parameter size: How many bytes may be used; `nil`: as many as it takes.
    init(_ size: MemorySize?, cores: Int = ProcessInfo.processInfo.activeProcessorCount) {
        guard let size else {
            (threads, rowSize, countedSize, wholeSize) = (cores, nil, .max, .max)
            return
        }
        let free = max(0, size.bytes - Self.leastSize)
        threads = max(1, min(cores, 1 + free / 2 / Self.threadSize))
        rowSize = free / 4
        countedSize = Self.leastCountedSize + free / 2
        wholeSize = size.bytes / 8
    }

    /// What reading may take; `nil`: as much as it needs.
    func allowance(_ scratch: any Scratch) -> RowAllowance? {
        rowSize.map { size in
            RowAllowance(byteCount: size, scratch: scratch, countedSize: countedSize, wholeSize: wholeSize)
        }
    }
}
