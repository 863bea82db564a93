import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct CompareTests {
    private let scratch: ScratchFolder
    private var folder: OutputFolder { OutputFolder(scratch.site) }

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func publishedFolderIsWhatTheBuildGives() throws {
        let files = bytes(["index.html": "a", "b/c": "1"])
        _ = try folder.publish(files)
        try scratch.put("mine", at: "site/CNAME")
        #expect(try folder.compare(files).isEmpty)
    }

    @Test func missingChangedAndExtraFilesAreNamed() throws {
        _ = try folder.publish(bytes(["same": "1", "edited": "1", "lost": "1", "old/x": "1"]))
        try scratch.put("2", at: "site/edited")
        try FileManager.default.removeItem(atPath: scratch.site + "/lost")
        let differences = try folder.compare(bytes(["same": "1", "edited": "1", "lost": "1", "fresh": "1"]))
        #expect(differences.missing == ["fresh", "lost"])
        #expect(differences.changed == [".huni-manifest", "edited"])
        #expect(differences.extra == ["old/x"])
        #expect(!differences.isEmpty)
    }

    @Test func folderThatIsMissingLacksEverythingAndIsNotMade() throws {
        #expect(try folder.compare(bytes(["a": "1"])).missing == [".huni-manifest", "a"])
        #expect(!scratch.exists("site"))
        #expect(try OutputFolder(scratch.root + "/x/y/z").compare([:]).missing == [".huni-manifest"])
        #expect(!scratch.exists("x"))
    }

    @Test func comparingWritesNothing() throws {
        _ = try folder.publish(bytes(["a": "1", "b": "1"]))
        let before = try scratch.times()
        let watched = OutputFolder(scratch.site) { _ in Issue.record("something was written") }
        _ = try watched.compare(bytes(["a": "2", "c": "1"]))
        #expect(try scratch.times() == before)
        #expect(!scratch.exists(".site.huni-staging"))
    }

    @Test func linkInPlaceOfAFileCountsAsChanged() throws {
        _ = try folder.publish(bytes(["a": "1"]))
        try scratch.put("1", at: "elsewhere")
        try FileManager.default.removeItem(atPath: scratch.site + "/a")
        try scratch.link("site/a", to: "../elsewhere")
        #expect(try folder.compare(bytes(["a": "1"])).changed == ["a"])
    }
}
