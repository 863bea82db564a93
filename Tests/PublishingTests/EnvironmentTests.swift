import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct EnvironmentTests {
    @Test func outputBelowARegularFileIsTheEnvironmentsFailure() throws {
        let scratch = try ScratchFolder()
        try scratch.put("mine", at: "file")
        for path in ["file", "file/site", "file/deeper/site"] {
            let failure = #expect(throws: EnvironmentFailure.self) {
                try OutputFolder("\(scratch.root)/\(path)").publish(bytes(["a": "1"]))
            }
            #expect(failure?.message.contains("Not a directory") == true)
            #expect(failure?.description.hasPrefix("\(scratch.root)/file") == true)
        }
        #expect(try scratch.text("file") == "mine")
    }

    @Test func nameTooLongForTheDiskLeavesTheOldState() throws {
        let scratch = try ScratchFolder()
        _ = try OutputFolder(scratch.site).publish(bytes(["a": "1"]))
        let name = String(repeating: "x", count: 300)
        #expect(throws: EnvironmentFailure.self) {
            try OutputFolder(scratch.site).publish(bytes(["a": "2", name: "2"]))
        }
        #expect(try scratch.contents() == withManifest(["a": "1"]))
    }

    @Test(.enabled(if: TinyDisk.isPossible, "no small disk can be mounted here"))
    func fullDiskLeavesTheOldStateAndNoStaging() throws {
        let scratch = try ScratchFolder()
        let disk = try TinyDisk(at: scratch.root + "/disk", kilobytes: 256)
        defer { disk.unmount() }
        let folder = OutputFolder(scratch.root + "/disk/site")
        _ = try folder.publish(bytes(["a": "old", "b": "old"]))
        let big = [UInt8](repeating: 7, count: 400_000)
        let failure = #expect(throws: EnvironmentFailure.self) { try folder.publish(["a": [1], "b": big, "c": [1]]) }
        #expect(failure?.message.contains("No space left") == true)
        #expect(try scratch.text("disk/site/a") == "old")
        #expect(try folder.compare(bytes(["a": "old", "b": "old"])).isEmpty)
        #expect(!scratch.exists("disk/.site.huni-staging"))
        _ = try folder.publish(bytes(["a": "new"]))
        #expect(try folder.compare(bytes(["a": "new"])).isEmpty)
    }

    @Test(.enabled(if: TinyDisk.isPossible, "no small disk can be mounted here"))
    func outputOnADiskOfItsOwnIsStagedInside() throws {
        let scratch = try ScratchFolder()
        let disk = try TinyDisk(at: scratch.site, kilobytes: 256)
        defer { disk.unmount() }
        _ = try OutputFolder(scratch.site).publish(bytes(["a": "1", "b": "1"]))
        let stopped = OutputFolder(scratch.site) { if $0 == 6 { throw Stopped() } }
        #expect(throws: Stopped.self) { try stopped.publish(bytes(["a": "2", "b": "2", "c": "2"])) }
        #expect(scratch.exists("site/.huni-staging"))
        _ = try OutputFolder(scratch.site).publish(bytes(["a": "2"]))
        #expect(try scratch.contents() == withManifest(["a": "2"]))
    }
}

/// A file system in memory, so small that it can be filled.
struct TinyDisk {
    let path: String

    /// Whether this machine lets the test mount one.
    static var isPossible: Bool {
        do {
            let scratch = try ScratchFolder()
            try TinyDisk(at: scratch.root, kilobytes: 64).unmount()
            return true
        } catch {
            return false
        }
    }

    init(at path: String, kilobytes: Int) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Self.run(["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path])
    }

    func unmount() {
        do {
            try Self.run(["umount", path])
        } catch {
            print("\(path) stays mounted")
        }
    }

    private static func run(_ words: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Stopped() }
    }
}
