import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct InterruptionTests {
    private static let old = [
        "index.html": "old", "same.css": "same", "weeks/1/index.html": "old 1", "gone/deep/x": "old", "gone/y": "old",
        "file": "old", "folder/a/b": "old", "folder/c": "old",
    ]
    private static let new = [
        "index.html": "new", "same.css": "same", "weeks/1/index.html": "new 1", "weeks/2/index.html": "new 2",
        "added/deep/z": "new", "file/now/folder": "new", "folder": "new",
    ]

    /// Stops before step after step until a run gets through; gives each time the folder as the stop left it.
    private func stoppingEverywhere(
        from old: [String: String],
        to new: [String: String],
        _ check: (ScratchFolder, Int) throws -> Void
    ) throws -> Int {
        for step in 0... {
            let scratch = try ScratchFolder()
            if !old.isEmpty { _ = try OutputFolder(scratch.site).publish(bytes(old)) }
            do {
                _ = try OutputFolder(scratch.site) { if $0 == step { throw Stopped() } }.publish(bytes(new))
                return step
            } catch is Stopped {
                try check(scratch, step)
            }
        }
        return 0
    }

    @Test func everyFileIsEntirelyOldOrNewWhereverARunStops() throws {
        var states: Set<[String: String]> = []
        let steps = try stoppingEverywhere(from: Self.old, to: Self.new) { scratch, step in
            let found = try scratch.contents()
            states.insert(found)
            for (path, text) in found where path != ".huni-manifest" && !path.hasSuffix("/") {
                #expect(text == Self.old[path] || text == Self.new[path], "\(path) before step \(step)")
            }
            for path in Set(Self.old.keys).intersection(Self.new.keys) {
                #expect(found[path] != nil, "\(path) before step \(step)")
            }
            if found["index.html"] == "new" {
                for (path, text) in Self.new { #expect(found[path] == text, "\(path) before step \(step)") }
            }
        }
        #expect(steps > 20)
        #expect(states.count > 10)
    }

    @Test func nextRunGivesTheNewStateWhereverARunStops() throws {
        _ = try stoppingEverywhere(from: Self.old, to: Self.new) { scratch, step in
            _ = try OutputFolder(scratch.site).publish(bytes(Self.new))
            #expect(try scratch.contents() == withManifest(Self.new), "before step \(step)")
            #expect(!scratch.exists(".site.huni-staging"), "before step \(step)")
        }
    }

    @Test func nextRunWithOtherFilesGivesThoseWhereverARunStops() throws {
        let third = ["index.html": "third", "gone": "third", "weeks/2/index.html": "new 2"]
        _ = try stoppingEverywhere(from: Self.old, to: Self.new) { scratch, step in
            _ = try OutputFolder(scratch.site).publish(bytes(third))
            #expect(try scratch.contents() == withManifest(third), "before step \(step)")
        }
    }

    @Test func interruptedFirstRunIsFinishedByTheNext() throws {
        let steps = try stoppingEverywhere(from: [:], to: Self.new) { scratch, step in
            _ = try OutputFolder(scratch.site).publish(bytes(Self.new))
            #expect(try scratch.contents() == withManifest(Self.new), "before step \(step)")
        }
        #expect(steps > 10)
    }

    @Test func recoveryMayItselfBeInterruptedAnywhere() throws {
        _ = try stoppingEverywhere(from: Self.old, to: Self.new) { scratch, step in
            for second in stride(from: 0, to: 30, by: 3) {
                do {
                    _ = try OutputFolder(scratch.site) { if $0 == second { throw Stopped() } }.publish(bytes(Self.new))
                } catch is Stopped {}
            }
            _ = try OutputFolder(scratch.site).publish(bytes(Self.new))
            #expect(try scratch.contents() == withManifest(Self.new), "before step \(step)")
        }
    }

    @Test func strangersFilePutInTheWayMeanwhileSurvivesRecovery() throws {
        _ = try stoppingEverywhere(from: Self.old, to: Self.new) { scratch, step in
            guard !scratch.exists("site/added") else { return }
            try scratch.put("mine", at: "site/added/deep/z")
            #expect(throws: Failure.self, "before step \(step)") {
                try OutputFolder(scratch.site).publish(bytes(Self.new))
            }
            #expect(try scratch.text("site/added/deep/z") == "mine")
        }
    }

    @Test func journalThatLeadsOutsideIsRefused() throws {
        let scratch = try ScratchFolder()
        _ = try OutputFolder(scratch.site).publish(bytes(["a": "1"]))
        try scratch.put("mine", at: "precious")
        for step in ["delete ../precious", "place 0 ../precious", "clear /etc/passwd", "place x a", "burn a"] {
            try scratch.put("huni-journal 1\n\(step)\n", at: ".site.huni-staging/journal")
            try scratch.put("evil", at: ".site.huni-staging/0")
            #expect(throws: Failure.self, "\(step)") { try OutputFolder(scratch.site).publish(bytes(["a": "2"])) }
            #expect(try scratch.text("precious") == "mine")
            #expect(try scratch.text("site/a") == "1")
        }
    }

    @Test func journalDeletesAndReplacesNoStrangersFile() throws {
        let scratch = try ScratchFolder()
        _ = try OutputFolder(scratch.site).publish(bytes(["a": "1"]))
        try scratch.put("mine", at: "site/notes.txt")
        try scratch.put("huni-journal 1\ndelete notes.txt\n", at: ".site.huni-staging/journal")
        _ = try OutputFolder(scratch.site).publish(bytes(["a": "1"]))
        #expect(try scratch.text("site/notes.txt") == "mine")
        try scratch.put("huni-journal 1\nplace 0 notes.txt\n", at: ".site.huni-staging/journal")
        try scratch.put("evil", at: ".site.huni-staging/0")
        #expect(throws: Failure.self) { try OutputFolder(scratch.site).publish(bytes(["a": "1"])) }
        #expect(try scratch.text("site/notes.txt") == "mine")
    }

    @Test func strangersFileInTheStagingFolderIsNotDeleted() throws {
        let scratch = try ScratchFolder()
        try scratch.put("mine", at: ".site.huni-staging/thesis.txt")
        #expect(throws: Failure.self) { try OutputFolder(scratch.site).publish(bytes(["a": "1"])) }
        #expect(try scratch.text(".site.huni-staging/thesis.txt") == "mine")
    }

    @Test func secondRunAtTheSameTimeIsRefusedAndChangesNothing() throws {
        let scratch = try ScratchFolder()
        _ = try OutputFolder(scratch.site).publish(bytes(["a": "1"]))
        let first = OutputFolder(scratch.site) { step in
            if step == 2 {
                let failure = #expect(throws: Failure.self) {
                    try OutputFolder(scratch.site).publish(bytes(["a": "3"]))
                }
                #expect(failure?.diagnostics.first?.message.contains("another run") == true)
                #expect(throws: Failure.self) { try OutputFolder(scratch.site).compare([:]) }
            }
        }
        _ = try first.publish(bytes(["a": "2"]))
        #expect(try scratch.contents() == withManifest(["a": "2"]))
    }
}
