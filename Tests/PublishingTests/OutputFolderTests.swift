import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct OutputFolderTests {
    private let scratch: ScratchFolder
    private var folder: OutputFolder { OutputFolder(scratch.site) }

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func firstRunWritesEverythingAndTheManifest() throws {
        let files = ["index.html": "a", "weeks/2026-W45/index.html": "b", "style.css": ""]
        let outcome = try folder.publish(bytes(files))
        #expect(outcome.written == ["index.html", "style.css", "weeks/2026-W45/index.html"])
        #expect(outcome.deleted == [] && outcome.unchanged == 0)
        #expect(try scratch.contents() == withManifest(files))
        #expect(!scratch.exists(".site.huni-staging"))
    }

    @Test func manifestListsSortedPathsOneALine() throws {
        _ = try folder.publish(bytes(["b/c": "", "b-a": "", "ö": "", "a": ""]))
        #expect(try scratch.text("site/.huni-manifest") == "huni-manifest 1\na\nb-a\nb/c\nö\n")
    }

    @Test func secondRunWithTheSameFilesTouchesNothing() throws {
        let files = bytes(["index.html": "a", "b/c.html": "b"])
        _ = try folder.publish(files)
        let before = try scratch.times()
        let stopped = OutputFolder(scratch.site) { _ in throw Stopped() }
        #expect(try stopped.publish(files) == .init(written: [], deleted: [], unchanged: 2))
        #expect(try scratch.times() == before)
    }

    @Test func onlyChangedFilesAreTouched() throws {
        _ = try folder.publish(bytes(["a": "1", "b": "1", "c/d": "1"]))
        let before = try scratch.times()
        let outcome = try folder.publish(bytes(["a": "1", "b": "2", "e": "1"]))
        #expect(outcome == .init(written: ["b", "e"], deleted: ["c/d"], unchanged: 1))
        #expect(try scratch.times()["a"] == before["a"])
        #expect(try scratch.contents() == withManifest(["a": "1", "b": "2", "e": "1"]))
    }

    @Test func fileOfTheSameLengthWithOtherBytesIsWritten() throws {
        _ = try folder.publish(bytes(["a": "1"]))
        try scratch.put("x", at: "site/a")
        #expect(try folder.publish(bytes(["a": "1"])).written == ["a"])
    }

    @Test func foldersThatBecomeEmptyGoAndOthersStay() throws {
        _ = try folder.publish(bytes(["a/b/c/d": "1", "a/e": "1", "f/g": "1"]))
        try scratch.put("mine", at: "site/f/notes.txt")
        _ = try folder.publish(bytes(["a/e": "1"]))
        #expect(try scratch.contents() == withManifest(["a/e": "1"]).merging(["f/notes.txt": "mine"]) { $1 })
        #expect(!scratch.exists("site/a/b"))
    }

    @Test func fileBecomesFolderAndFolderBecomesFile() throws {
        _ = try folder.publish(bytes(["a": "1", "b/c/d": "1", "b/e": "1"]))
        let outcome = try folder.publish(bytes(["a/x": "2", "b": "2"]))
        #expect(outcome == .init(written: ["a/x", "b"], deleted: ["a", "b/c/d", "b/e"], unchanged: 0))
        #expect(try scratch.contents() == withManifest(["a/x": "2", "b": "2"]))
    }

    @Test func indexFilesTakeTheirPlacesLastAndTheRootIndexVeryLast() throws {
        let paths = ["a.css", "index.html", "weeks/index.html", "zoo/page.html", "weeks/x/index.html", "zz"]
        let files = try Dictionary(uniqueKeysWithValues: paths.map { (try SitePath($0, from: "test"), [UInt8]()) })
        let root = try #require(try Folder.existing(at: scratch.root))
        let changes = try Changes(to: files, in: OutputTree(root: root), owned: [])
        #expect(
            changes.placed.map(\.text)
                == ["a.css", "zoo/page.html", "zz", "weeks/index.html", "weeks/x/index.html", "index.html"]
        )
    }

    @Test func missingFoldersAboveTheOutputAreMade() throws {
        _ = try OutputFolder(scratch.root + "/x/y/site/").publish(bytes(["a": "1"]))
        #expect(try scratch.text("x/y/site/a") == "1")
    }

    @Test func emptySiteLeavesAnEmptyManifest() throws {
        _ = try folder.publish(bytes(["a/b": "1"]))
        #expect(try folder.publish([:]).deleted == ["a/b"])
        #expect(try scratch.contents() == [".huni-manifest": "huni-manifest 1\n"])
    }

    @Test(arguments: [
        "/etc/x", "../x", "a/../../x", "a//b", "./a", "a/", "", "a\\b", "a\0b", "a\nb", ".git/config", "CNAME",
    ])
    func unsafePathsOfASiteAreRefused(_ path: String) throws {
        #expect(throws: Failure.self) { try folder.publish([path: [1]]) }
        #expect(!scratch.exists("site"))
    }

    @Test func pathThatIsFileAndFolderAtOnceIsRefused() throws {
        #expect(throws: Failure.self) { try folder.publish(bytes(["a": "", "a/b/c": ""])) }
    }
}
