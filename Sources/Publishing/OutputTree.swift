internal import Diagnostics

/// The files below the open output folder, found by their site paths, never through a link.
struct OutputTree {
    /// What stands at a path or in the way to it.
    enum Place: Hashable {
        case free, file, folder, other
        /// A file stands where one of the path's folders belongs.
        case below(SitePath)
    }

    let root: Folder

    /// What is at `path` now; a link there or on the way is an error.
    func place(_ path: SitePath) throws -> Place {
        var folder = root
        for ancestor in path.ancestors {
            switch try occupant(ancestor.name, of: folder) {
            case nil: return .free
            case .folder: break
            default: return .below(ancestor)
            }
            guard let next = try folder.subfolder(ancestor.name) else { return .free }
            folder = next
        }
        switch try occupant(path.name, of: folder) {
        case nil: return .free
        case .file: return .file
        case .folder: return .folder
        default: return .other
        }
    }

    private func occupant(_ name: String, of folder: Folder) throws -> Folder.Occupant? {
        let occupant = try folder.occupant(name)
        if occupant == .link { throw Folder.linkRefused(folder.shown(name)) }
        return occupant
    }

    /// The folder `path` lies in; `nil` where it is missing.
    func folder(of path: SitePath) throws -> Folder? {
        var folder = root
        for ancestor in path.ancestors {
            guard let next = try folder.subfolder(ancestor.name) else { return nil }
            folder = next
        }
        return folder
    }

    /// The folder `path` lies in, made where it is missing.
    func makeFolder(of path: SitePath) throws -> Folder {
        try path.ancestors.reduce(root) { try $0.makeSubfolder($1.name) }
    }

    /// The bytes at `path`; `nil` where no regular file is there.
    func read(_ path: SitePath) throws -> [UInt8]? {
        try folder(of: path)?.read(path.name)
    }

    /// Removes the folders of `path` that are empty, innermost first.
    func removeEmptyFolders(of path: SitePath) throws {
        for ancestor in path.ancestors.reversed() {
            switch try place(ancestor) {
            case .free, .below: continue
            case .folder: break
            default: return
            }
            if try folder(of: ancestor)?.removeIfEmpty(ancestor.name) == false { return }
        }
    }

    /// The first file in the folder at `path` that is not among `owned`, or the first empty folder; `nil` where
    /// deleting the owned ones makes the whole folder go.
    func stranger(in path: SitePath, besides owned: Set<SitePath>) throws -> String? {
        guard let folder = try folder(of: path)?.subfolder(path.name) else { return nil }
        let names = try folder.names()
        if names.isEmpty { return path.text }
        for name in names {
            let text = "\(path.text)/\(name)"
            guard SitePath.fault(of: text) == nil else { return text }
            let inner = try SitePath(text, from: folder.path)
            if try folder.occupant(name) == .folder {
                if let found = try stranger(in: inner, besides: owned) { return found }
            } else if !owned.contains(inner) {
                return text
            }
        }
        return nil
    }

    /// The list of huni's own files; `nil` where the folder has none.
    func manifest() throws -> Manifest? {
        let origin = root.shown(Manifest.fileName)
        switch try root.occupant(Manifest.fileName) {
        case nil: return nil
        case .link: throw Folder.linkRefused(origin)
        default: return try root.read(Manifest.fileName).map { try Manifest(parsing: $0, from: origin) } ?? Manifest()
        }
    }
}
