internal import Synchronization

/// A file's text in chunks of whole lines, for several threads: each takes the next chunk until there are no more.
///
/// Of a line that is longer than any row may be, only as much is given as shows it.
protocol TextFeed: Sendable {
    /// Puts the next chunk in place of `buffer`, and behind it `ByteMarks.width` bytes more.
    /// - Returns: `nil` where there are no more.
    func next(into buffer: inout [UInt8]) throws(RecordsError) -> TextChunk?

    /// How many bytes of text the file has, as far as it has been read.
    var textSize: Int { get }
}

/// What of a buffer is text.
struct TextChunk: Sendable {
    /// The chunk's place among those of its file, from 0.
    var index: Int
    var count: Int
    /// Whether the file ends with it; else it ends with a line feed.
    var isLast: Bool
}

/// The text of a file that is not packed, read wherever a thread needs it.
///
/// A chunk is the lines that begin within so many bytes of the file, so that threads need not wait for each other.
final class FileFeed: TextFeed {
    private let source: any ByteSource
    private let file: String
    private let start: Int
    private let size: Int
    private let taken = Atomic<Int>(0)
    /// The line of megabytes that was found last, so that not each chunk within it looks for its end.
    private let longLine = Mutex(LineEnd(start: 0, offset: 0))

    /// The text from `start` on, where a line begins, in chunks of about `size` bytes.
    init(_ source: any ByteSource, file: String, from start: Int, chunkSize size: Int) {
        self.source = source
        self.file = file
        self.start = start
        self.size = size
    }

    var textSize: Int { source.byteCount }

    private var chunkCount: Int { max(1, (source.byteCount - start + size - 1) / size) }

    func next(into buffer: inout [UInt8]) throws(RecordsError) -> TextChunk? {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < chunkCount else { return nil }
        let isLast = index == chunkCount - 1
        let first = start + index * size
        let begin = index == 0 ? first : try lineEnd(from: first - 1).offset
        let last = isLast ? LineEnd(start: first, offset: source.byteCount) : try lineEnd(from: first + size - 1)
        var end = max(begin, last.offset)
        let shown = first + size + TextRow.longest + 1
        let isCut = begin < first + size && end > shown + 1 && !last.hasTurn
        if isCut { end = shown + 1 }
        let count = end - begin
        if buffer.count < count + ByteMarks.width {
            buffer = Array(repeating: 0, count: count + count / 8 + ByteMarks.width)
        }
        try source.fill(&buffer, from: 0, with: begin..<end, file: file)
        if isCut { buffer[count - 1] = ASCII.lineFeed }
        return TextChunk(index: index, count: count, isLast: isLast)
    }

    /// Where the line begins behind the first line feed at or after `offset`; the end of the file where there is none.
    private func lineEnd(from offset: Int) throws(RecordsError) -> LineEnd {
        let known = longLine.withLock(\.self)
        if known.start <= offset, offset < known.offset - 1 { return known }
        var end = LineEnd(start: offset, offset: offset)
        var piece = 512
        while end.offset < source.byteCount {
            let range = end.offset..<min(end.offset + piece, source.byteCount)
            let bytes = try source.bytes(in: range, file: file)
            let feed = bytes.firstIndex(of: ASCII.lineFeed)
            let before = feed.map { bytes.prefix(max(0, $0 - 1)) } ?? bytes[...]
            end.hasTurn = end.hasTurn || before.contains(ASCII.carriageReturn)
            end.offset += feed.map { $0 + 1 } ?? bytes.count
            if feed != nil { break }
            piece = min(piece * 8, 1 << 20)
        }
        if end.offset - offset > 1 << 20 { longLine.withLock { $0 = end } }
        return end
    }

    private struct LineEnd {
        /// From where on it was looked for.
        var start: Int
        /// Behind the line feed.
        var offset: Int
        /// Whether a carriage return was passed that may end a line by itself.
        var hasTurn = false
    }
}
