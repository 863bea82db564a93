internal import Synchronization

/// The text of a file packed by gzip: whoever needs a chunk unpacks the next one, while others read those before it.
final class GzipFeed: TextFeed {
    fileprivate struct State: ~Copyable {
        var stream: GzipStream
        /// Text that has been unpacked and belongs to the next chunk.
        var rest: [UInt8]
        var index = 0
        var isOver = false
        var textSize = 0
    }

    private let size: Int
    private let state: Mutex<State>

    /// The text behind `start` bytes of `head`, which has been read from the stream already.
    init(_ stream: sending GzipStream, head: [UInt8], from start: Int, chunkSize size: Int) {
        self.size = size
        state = Mutex(State(stream: stream, rest: Array(head[start...]), textSize: head.count))
    }

    var textSize: Int { state.withLock { $0.textSize } }

    func next(into buffer: inout [UInt8]) throws(RecordsError) -> TextChunk? {
        var own = buffer
        buffer = []
        defer { buffer = own }
        let result = state.withLock { state -> Result<TextChunk?, RecordsError> in
            do throws(RecordsError) {
                return .success(try state.next(into: &own, size: size))
            } catch {
                state.isOver = true
                return .failure(error)
            }
        }
        return try result.get()
    }
}

extension GzipFeed.State {
    /// Fills the buffer with so many bytes, or as many more as a line takes.
    fileprivate mutating func next(into buffer: inout [UInt8], size: Int) throws(RecordsError) -> TextChunk? {
        guard !isOver else { return nil }
        var count = rest.count
        Self.make(&buffer, hold: max(size, count))
        for index in rest.indices { buffer[index] = rest[index] }
        rest = []
        var searched = 0
        while true {
            let goal = max(size, count + (searched > 0 ? size : 0))
            Self.make(&buffer, hold: goal)
            while count < goal, !stream.isAtEnd {
                let read = try stream.read(into: &buffer, at: count, upTo: goal - count)
                textSize += read
                count += read
            }
            if stream.isAtEnd {
                isOver = true
                return chunk(count, isLast: true)
            }
            if let feed = buffer[searched..<count].lastIndex(of: ASCII.lineFeed) {
                rest = Array(buffer[(feed + 1)..<count])
                return chunk(feed + 1, isLast: false)
            }
            searched = count
            if count > TextRow.longest + 1, !buffer[..<count].contains(ASCII.carriageReturn) {
                count += try skipLine(into: &buffer, at: count)
            }
        }
    }

    /// Leaves out what follows of a line that is too long, up to its line break, of which it puts what is read already,
    /// and what is read behind it, into the buffer.
    /// - Returns: How many bytes that is.
    private mutating func skipLine(into buffer: inout [UInt8], at start: Int) throws(RecordsError) -> Int {
        Self.make(&buffer, hold: start + 1 << 16)
        while !stream.isAtEnd {
            let read = try stream.read(into: &buffer, at: start, upTo: 1 << 16)
            textSize += read
            let piece = buffer[start..<(start + read)]
            guard let end = piece.firstIndex(where: { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }) else {
                continue
            }
            for index in end..<(start + read) { buffer[start + index - end] = buffer[index] }
            return start + read - end
        }
        return 0
    }

    private mutating func chunk(_ count: Int, isLast: Bool) -> TextChunk {
        defer { index += 1 }
        return TextChunk(index: index, count: count, isLast: isLast)
    }

    private static func make(_ buffer: inout [UInt8], hold count: Int) {
        guard buffer.count < count + ByteMarks.width else { return }
        buffer.append(contentsOf: repeatElement(0, count: count + ByteMarks.width - buffer.count))
    }
}
