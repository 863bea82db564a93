import Foundation
import Testing

/// What a figure writes, byte for byte. A golden that is not there is recorded, and the test fails: look at it, then keep
/// it or not.
func expectGolden(_ name: String, _ written: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    let file = folder.appending(path: "\(name).html")
    guard FileManager.default.fileExists(atPath: file.path) else {
        try Data(written.utf8).write(to: file)
        Issue.record("recorded \(file.path)")
        return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(written == golden, "differs from \(file.path); remove it to record anew")
}
