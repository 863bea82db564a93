internal import Diagnostics
internal import Foundation

/// The files of an output folder that huni wrote: the only ones that it may replace or delete.
struct Manifest {
    static let name = ".huni-manifest"
    private static let head = "huni-manifest 1"

    var paths: Set<String>

    init(paths: some Sequence<String>) {
        self.paths = Set(paths)
    }

    /// Reads a manifest.
    /// - Parameter file: Its path for errors.
    /// - Throws: `Failure` where it names anything but files below its folder.
    init(_ bytes: [UInt8], file: String) throws(Failure) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first.map(String.init) == Self.head else {
            throw Failure(
                at: SourcePosition(file: file, line: 1),
                "this is no manifest of huni's",
                remedy: "Build into another folder with -o."
            )
        }
        paths = []
        for (index, line) in lines.enumerated().dropFirst() where !(line.isEmpty && index == lines.count - 1) {
            guard Self.isSafe(String(line)) else {
                throw Failure(
                    at: SourcePosition(file: file, line: index + 1),
                    "'\(line)' is no path inside the output folder",
                    remedy: "Somebody changed the manifest; take it from git, or build into another folder with -o."
                )
            }
            paths.insert(String(line))
        }
    }

    /// One path a line, sorted by bytes.
    var bytes: [UInt8] {
        let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return Array(([Self.head] + sorted).map { $0 + "\n" }.joined().utf8)
    }

    /// Whether `path` names a file below its folder, and neither the manifest nor anything of git's.
    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && $0 != ".git" }
        return isPlain && path != name && !path.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "\\") || $0 == 10 }
    }
}
