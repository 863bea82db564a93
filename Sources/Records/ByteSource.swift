internal import Diagnostics

/// Bytes that can be read piece by piece from anywhere, by several threads at a time: a file's, as a rule.
public protocol ByteSource: Sendable {
    /// How many bytes there were when reading began.
    var byteCount: Int { get }

    /// Puts the bytes from `offset` on in the places `range` of `buffer`.
    /// - Returns: How many bytes were read, perhaps fewer than fit; 0 only where the bytes end.
    /// - Throws: `ByteFault` where the system refuses.
    func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws(ByteFault) -> Int

    /// Lets go of what reading needs; it may be read again.
    func close()
}

/// Why bytes could not be read, in the system's words.
public struct ByteFault: Error, Hashable, Sendable {
    /// What the system said.
    public var message: String

    /// The system said `message`.
    public init(_ message: String) {
        self.message = message
    }
}

/// Bytes in memory.
public struct BytesInMemory: ByteSource {
    private let bytes: [UInt8]

    /// These bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Their number.
    public var byteCount: Int { bytes.count }

    /// Copies them.
    public func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) -> Int {
        let count = max(0, min(range.count, bytes.count - offset))
        for index in 0..<count { buffer[range.lowerBound + index] = bytes[offset + index] }
        return count
    }

    /// Nothing is held.
    public func close() {}
}

extension ByteSource {
    /// So many bytes from `offset` on, or up to the end, with room for `padding` zeros behind them.
    /// - Throws: `RecordsError` where the file is shorter than it was, or cannot be read.
    func bytes(in range: Range<Int>, padding: Int = 0, file: String) throws(RecordsError) -> [UInt8] {
        let range = range.clamped(to: 0..<byteCount)
        var bytes = [UInt8](repeating: 0, count: range.count + padding)
        try fill(&bytes, from: 0, with: range, file: file)
        return bytes
    }

    /// Puts the bytes of `range` into `bytes`, from its byte `start` on.
    func fill(
        _ bytes: inout [UInt8],
        from start: Int,
        with range: Range<Int>,
        file: String
    ) throws(RecordsError) {
        do throws(ByteFault) {
            var done = 0
            while done < range.count {
                let rest = (start + done)..<(start + range.count)
                let count = try read(into: &bytes, rest, at: range.lowerBound + done)
                guard count > 0 else { throw ByteFault("") }
                done += count
            }
        } catch {
            let kind: RecordsError.Kind = error.message.isEmpty ? .shortened : .unreadable(error.message)
            throw RecordsError(kind: kind, position: SourcePosition(file: file))
        }
    }

    /// All bytes.
    public func allBytes(file: String) throws(RecordsError) -> [UInt8] {
        try bytes(in: 0..<byteCount, file: file)
    }
}
