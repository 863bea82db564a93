public import Records

/// A file of data.
public struct DataFile: Sendable {
    /// The path relative to the site's folder.
    public var path: String
    /// What is in it.
    public var source: any ByteSource

    /// A file at `path`, read piece by piece.
    public init(path: String, source: any ByteSource) {
        self.path = path
        self.source = source
    }

    /// A file at `path` that holds these bytes.
    public init(path: String, bytes: [UInt8]) {
        self.init(path: path, source: BytesInMemory(bytes))
    }

    /// How many bytes it has, unpacked if it is packed, as far as it says.
    var likelySize: Int { Gzip.likelySize(of: source, file: path) }

    /// All of its bytes.
    /// - Throws: `RecordsError` where it cannot be read to its end.
    func bytes() throws(RecordsError) -> [UInt8] {
        defer { source.close() }
        return try source.allBytes(file: path)
    }
}

/// Everything that a source is read from.
public struct SourceFiles: Sendable {
    /// The source's own files, in order.
    public var rows: [DataFile]
    /// The tables of its joins, one a join, in their order.
    public var joined: [DataFile]

    /// The files of a source.
    public init(_ rows: [DataFile], joined: [DataFile] = []) {
        self.rows = rows
        self.joined = joined
    }
}
