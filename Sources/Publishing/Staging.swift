internal import Diagnostics

/// The folder beside the output in which changed files wait until all of them are written.
struct Staging {
    private static let manifestName = "manifest"
    private static let unfinishedJournal = "journal.part"

    /// The folder that holds the staging folder.
    let parent: Folder
    let name: String

    /// The journal of an interrupted run; `nil` where nothing was staged, or not everything.
    func journal() throws -> Journal? {
        guard let folder = try parent.subfolder(name), let bytes = try folder.read(Journal.fileName) else { return nil }
        return try Journal(parsing: bytes, from: folder.shown(Journal.fileName))
    }

    /// Writes all that is needed to finish, the journal last of all.
    func fill(_ journal: Journal, _ files: [SitePath: [UInt8]], _ progress: Progress) throws {
        try progress.step()
        let folder = try parent.makeSubfolder(name)
        for case .place(let number, let path) in journal.steps {
            try progress.step()
            try folder.write(files[path] ?? [], to: String(number))
        }
        try progress.step()
        try folder.write(Manifest(Set(files.keys)).bytes, to: Self.manifestName)
        try progress.step()
        try folder.write(journal.bytes, to: Self.unfinishedJournal)
        try progress.step()
        try folder.synchronize()
        try folder.move(Self.unfinishedJournal, to: folder, as: Journal.fileName)
        try folder.synchronize()
        try parent.synchronize()
    }

    /// Puts the staged file of `number` at `path` of `tree`; one that has taken its place already is fine.
    func place(_ number: Int, at path: SitePath, of tree: OutputTree, owned: Set<SitePath>) throws {
        guard let folder = try parent.subfolder(name), try folder.occupant(String(number)) == .file else { return }
        switch try tree.place(path) {
        case .free: break
        case .file where owned.contains(path): break
        case .below(let ancestor): throw Changes.inTheWay(ancestor.text, of: path, tree)
        case .file, .folder, .other: throw Changes.inTheWay(path.text, of: path, tree)
        }
        try folder.move(String(number), to: tree.makeFolder(of: path), as: path.name)
    }

    /// Puts the new manifest into `tree`, if it is not there yet.
    func placeManifest(in tree: OutputTree) throws {
        guard let folder = try parent.subfolder(name), try folder.occupant(Self.manifestName) == .file else { return }
        try folder.move(Self.manifestName, to: tree.root, as: Manifest.fileName)
        try tree.root.synchronize()
    }

    /// Removes the folder with everything huni stages; anything else in it is an error, before any deletion.
    func remove(_ progress: Progress) throws {
        guard let folder = try parent.subfolder(name) else { return }
        let names = try folder.names()
        if let stranger = names.first(where: { !Self.isOwn($0) }) { throw Self.notStaged(folder.shown(stranger)) }
        for name in names {
            try progress.step()
            try folder.delete(name)
        }
        try progress.step()
        if try !parent.removeIfEmpty(name) { throw Self.notStaged(folder.path) }
    }

    private static func isOwn(_ name: String) -> Bool {
        [manifestName, unfinishedJournal, Journal.fileName].contains(name)
            || name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func notStaged(_ path: String) -> Failure {
        Failure(
            at: SourcePosition(file: path),
            "this lies where huni prepares its output, and is not huni's",
            remedy: "Move it away"
        )
    }
}
