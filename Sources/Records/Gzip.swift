internal import CZlib

/// Files packed by gzip (RFC 1952), unpacked by zlib. Beside `GzipStream`, the only file
/// that calls zlib.
public enum Gzip {
    /// How much a file may hold: 4 GiB.
    static let limit = 1 << 32

    /// Whether the first bytes are gzip's.
    static func isSigned(_ file: [UInt8]) -> Bool { file.starts(with: [0x1F, 0x8B]) }

    /// How many bytes a file holds, as its last four bytes say where it is packed; it may be more where it has several
    /// members. Of a file that cannot be read, its own size.
    public static func likelySize(of source: any ByteSource, file: String) -> Int {
        do throws(RecordsError) {
            guard isSigned(try source.bytes(in: 0..<2, file: file)), source.byteCount >= 4 else {
                return source.byteCount
            }
            let end = try source.bytes(in: (source.byteCount - 4)..<source.byteCount, file: file)
            return max(source.byteCount, end.reversed().reduce(0) { $0 << 8 | Int($1) })
        } catch {
            return source.byteCount
        }
    }

    /// What the file holds; of several members one behind the other, all. Zero bytes at the end are padding.
    static func unpack(_ file: [UInt8], limit: Int = limit) throws(GzipFault) -> [UInt8] {
        var contents: [UInt8] = []
        var start = 0
        while start < file.count, start == 0 || file[start...].contains(where: { $0 != 0 }) {
            let end = file.withUnsafeBufferPointer { file in
                unpackMember(of: file, from: start, into: &contents, limit: limit)
            }
            start = try end.get()
        }
        return contents
    }

    /// Adds a member's contents.
    /// - Returns: The offset behind the member.
    private static func unpackMember(
        of file: UnsafeBufferPointer<UInt8>,
        from start: Int,
        into contents: inout [UInt8],
        limit: Int
    ) -> Result<Int, GzipFault> {
        var stream = z_stream()
        let anyWindow: Int32 = 15
        let gzipOnly: Int32 = 16
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, anyWindow + gzipOnly, ZLIB_VERSION, size) == Z_OK else {
            return .failure(.tooLarge(limit: contents.count))
        }
        defer { inflateEnd(&stream) }
        var offset = start
        while true {
            let status = inflateBlock(&stream, file, &offset, into: &contents)
            if contents.count > limit { return .failure(.tooLarge(limit: limit)) }
            switch status {
            case Z_STREAM_END: return .success(offset)
            case Z_OK: continue
            case Z_BUF_ERROR: return .failure(.cutOff(at: file.count))
            case Z_MEM_ERROR: return .failure(.tooLarge(limit: contents.count))
            default: return .failure(.corrupt(at: offset))
            }
        }
    }

    /// Unpacks the next quarter of a megabyte, or less, and moves `offset` behind what was read for it.
    private static func inflateBlock(
        _ stream: inout z_stream,
        _ file: UnsafeBufferPointer<UInt8>,
        _ offset: inout Int,
        into contents: inout [UInt8]
    ) -> Int32 {
        let offered = UInt32(clamping: file.count - offset)
        stream.next_in = file.baseAddress.map { UnsafeMutablePointer(mutating: $0 + offset) }
        stream.avail_in = offered
        var status = Z_OK
        let blockSize = 1 << 18
        let block = [UInt8](unsafeUninitializedCapacity: blockSize) { buffer, count in
            stream.next_out = buffer.baseAddress
            stream.avail_out = UInt32(blockSize)
            status = inflate(&stream, Z_NO_FLUSH)
            count = blockSize - Int(stream.avail_out)
        }
        contents += block
        offset += Int(offered - stream.avail_in)
        return status
    }
}
