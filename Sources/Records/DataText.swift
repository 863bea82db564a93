internal import Diagnostics

/// The text of a file, as UTF-8, and how it was written.
struct DataText: Sendable {
    /// All of it; what was not well formed still is not.
    let bytes: [UInt8]
    /// Where the text begins: behind the byte order mark.
    let start: Int

    /// Opens a file.
    /// - Throws: `RecordsError` where the bytes are no text.
    init(_ bytes: [UInt8], file: String, encoding: TextEncoding?) throws(RecordsError) {
        if let format = ForeignFormat(of: bytes.span) {
            throw RecordsError(kind: .foreignFile(format), position: SourcePosition(file: file))
        }
        self.bytes = bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
}
