internal import Diagnostics

/// One run's work on an output folder that is open and locked.
struct Publication {
    let tree: OutputTree
    let staging: Staging
    let progress: Progress

    /// Finishes what an interrupted run has staged completely, and throws away what it has not.
    func recover() throws {
        if let journal = try staging.journal() { try carryOut(journal) }
        try staging.remove(progress)
    }

    /// The files that are huni's; a folder that holds others' files only is refused.
    func ownedFiles() throws -> Set<SitePath> {
        if let manifest = try tree.manifest() { return manifest.paths }
        if try tree.root.names().isEmpty { return [] }
        throw Failure(
            at: SourcePosition(file: tree.root.path),
            "the output folder is not empty, and huni has not made it: there is no \(Manifest.fileName) in it",
            remedy: "Choose another folder with --output, or empty this one"
        )
    }

    /// Stages the changed files, then makes the changes.
    func publish(_ changes: Changes, _ files: [SitePath: [UInt8]]) throws {
        let journal = changes.journal
        do {
            try staging.fill(journal, files, progress)
        } catch let failure as EnvironmentFailure {
            try withdraw()
            throw failure
        }
        try carryOut(journal)
        try staging.remove(progress)
    }

    /// Gives the room on a full disk back at once; what cannot be removed now is left to the next run.
    private func withdraw() throws {
        do {
            try staging.remove(progress)
        } catch is EnvironmentFailure {
            return
        }
    }

    private func carryOut(_ journal: Journal) throws {
        let owned = try tree.manifest()?.paths ?? []
        for step in journal.steps {
            try progress.step()
            switch step {
            case .place(let number, let path): try staging.place(number, at: path, of: tree, owned: owned)
            case .clear(let path), .delete(let path): try delete(path, owned: owned)
            }
        }
        try synchronize(journal)
        try progress.step()
        try staging.placeManifest(in: tree)
    }

    /// Deletes the file at `path` if it is huni's and still there, and the folders that it leaves empty.
    private func delete(_ path: SitePath, owned: Set<SitePath>) throws {
        guard owned.contains(path) else { return }
        if try tree.place(path) == .file {
            try tree.folder(of: path)?.delete(path.name)
            try progress.step()
        }
        try tree.removeEmptyFolders(of: path)
    }

    /// Waits until the changes are on the disk, before the journal that could repeat them goes.
    private func synchronize(_ journal: Journal) throws {
        var done: Set<String> = []
        for case .place(_, let path) in journal.steps {
            guard let folder = try tree.folder(of: path), done.insert(folder.path).inserted else { continue }
            try folder.synchronize()
        }
        try tree.root.synchronize()
    }
}
