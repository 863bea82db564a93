internal import Diagnostics

/// The list of the files in the output folder that are huni's, kept in the folder itself.
struct Manifest {
    /// Lies at the top of the output folder.
    static let fileName = ".huni-manifest"

    private static let header = "huni-manifest 1"

    /// The files huni has written and may overwrite and delete.
    var paths: Set<SitePath>

    /// Lists `paths`.
    init(_ paths: Set<SitePath> = []) {
        self.paths = paths
    }

    /// Reads what `bytes` prints; entries that lead elsewhere are refused.
    /// - Parameter origin: The manifest's path, for messages.
    init(parsing bytes: [UInt8], from origin: String) throws {
        let lines = try Lines(of: bytes, header: Self.header, from: origin)
        paths = try Set(lines.body.map { try SitePath($0, from: origin, remedy: Lines.remedy) })
    }

    /// The header, then the paths in the order of their bytes, one a line.
    var bytes: [UInt8] {
        Array(([Self.header] + paths.sorted().map(\.text)).map { $0 + "\n" }.joined().utf8)
    }
}
