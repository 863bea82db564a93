import Foundation
import Testing

@testable import Watching

/// What both ways of watching see, and what they leave alone. Deadlines are only reached where a test fails.
@Suite(.timeLimit(.minutes(1)))
struct FolderObserverTests {
    static let methods: [FolderWatch.Method] = [.notices, .looking]
    private static let deadline: Int32 = 20_000

    /// Watches, does `change`, and expects to see it.
    private func expectSeen(
        _ method: FolderWatch.Method,
        _ folder: WatchedFolder,
        _ change: () throws -> Void
    ) throws {
        var observer = try folder.observer(method)
        try change()
        let seen = observer.sawChange(within: Self.deadline)
        #expect(seen)
        #expect(observer.isComplete)
    }

    @Test(arguments: methods)
    func newFileIsSeen(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder("content")
        try expectSeen(method, folder) { try folder.write("a", to: "content/note.md") }
    }

    @Test(arguments: methods)
    func changedFileIsSeen(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder()
        try folder.write("old", to: "huni.yaml")
        try expectSeen(method, folder) { try folder.write("new", to: "huni.yaml") }
    }

    @Test(arguments: methods)
    func fileMovedOverAnotherIsSeen(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder()
        try folder.write("old", to: "huni.yaml")
        try folder.write("new", to: ".huni.yaml.swp")
        try expectSeen(method, folder) { try folder.move(".huni.yaml.swp", to: "huni.yaml") }
    }

    @Test(arguments: methods)
    func deletedFileIsSeen(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder()
        try folder.write("old", to: "huni.yaml")
        try expectSeen(method, folder) { try folder.remove("huni.yaml") }
    }

    @Test(arguments: methods)
    func permissionGivenIsSeen(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder()
        try folder.write("old", to: "huni.yaml")
        try expectSeen(method, folder) { chmod("\(folder.path)/huni.yaml", 0o600) }
    }

    @Test(arguments: methods)
    func filesInFoldersMadeLaterAreSeen(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder()
        var observer = try folder.observer(method)
        try folder.makeFolder("content/stages/interest")
        try folder.write("a", to: "content/stages/interest/index.md")
        let first = observer.sawChange(within: Self.deadline)
        #expect(first)
        while observer.sawChange(within: 1) {}
        try folder.write("b", to: "content/stages/interest/index.md")
        let second = observer.sawChange(within: Self.deadline)
        #expect(second)
    }

    @Test(arguments: methods)
    func folderMovedInIsWatchedBelow(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder(".elsewhere/stages")
        try folder.write("a", to: ".elsewhere/stages/index.md")
        var observer = try folder.observer(method)
        try folder.move(".elsewhere", to: "content")
        let first = observer.sawChange(within: Self.deadline)
        #expect(first)
        while observer.sawChange(within: 1) {}
        try folder.write("a", to: "content/stages/note.md")
        let second = observer.sawChange(within: Self.deadline)
        #expect(second)
    }

    @Test(arguments: methods)
    func folderThatGoesAndComesBackIsWatchedAgain(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder("content")
        try folder.write("a", to: "huni.yaml")
        var observer = try folder.observer(method)
        try folder.remove("")
        let gone = observer.sawChange(within: Self.deadline)
        #expect(gone)
        while observer.sawChange(within: 1) {}
        try folder.makeFolder("content")
        try folder.write("a", to: "huni.yaml")
        let back = observer.sawChange(within: Self.deadline)
        #expect(back)
        while observer.sawChange(within: 1) {}
        try folder.write("a", to: "content/note.md")
        let below = observer.sawChange(within: Self.deadline)
        #expect(below)
    }

    /// Notices wait from the moment of the change, and looking compares with it: no time need pass to see nothing.
    @Test(arguments: methods)
    func hiddenFilesBackupsAndIgnoredFoldersAreLeftAlone(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder("output/weeks", ".git", "content")
        var observer = try folder.observer(method)
        for name in ["output/index.html", "output/weeks/a.html", ".git/index", "content/note.md~", "content/.note.swp"]
        {
            try folder.write("a", to: name)
        }
        let seen = observer.sawChange(within: 1)
        #expect(!seen)
    }

    @Test(arguments: methods)
    func onlyTheFoldersOwnOutputIsLeftAlone(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder("content/output")
        try expectSeen(method, folder) { try folder.write("a", to: "content/output/note.md") }
    }

    @Test(arguments: methods)
    func linkToAFolderIsNotEntered(_ method: FolderWatch.Method) throws {
        let folder = try WatchedFolder("content")
        let other = try WatchedFolder()
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/content/there",
            withDestinationPath: other.path
        )
        var observer = try folder.observer(method)
        try other.write("a", to: "note.md")
        let seen = observer.sawChange(within: 1)
        #expect(!seen)
    }

    @Test(arguments: methods)
    func watchTellsItsTask(_ method: FolderWatch.Method) async throws {
        let folder = try WatchedFolder()
        let watch = FolderWatch(folder.path, by: method)
        try folder.write("a", to: "huni.yaml")
        var told = watch.changes.makeAsyncIterator()
        #expect(await told.next() != nil)
        try folder.remove("huni.yaml")
        #expect(await told.next() != nil)
    }
}
