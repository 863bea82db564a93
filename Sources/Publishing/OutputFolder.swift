// Publishing: [path: bytes] → the output folder, the only room that writes to the disk.
// Files take their places one by one from a journal, so that whoever reads meanwhile sees old files and new ones, never
// halves, and a run that was cut short is finished or undone by the next.

internal import Diagnostics

/// A folder of the user's in which huni keeps its files up to date, and touches nobody else's.
///
/// A list of huni's files, `.huni-manifest`, lies in the folder. Changed files are first written to a folder beside it,
/// `.NAME.huni-staging` (inside it, `.huni-staging`, where the folder is a device of its own).
public struct OutputFolder: Sendable {
    /// What a run has done.
    public struct Outcome: Hashable, Sendable {
        /// The files that are new or have other bytes now, in the order of their paths' bytes.
        public var written: [String]
        /// The files that were huni's and are no longer made, in the order of their paths' bytes.
        public var deleted: [String]
        /// How many files had their bytes already; they were not touched.
        public var unchanged: Int
    }

    static let innerStagingName = ".huni-staging"

    /// As the user named it.
    let path: String
    private let beforeStep: @Sendable (Int) throws -> Void

    /// Names the folder; nothing is read or made yet.
    public init(_ path: String) {
        self.init(path) { _ in }
    }

    /// Names the folder, and has `beforeStep` called before each change on the disk; if it throws, the run stops there.
    init(_ path: String, beforeStep: @escaping @Sendable (Int) throws -> Void) {
        self.path = path
        self.beforeStep = beforeStep
    }

    /// Makes the folder hold exactly `files`, besides files that are not huni's; the root `index.html` changes last.
    ///
    /// The folder is made where it is missing. A run that was interrupted is finished first, or undone.
    /// - Parameter files: Bytes by path; paths are relative to the folder, with slashes.
    /// - Throws: `Failure` where the folder is not huni's, another run has it, a stranger's file or a symbolic link is in
    ///   the way; nothing has been changed then. `EnvironmentFailure` where the system refuses: nothing has been changed
    ///   while files were staged, and after that the next run finishes.
    public func publish(_ files: [String: [UInt8]]) throws -> Outcome {
        let files = try sitePaths(files)
        let publication = try open()
        try publication.recover()
        let owned = try publication.ownedFiles()
        let changes = try Changes(to: files, in: publication.tree, owned: owned)
        if changes.journal.steps.isEmpty, owned == Set(files.keys), try publication.tree.manifest() != nil {
            return Outcome(written: [], deleted: [], unchanged: changes.unchanged)
        }
        try publication.publish(changes, files)
        return Outcome(
            written: changes.placed.sorted().map(\.text),
            deleted: (changes.cleared + changes.deleted).sorted().map(\.text),
            unchanged: changes.unchanged
        )
    }

    /// `files` by checked paths; a path that is at once a file and a folder is refused.
    func sitePaths(_ files: [String: [UInt8]]) throws -> [SitePath: [UInt8]] {
        var checked: [SitePath: [UInt8]] = [:]
        for (path, bytes) in files {
            checked[try SitePath(path, from: self.path, remedy: "Rename what the page is made from")] = bytes
        }
        let clash = checked.keys.flatMap(\.ancestors).filter { checked[$0] != nil }.min()
        if let clash {
            throw Failure(
                at: SourcePosition(file: path),
                "\(SitePath.quoted(clash.text)) would have to be a file and a folder",
                remedy: "Give the two pages different names"
            )
        }
        return checked
    }

    private func open() throws -> Publication {
        let place = try OutputPlace(path)
        let parent = try place.makeParent()
        let folder = try parent.makeSubfolder(place.name)
        if try !folder.lock(shared: false) { throw busy() }
        let isDevice = try folder.device() != parent.device()
        let staging =
            isDevice
            ? Staging(parent: folder, name: Self.innerStagingName)
            : Staging(parent: parent, name: ".\(place.name).huni-staging")
        return Publication(tree: OutputTree(root: folder), staging: staging, progress: Progress(beforeStep))
    }

    /// Says that another run has the folder.
    func busy() -> Failure {
        Failure(
            at: SourcePosition(file: path),
            "another run of huni is writing to this folder",
            remedy: "Wait until it has ended, then try again"
        )
    }
}
