/// The text of a file in an encoding of one byte a character, made UTF-8 chunk by chunk by whoever needs it.
struct DecodedFeed: TextFeed {
    /// Gives the chunks as they are written.
    let base: any TextFeed
    let encoding: TextEncoding

    var textSize: Int { base.textSize }

    func next(into buffer: inout [UInt8]) throws(RecordsError) -> TextChunk? {
        guard var chunk = try base.next(into: &buffer) else { return nil }
        buffer.removeLast(buffer.count - chunk.count)
        buffer = encoding.decode(buffer, from: 0)
        chunk.count = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: ByteMarks.width))
        return chunk
    }
}
