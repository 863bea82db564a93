// Publishing: the only room that writes a site to the disk.

internal import Diagnostics
internal import Foundation

/// A folder that a generated site lies in, beside files that are not huni's.
public struct OutputFolder: Sendable {
    private let path: String
    /// For tests: called before each step that changes the disk.
    var beforeStep: @Sendable () throws -> Void = {}

    /// The folder at `path`, which need not exist.
    public init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// What publishing changed.
    public struct Outcome: Hashable, Sendable {
        /// Files new or changed, sorted.
        public var written: [String]
        /// Files no longer made, sorted.
        public var deleted: [String]
        /// How many files were as they should be, and not touched.
        public var unchanged: Int
    }

    /// How the folder differs from what it should hold; all sorted.
    public struct Differences: Hashable, Sendable {
        /// Files that should be there.
        public var missing: [String]
        /// Files with other bytes.
        public var changed: [String]
        /// Files that huni wrote before and no longer makes.
        public var extra: [String]

        /// Whether there are none.
        public var isEmpty: Bool { missing.isEmpty && changed.isEmpty && extra.isEmpty }
    }

    private var output: DiskFolder { DiskFolder(path) }

    /// Changed files are made here first, on the same disk as the output.
    private var staging: DiskFolder {
        let url = URL(filePath: path)
        let parent = url.deletingLastPathComponent().path(percentEncoded: false)
        return DiskFolder((parent.hasSuffix("/") ? parent : parent + "/") + ".\(url.lastPathComponent).huni-staging")
    }

    /// Compares the folder with `files` and changes nothing.
    /// - Parameter files: Bytes by path from the folder.
    public func compare(_ files: [String: [UInt8]]) throws -> Differences {
        let manifest = try manifest()
        var differences = Differences(missing: [], changed: [], extra: [])
        for path in files.keys.sorted() {
            try output.checkNoLinks(to: path)
            switch try output.read(path) {
            case nil: differences.missing.append(path)
            case files[path]: break
            default: differences.changed.append(path)
            }
        }
        differences.extra = manifest.paths.subtracting(files.keys).sorted()
        return differences
    }

    /// Makes the folder hold `files`, and leaves alone what huni did not write.
    ///
    /// Changed files are staged beside the folder, then take their places one by one; a run that was interrupted is
    /// finished first, or rolled back if it had not staged everything.
    /// - Throws: `Failure` where the folder is not huni's or a stranger's file is in the way; `EnvironmentFailure`
    ///   where the disk does not let us. If it throws while staging, the folder is as it was.
    public func publish(_ files: [String: [UInt8]]) throws -> Outcome {
        precondition(files.keys.allSatisfy(Manifest.isSafe), "a file of the site has an unsafe path")
        let lock = try FolderLock(beside: staging.path)
        defer { lock.release() }
        try finishInterruptedRun()
        let old = try manifest()
        try checkStrangers(files, old: old)
        let differences = try compare(files)
        let changed = differences.missing + differences.changed
        let new = Manifest(paths: files.keys)
        guard !changed.isEmpty || !differences.extra.isEmpty || new.paths != old.paths else {
            return Outcome(written: [], deleted: [], unchanged: files.count)
        }
        let journal = Journal(put: changed, delete: differences.extra)
        try stage(changed.map { ($0, files[$0] ?? []) } + [(Manifest.name, new.bytes)], journal)
        try carryOut(journal)
        return Outcome(
            written: changed.sorted(),
            deleted: differences.extra,
            unchanged: files.count - changed.count
        )
    }

    /// The folder's manifest; an empty one for a folder that is empty or not there.
    private func manifest() throws -> Manifest {
        try output.checkNoLinks(to: Manifest.name)
        if let bytes = try output.read(Manifest.name) {
            return try Manifest(bytes, file: output.full(Manifest.name))
        }
        guard output.isEmpty else {
            throw Failure(
                at: SourcePosition(file: path),
                "the folder is not empty, and huni did not write it",
                remedy: "Name an empty folder with -o, or empty this one yourself."
            )
        }
        return Manifest(paths: [])
    }

    /// Refuses to replace files that huni did not write.
    private func checkStrangers(_ files: [String: [UInt8]], old: Manifest) throws(Failure) {
        var problems: [Diagnostic] = []
        for path in old.paths.union(files.keys).sorted() {
            try output.checkNoLinks(to: path)
            guard !old.paths.contains(path), DiskFolder.kind(of: output.full(path)) != .nothing else { continue }
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: output.full(path)),
                    "huni did not write this file, and would replace it",
                    remedy: "Move it away, or build into another folder with -o."
                )
            )
        }
        guard problems.isEmpty else { throw Failure(problems) }
    }

    private func stage(_ files: [(path: String, bytes: [UInt8])], _ journal: Journal) throws {
        do {
            for file in files {
                try beforeStep()
                try staging.write(file.bytes, to: "files/\(file.path)")
            }
            try beforeStep()
            try staging.write(journal.bytes, to: Journal.name)
        } catch let failure as EnvironmentFailure {
            try staging.deleteAll()
            throw failure
        }
    }

    /// Every step may have been done before.
    private func carryOut(_ journal: Journal) throws {
        for step in journal.steps {
            try beforeStep()
            switch step {
            case .put(let path):
                let staged = staging.full("files/\(path)")
                guard DiskFolder.kind(of: staged) == .file else { continue }
                try output.checkNoLinks(to: path)
                try output.makeFolder(for: path)
                guard rename(staged, output.full(path)) == 0 else {
                    throw EnvironmentFailure("write", output.full(path))
                }
            case .delete(let path):
                try output.checkNoLinks(to: path)
                try output.delete(path)
            }
        }
        try beforeStep()
        try staging.deleteAll()
    }

    private func finishInterruptedRun() throws {
        guard DiskFolder.kind(of: staging.path) != .nothing else { return }
        try staging.checkNoLinks(to: Journal.name)
        if let bytes = try staging.read(Journal.name), let journal = Journal(bytes) {
            try carryOut(journal)
        } else {
            try staging.deleteAll()
        }
    }
}
