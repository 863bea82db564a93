internal import CZlib
internal import Diagnostics

/// A file packed by gzip, unpacked piece by piece as it is asked for; see `Gzip` for what it may hold.
///
/// It belongs to one thread at a time.
final class GzipStream {
    private let source: any ByteSource
    private let file: String
    /// zlib's own memory points back at it, so that it must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var isOpen = false
    private var packed: [UInt8] = []
    /// The next byte of `packed`.
    private var next = 0
    /// How many bytes of the file have been put into `packed`.
    private var fetched = 0
    /// Whether all has been given.
    private(set) var isAtEnd = false

    private static let pieceSize = 1 << 16

    init(_ source: any ByteSource, file: String) {
        self.source = source
        self.file = file
        stream.initialize(to: z_stream())
    }

    deinit {
        if isOpen { inflateEnd(stream) }
        stream.deallocate()
    }

    /// Puts up to `count` bytes into `buffer` from its byte `start` on.
    /// - Returns: How many; 0 at the end only.
    /// - Throws: `RecordsError` where the file is cut off, corrupt, or cannot be read.
    func read(into buffer: inout [UInt8], at start: Int, upTo count: Int) throws(RecordsError) -> Int {
        var done = 0
        while done < count, !isAtEnd {
            if next == packed.count { try fetch() }
            if !isOpen { try beginMember() }
            if isAtEnd { break }
            guard next < packed.count else { throw fault(.cutOff(at: source.byteCount)) }
            done += try inflateSome(into: &buffer, at: start + done, upTo: count - done)
        }
        return done
    }

    private func fetch() throws(RecordsError) {
        packed = try source.bytes(in: fetched..<(fetched + Self.pieceSize), file: file)
        fetched += packed.count
        next = 0
    }

    /// Zero bytes at the end are padding.
    private func beginMember() throws(RecordsError) {
        let begin = fetched - packed.count + next
        while begin > 0, next < packed.count, packed[next] == 0 {
            next += 1
            if next == packed.count { try fetch() }
        }
        guard next < packed.count else {
            isAtEnd = true
            return
        }
        if fetched - packed.count + next != begin { throw fault(.corrupt(at: begin)) }
        let (anyWindow, gzipOnly): (Int32, Int32) = (15, 16)
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, anyWindow + gzipOnly, ZLIB_VERSION, size) == Z_OK else {
            throw fault(.tooLarge(limit: 0))
        }
        isOpen = true
    }

    private func inflateSome(
        into buffer: inout [UInt8],
        at start: Int,
        upTo count: Int
    ) throws(RecordsError) -> Int {
        var status = Z_OK
        let (offered, room) = (packed.count - next, min(count, buffer.count - start))
        packed.withUnsafeMutableBufferPointer { packed in
            buffer.withUnsafeMutableBufferPointer { buffer in
                stream.pointee.next_in = packed.baseAddress.map { $0 + next }
                stream.pointee.avail_in = UInt32(clamping: offered)
                stream.pointee.next_out = buffer.baseAddress.map { $0 + start }
                stream.pointee.avail_out = UInt32(clamping: room)
                status = inflate(stream, Z_NO_FLUSH)
            }
        }
        next = packed.count - Int(stream.pointee.avail_in)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END:
            inflateEnd(stream)
            isOpen = false
        default: throw fault(.corrupt(at: fetched - packed.count + next))
        }
        return room - Int(stream.pointee.avail_out)
    }

    private func fault(_ fault: GzipFault) -> RecordsError {
        RecordsError(kind: .brokenGzip(fault), position: SourcePosition(file: file))
    }
}
