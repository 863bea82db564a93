internal import Diagnostics

/// What has to happen to an output folder so that it holds exactly the new files and the strangers'.
struct Changes {
    /// Old files that stand where a new file's folder belongs, or in a folder where a new file belongs.
    private(set) var cleared: [SitePath] = []
    /// Files that are new or have other bytes; the top `index.html` last, before it those of the folders.
    private(set) var placed: [SitePath] = []
    /// Old files that are no longer made and stand in nobody's way.
    private(set) var deleted: [SitePath] = []
    /// How many files have their bytes already.
    private(set) var unchanged = 0

    private let owned: Set<SitePath>
    private let files: [SitePath: [UInt8]]
    private var problems: [Diagnostic] = []

    /// Compares `files` with what is in `tree`, of which `owned` is huni's; reports everything in the way together.
    init(to files: [SitePath: [UInt8]], in tree: OutputTree, owned: Set<SitePath>) throws {
        (self.files, self.owned) = (files, owned)
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            try collecting { try $0.compare(path, bytes, in: tree) }
        }
        for path in owned.subtracting(files.keys).sorted() {
            try collecting { try $0.remove(path, from: tree) }
        }
        if !problems.isEmpty { throw Failure(problems) }
        placed.sort { (Self.turn($0), $0) < (Self.turn($1), $1) }
    }

    /// The steps in their order; staged files are numbered in the order of `placed`.
    var journal: Journal {
        Journal(
            cleared.map { .clear($0) }
                + placed.enumerated().map { .place($0.offset, $0.element) }
                + deleted.map { .delete($0) }
        )
    }

    private mutating func collecting(_ work: (inout Self) throws -> Void) throws {
        do {
            try work(&self)
        } catch let failure as Failure {
            problems += failure.diagnostics.filter { !problems.contains($0) }
        }
    }

    private mutating func compare(_ path: SitePath, _ bytes: [UInt8], in tree: OutputTree) throws {
        switch try tree.place(path) {
        case .free: break
        case .file:
            if !owned.contains(path) { throw Self.inTheWay(path.text, of: path, tree) }
            if try tree.read(path) == bytes {
                unchanged += 1
                return
            }
        case .folder:
            if let name = try tree.stranger(in: path, besides: owned) { throw Self.inTheWay(name, of: path, tree) }
        case .below(let ancestor):
            if !owned.contains(ancestor) { throw Self.inTheWay(ancestor.text, of: path, tree) }
        case .other: throw Self.inTheWay(path.text, of: path, tree)
        }
        placed.append(path)
    }

    private mutating func remove(_ path: SitePath, from tree: OutputTree) throws {
        guard try tree.place(path) == .file else { return }
        let isAncestor = foldersToBe.contains(path)
        if isAncestor || path.ancestors.contains(where: { files[$0] != nil }) {
            cleared.append(path)
        } else {
            deleted.append(path)
        }
    }

    private lazy var foldersToBe = Set(files.keys.flatMap(\.ancestors))

    private static func turn(_ path: SitePath) -> Int {
        if path.text == "index.html" { return 2 }
        return path.name == "index.html" ? 1 : 0
    }

    /// Says that something which is not huni's stands where `path` has to be written.
    static func inTheWay(_ name: String, of path: SitePath, _ tree: OutputTree) -> Failure {
        Failure(
            at: SourcePosition(file: tree.root.shown(name)),
            "this is not huni's, and \(path.text) has to be written there",
            remedy: "Move it away, or choose another folder with --output"
        )
    }
}
