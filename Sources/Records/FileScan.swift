internal import Dispatch
internal import Synchronization

/// Reads one file by several threads, and puts together what they find in the order of the file.
///
/// A thread takes a chunk, reads it on the supposition that a row begins with it, and hands it in; whoever hands in the chunk
/// that is next in the file's order takes it into the totals, and those that follow and have been waiting, and then puts
/// their rows away among its own. Where a chunk ends within a row, its end is read again together with the chunk behind
/// it, whose own reading was on a wrong supposition.
final class FileScan: Sendable {
    /// A chunk that has been read.
    fileprivate struct Reading {
        var chunk: TextChunk
        var text: [UInt8]
        var scanned: ScannedChunk
    }

    fileprivate struct State {
        var totals: ScanTotals
        var scans: [ChunkScan?]
        var waiting: [Int: Reading] = [:]
        var next = 0
        /// What no row could be made of yet, and how long it must be before it is tried again.
        var rest: [UInt8] = []
        var retrySize = 0
        var fault: RecordsError?
        var buffers: [[UInt8]] = []
    }

    private let feed: any TextFeed
    private let threads: Int
    private let onRows: @Sendable (Int) -> Void
    private let state: Mutex<State>
    /// One for each chunk that may be on its way, so that a slow thread does not make the others pile up chunks.
    private let places: DispatchSemaphore

    /// - Parameters:
    ///   - scans: One a thread.
    ///   - onRows: Is told how many rows have been read.
    init(
        _ feed: any TextFeed,
        scans: [ChunkScan],
        totals: ScanTotals,
        onRows: @escaping @Sendable (Int) -> Void
    ) {
        self.feed = feed
        self.onRows = onRows
        threads = scans.count
        state = Mutex(State(totals: totals, scans: scans))
        places = DispatchSemaphore(value: scans.count * 4)
    }

    /// Reads the file.
    /// - Returns: The totals with all of it, what each thread remembers, and why it was not read to its end, if so.
    func run() -> (totals: ScanTotals, memories: [ScanMemory], fault: RecordsError?) {
        if threads == 1 {
            work(0)
        } else {
            DispatchQueue.concurrentPerform(iterations: threads) { self.work($0) }
        }
        for _ in 0..<(threads * 4) { places.signal() }
        return state.withLock { state in
            defer { state.scans = [] }
            return (state.totals, state.scans.compactMap { $0?.memory }, state.fault)
        }
    }

    private func work(_ thread: Int) {
        guard var scan = state.withLock({ $0.scans[thread].take() }) else { return }
        do throws(RecordsError) {
            while true {
                places.wait()
                var text = state.withLock { $0.buffers.popLast() ?? [] }
                guard !isOver, let chunk = try feed.next(into: &text) else { break }
                let scanned = scan.scan(text, count: chunk.count, isLast: chunk.isLast)
                scan.memory.tidy()
                onRows(scanned.accepted + scanned.faults.count)
                var certain = handIn(Reading(chunk: chunk, text: text, scanned: scanned), by: &scan)
                for index in certain.indices { try scan.keepRows(of: &certain[index]) }
            }
        } catch {
            state.withLock { $0.fault = $0.fault ?? error }
            // Nobody hands in the chunk that others may be waiting for.
            for _ in 0..<(threads * 4) { places.signal() }
        }
        places.signal()
        state.withLock { $0.scans[thread] = scan }
    }

    /// Whether it is of no use to read on.
    private var isOver: Bool { state.withLock { $0.fault != nil || $0.totals.isHopeless } }

    /// - Returns: The chunks that are certain now.
    private func handIn(_ reading: Reading, by scan: inout ChunkScan) -> [ScannedChunk] {
        let (done, certain) = state.withLock { state in
            state.waiting[reading.chunk.index] = reading
            var done = 0
            var certain: [ScannedChunk] = []
            while let next = state.waiting.removeValue(forKey: state.next) {
                state.next += 1
                done += 1
                if let chunk = state.take(next, by: &scan) { certain.append(chunk) }
            }
            return (done, certain)
        }
        for _ in 0..<done { places.signal() }
        return certain
    }
}

extension FileScan.State {
    /// Longer buffers are not kept for other chunks.
    private static let mostKept = 1 << 20

    /// Adds the chunk to the totals, together with what is left of those before it.
    /// - Returns: The chunk, or what it has become together with them; `nil` where that is not certain yet.
    fileprivate mutating func take(_ reading: FileScan.Reading, by scan: inout ChunkScan) -> ScannedChunk? {
        var reading = reading
        if buffers.count < 8, reading.text.count <= Self.mostKept { buffers.append(reading.text) }
        if !rest.isEmpty {
            rest.append(contentsOf: reading.text[..<reading.chunk.count])
            guard reading.chunk.isLast || rest.count >= retrySize else { return nil }
            reading.chunk.count = rest.count
            rest.append(contentsOf: repeatElement(0, count: CellEnds.padding))
            reading.text = rest
            reading.scanned = scan.scan(rest, count: reading.chunk.count, isLast: reading.chunk.isLast)
            rest = []
        }
        totals.add(reading.scanned)
        if reading.scanned.end < reading.chunk.count {
            rest = Array(reading.text[reading.scanned.end..<reading.chunk.count])
            // A quote that is not closed in so long a row never is.
            retrySize = rest.count < TextRow.longest + 2 ? min(rest.count * 2, TextRow.longest + 2) : rest.count * 2
        }
        return reading.scanned
    }
}
