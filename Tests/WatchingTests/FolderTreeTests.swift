import Foundation
import Testing
import Watching

@Suite struct FolderTreeTests {
    @Test func filesAreNamedFromTheFolder() throws {
        let folder = try WatchedFolder("content/data", "output", ".git")
        for name in ["huni.yaml", "content/data/web.csv", "output/index.html", ".git/index", "content/note.md~"] {
            try folder.write("a", to: name)
        }
        let tree = FolderTree(folder.path, besides: ["output"])
        #expect(tree.files.keys.sorted() == ["content/data/web.csv", "huni.yaml"])
        #expect(FolderTree(folder.path, besides: ["output"]) == tree)
    }

    @Test func fileOfTheSameSizeHasAnotherStamp() throws {
        let folder = try WatchedFolder()
        try folder.write("a", to: "huni.yaml")
        let before = FolderTree(folder.path)
        try folder.write("b", to: "new.yaml")
        try folder.move("new.yaml", to: "huni.yaml")
        let after = FolderTree(folder.path)
        #expect(before.files.keys == after.files.keys)
        #expect(before != after)
    }

    @Test func folderThatIsNotThereIsEmpty() throws {
        #expect(FolderTree("/nowhere/at/all").files.isEmpty)
    }
}
