internal import Synchronization

/// A file's text in chunks of whole lines, for several threads: each takes the next chunk until there are no more.
protocol TextFeed: Sendable {
    /// Puts the next chunk in place of `buffer`, and behind it `CellEnds.padding` bytes more.
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
        let begin = index == 0 ? first : try lineStart(from: first - 1)
        let end = isLast ? source.byteCount : max(begin, try lineStart(from: first + size - 1))
        let count = end - begin
        if buffer.count < count + CellEnds.padding {
            buffer = Array(repeating: 0, count: count + count / 8 + CellEnds.padding)
        }
        try source.fill(&buffer, from: 0, with: begin..<end, file: file)
        return TextChunk(index: index, count: count, isLast: isLast)
    }

    /// Where the line begins behind the first line feed at or after `offset`; the end of the file where there is none.
    private func lineStart(from offset: Int) throws(RecordsError) -> Int {
        var offset = offset
        var piece = 512
        while offset < source.byteCount {
            let bytes = try source.bytes(in: offset..<min(offset + piece, source.byteCount), file: file)
            if let feed = bytes.firstIndex(of: ASCII.lineFeed) { return offset + feed + 1 }
            offset += bytes.count
            piece = min(piece * 8, 1 << 20)
        }
        return source.byteCount
    }
}
