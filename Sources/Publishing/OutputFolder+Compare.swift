internal import Diagnostics

extension OutputFolder {
    /// How an output folder differs from what a build gives.
    public struct Differences: Hashable, Sendable {
        /// Files the build gives and the folder lacks, in the order of their paths' bytes.
        public var missing: [String]
        /// Files with other bytes than the build gives, in the same order; links and folders in a file's place count.
        public var changed: [String]
        /// Files of huni's that the build no longer gives, in the same order.
        public var extra: [String]

        /// Whether the folder is what the build gives.
        public var isEmpty: Bool { missing.isEmpty && changed.isEmpty && extra.isEmpty }
    }

    /// Compares the folder with `files` and writes nothing; `.huni-manifest` counts as one of them.
    ///
    /// Files that are not huni's do not count. A folder that is missing lacks everything.
    /// - Throws: `Failure` where the manifest cannot be trusted, the folder is a link, or a run is writing to it;
    ///   `EnvironmentFailure` where the system refuses to read.
    public func compare(_ files: [String: [UInt8]]) throws -> Differences {
        let files = try sitePaths(files)
        let place = try OutputPlace(path)
        var differences = Differences(missing: [], changed: [], extra: [])
        guard let folder = try Folder.existing(at: place.parent)?.subfolder(place.name) else {
            differences.missing = ([Manifest.fileName] + files.keys.map(\.text)).sorted(by: Self.byBytes)
            return differences
        }
        if try !folder.lock(shared: true) { throw busy() }
        let tree = OutputTree(root: folder)
        let owned = try tree.manifest()?.paths
        differences.note(Manifest.fileName, owned.map { $0 == Set(files.keys) })
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            differences.note(path.text, try Self.holds(bytes, at: path, in: tree))
        }
        for path in (owned ?? []).subtracting(files.keys).sorted() where try Self.holds([], at: path, in: tree) != nil {
            differences.extra.append(path.text)
        }
        return differences
    }

    /// Whether `bytes` are at `path`; `nil` where nothing is.
    private static func holds(_ bytes: [UInt8], at path: SitePath, in tree: OutputTree) throws -> Bool? {
        do {
            switch try tree.place(path) {
            case .free, .below: return nil
            case .file: return try tree.read(path) == bytes
            case .folder, .other: return false
            }
        } catch is Failure {
            return false
        }
    }

    private static func byBytes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}

extension OutputFolder.Differences {
    fileprivate mutating func note(_ path: String, _ isSame: Bool?) {
        switch isSame {
        case nil: missing.append(path)
        case false?: changed.append(path)
        case true?: break
        }
    }
}
