import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct SafetyTests {
    private let scratch: ScratchFolder
    private var folder: OutputFolder { OutputFolder(scratch.site) }

    init() throws {
        scratch = try ScratchFolder()
    }

    /// The messages of the `Failure` that publishing `files` ends with, and proof that nothing was left behind.
    private func refusal(of files: [String: String]) throws -> [Diagnostic] {
        let before = try scratch.contents()
        let failure = #expect(throws: Failure.self) { try folder.publish(bytes(files)) }
        #expect(try scratch.contents() == before)
        #expect(!scratch.exists(".site.huni-staging"))
        return failure?.diagnostics ?? []
    }

    @Test func folderThatHuniDidNotMakeIsRefused() throws {
        try scratch.put("mine", at: "site/thesis.txt")
        let diagnostics = try refusal(of: ["index.html": "a"])
        #expect(diagnostics.first?.message.contains("not empty") == true)
        #expect(diagnostics.first?.remedy != nil)
    }

    @Test func strangersFilesSurviveEveryRun() throws {
        _ = try folder.publish(bytes(["a/b": "1"]))
        let strangers = [".git/config": "git", "CNAME": "example.org", "a/mine": "x", "b/mine": "y"]
        for (path, text) in strangers { try scratch.put(text, at: "site/\(path)") }
        _ = try folder.publish(bytes(["c": "1"]))
        _ = try folder.publish([:])
        #expect(try scratch.contents() == withManifest([:]).merging(["a/mine": "x"]) { $1 }.merging(strangers) { $1 })
    }

    @Test func strangersFilesInTheWayAreAllNamed() throws {
        _ = try folder.publish(bytes(["a": "1", "ours/x": "1"]))
        try scratch.put("mine", at: "site/b")
        try scratch.put("mine", at: "site/c/d")
        try scratch.put("mine", at: "site/e")
        try scratch.put("mine", at: "site/ours/y")
        let files = ["a": "2", "b": "2", "c": "2", "e/f/g": "2", "ours": "2"]
        let named = try refusal(of: files).compactMap(\.position?.file)
        #expect(named == ["b", "c/d", "e", "ours/y"].map { "\(scratch.site)/\($0)" })
    }

    @Test func strangersFileWithTheSameBytesIsNotTakenOver() throws {
        _ = try folder.publish(bytes(["a": "1"]))
        try scratch.put("same", at: "site/b")
        #expect(try refusal(of: ["a": "1", "b": "same"]).count == 1)
    }

    @Test(arguments: [
        "huni-manifest 1\n/etc/passwd\n", "huni-manifest 1\n../precious\n", "huni-manifest 1\na/../../precious\n",
        "huni-manifest 1\n\n", "huni-manifest 1\na//b\n", "huni-manifest 1\n./a\n", "huni-manifest 1\na\0b\n",
        "huni-manifest 1\na\\b\n", "huni-manifest 1\n.git/config\n", "huni-manifest 1\nCNAME\n",
        "huni-manifest 1\n.Huni-Manifest\n", "huni-manifest 2\na\n", "huni-manifest 1\na", "", "<html>\n",
        "huni-manifest 1\na\r\n",
    ])
    func manifestThatCannotBeTrustedIsRefused(_ text: String) throws {
        try scratch.put("mine", at: "precious")
        try scratch.put(text, at: "site/.huni-manifest")
        try scratch.put("old", at: "site/a")
        #expect(try refusal(of: ["b": "1"]).count == 1)
        #expect(throws: Failure.self) { try folder.compare([:]) }
        #expect(try scratch.text("precious") == "mine")
    }

    @Test func outputFolderThatIsALinkIsRefused() throws {
        try scratch.put("mine", at: "elsewhere/a")
        try scratch.link("site", to: "elsewhere")
        for path in [scratch.site, scratch.site + "/", scratch.site + "/."] {
            #expect(throws: Failure.self) { try OutputFolder(path).publish(bytes(["a": "1"])) }
            #expect(throws: Failure.self) { try OutputFolder(path).compare(bytes(["a": "1"])) }
        }
        #expect(try scratch.text("elsewhere/a") == "mine")
    }

    @Test func linkInTheWayOfAFileIsRefused() throws {
        _ = try folder.publish(bytes(["a": "1", "b": "1"]))
        try scratch.put("mine", at: "precious")
        try FileManager.default.removeItem(atPath: scratch.site + "/a")
        try scratch.link("site/a", to: "../precious")
        #expect(try refusal(of: ["a": "2", "b": "2"]).first?.message.contains("symbolic link") == true)
        #expect(try refusal(of: ["b": "2"]).first?.message.contains("symbolic link") == true)
        #expect(try scratch.text("precious") == "mine")
    }

    @Test func linkInPlaceOfAFolderIsRefusedForWritingAndDeleting() throws {
        _ = try folder.publish(bytes(["a/b/c": "1", "d": "1"]))
        try scratch.put("mine", at: "elsewhere/c")
        try FileManager.default.removeItem(atPath: scratch.site + "/a/b")
        try scratch.link("site/a/b", to: "../../elsewhere")
        #expect(try refusal(of: ["a/b/c": "2", "d": "2"]).count == 1)
        #expect(try refusal(of: ["d": "2"]).count == 1)
        #expect(try scratch.text("elsewhere/c") == "mine")
    }

    @Test func linkInPlaceOfTheManifestIsRefused() throws {
        try scratch.put("huni-manifest 1\na\n", at: "elsewhere")
        try scratch.put("old", at: "site/a")
        try scratch.link("site/.huni-manifest", to: "../elsewhere")
        #expect(try refusal(of: ["b": "1"]).count == 1)
    }

    @Test func linkInPlaceOfTheStagingFolderIsRefused() throws {
        try scratch.put("huni-journal 1\n", at: "elsewhere/journal")
        try scratch.link(".site.huni-staging", to: "elsewhere")
        #expect(throws: Failure.self) { try folder.publish(bytes(["a": "1"])) }
        #expect(try scratch.text("elsewhere/journal") == "huni-journal 1\n")
    }

    @Test func linkSwappedInWhileFilesTakeTheirPlacesIsNotFollowed() throws {
        _ = try folder.publish(bytes(["a/b": "1"]))
        try scratch.put("mine", at: "elsewhere/b")
        let scratch = scratch
        let attacked = OutputFolder(scratch.site) { step in
            guard step == 4 else { return }
            try FileManager.default.removeItem(atPath: scratch.site + "/a")
            try scratch.link("site/a", to: "../elsewhere")
        }
        #expect(throws: Failure.self) { try attacked.publish(bytes(["a/b": "2"])) }
        #expect(try scratch.text("elsewhere/b") == "mine")
    }

    @Test func pipeInTheWayIsRefusedAndNotWaitedFor() throws {
        _ = try folder.publish(bytes(["a": "1"]))
        try FileManager.default.removeItem(atPath: scratch.site + "/a")
        #expect(mkfifo(scratch.site + "/a", 0o600) == 0)
        #expect(throws: Failure.self) { try folder.publish(bytes(["a": "2"])) }
        #expect(try folder.compare(bytes(["a": "1"])).changed == ["a"])
    }
}
