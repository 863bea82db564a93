// generate-example: writes the living example's data into content/data of the current folder.

internal import Foundation
internal import LivingExample

let folder = URL(filePath: "content/data", directoryHint: .isDirectory)
do {
    try FileManager.default.createDirectory(at: folder.appending(path: "web"), withIntermediateDirectories: true)
    for (path, bytes) in Demlik().files {
        try Data(bytes).write(to: folder.appending(path: path))
    }
} catch {
    FileHandle.standardError.write(Data("generate-example: \(error.localizedDescription)\n".utf8))
    exit(3)
}
