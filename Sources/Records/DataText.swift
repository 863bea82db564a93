internal import Diagnostics

/// The text of a file, as UTF-8, and how it was written.
struct DataText: Sendable {
    /// All of it; what was not well formed still is not.
    let bytes: [UInt8]
    /// Where the text begins: behind the byte order mark.
    let start: Int
    /// How it was written.
    let encoding: TextEncoding
    /// Whether a byte order mark said so.
    let hasMark: Bool
    /// Whether the file was packed by gzip.
    let isPacked: Bool

    /// Opens a file: unpacks it where its first bytes are gzip's, and makes UTF-8 of it.
    ///
    /// A byte order mark is believed before `encoding`; without either the text is in UTF-8.
    /// - Throws: `RecordsError` where the bytes are no text, or cannot be unpacked.
    init(_ file: [UInt8], file name: String, encoding: TextEncoding?) throws(RecordsError) {
        let contents = try Self.contents(of: file, file: name)
        try self.init(unpacked: contents, isPacked: Gzip.isSigned(file), file: name, encoding: encoding)
    }

    /// The same of bytes that are not packed, or not any more.
    init(
        unpacked bytes: [UInt8],
        isPacked: Bool = false,
        file name: String,
        encoding: TextEncoding?
    ) throws(RecordsError) {
        self.isPacked = isPacked
        if let format = ForeignFormat(of: bytes.span) {
            throw RecordsError(kind: .foreignFile(format), position: SourcePosition(file: name))
        }
        let mark = TextEncoding.marked(bytes)
        hasMark = mark != nil
        self.encoding = mark?.encoding ?? encoding ?? .utf8
        let length = mark?.length ?? 0
        let isUTF8 = self.encoding == .utf8
        start = isUTF8 ? length : 0
        self.bytes = isUTF8 ? bytes : self.encoding.decode(bytes, from: length)
    }

    /// The file's bytes, unpacked where they are packed by gzip.
    /// - Throws: `RecordsError` where they cannot be unpacked.
    static func contents(of file: [UInt8], file name: String) throws(RecordsError) -> [UInt8] {
        guard Gzip.isSigned(file) else { return file }
        do throws(GzipFault) {
            return try Gzip.unpack(file)
        } catch {
            throw RecordsError(kind: .brokenGzip(error), position: SourcePosition(file: name))
        }
    }
}

extension TextEncoding {
    /// The encoding whose byte order mark the bytes begin with, and the mark's length.
    static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
        return nil
    }
}
