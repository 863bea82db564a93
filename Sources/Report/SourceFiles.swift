/// A file of data as it came from the disk.
public struct DataFile: Sendable {
    /// The path relative to the site's folder.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]

    /// A file at `path`.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
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
