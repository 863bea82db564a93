// generate-example: writes the living example's events into content/data/web of the current folder.

internal import Foundation
internal import LivingExample

let folder = URL(filePath: "content/data/web", directoryHint: .isDirectory)
do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (week, bytes) in SampleEvents(.demlik).files {
        try Data(bytes).write(to: folder.appending(path: "\(week).csv"))
    }
} catch {
    FileHandle.standardError.write(Data("generate-example: \(error.localizedDescription)\n".utf8))
    exit(3)
}
