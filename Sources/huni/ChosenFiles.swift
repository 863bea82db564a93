internal import Diagnostics
internal import Foundation
internal import Inspection

/// Files that the user names on the command line, with their places in a site.
struct ChosenFiles {
    /// The files, in the order given.
    private(set) var files: [InspectedFile] = []
    /// The paths of those that lie outside the site's folder.
    private(set) var outside: [String] = []

    /// Reads all of them.
    /// - Parameter root: The site's folder, which need not exist.
    /// - Throws: `Failure` with everything that cannot be read.
    init(_ paths: [String], site root: String) throws(Failure) {
        let home = Self.real(root) + "/"
        var problems: [Diagnostic] = []
        for path in paths {
            let real = Self.real(path)
            let isInside = real.hasPrefix(home)
            let sitePath =
                isInside ? String(real.dropFirst(home.count)) : "content/data/\(URL(filePath: path).lastPathComponent)"
            if files.contains(where: { $0.sitePath == sitePath }) {
                let remedy = "Name each file once; rename one of two that are called the same."
                problems.append(
                    Diagnostic(at: SourcePosition(file: path), "two files would be \(sitePath)", remedy: remedy)
                )
                continue
            }
            do {
                let bytes = try Data(contentsOf: URL(filePath: path))
                files.append(InspectedFile(name: path, sitePath: sitePath, bytes: Array(bytes)))
                if !isInside { outside.append(path) }
            } catch {
                problems.append(Self.unreadable(path, error))
            }
        }
        if !problems.isEmpty { throw Failure(problems) }
    }

    private static func real(_ path: String) -> String {
        let real = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
        return real.count > 1 && real.hasSuffix("/") ? String(real.dropLast()) : real
    }

    private static func unreadable(_ path: String, _ error: any Error) -> Diagnostic {
        var isFolder = ObjCBool(false)
        let place = SourcePosition(file: path)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return Diagnostic(
                at: place,
                "there is no such file",
                remedy: "Look at the path; names with blanks need quotes."
            )
        }
        if isFolder.boolValue {
            return Diagnostic(at: place, "this is a folder", remedy: "Name the files in it: \(path)/*.csv")
        }
        return Diagnostic(
            at: place,
            "cannot be read: \(error.localizedDescription)",
            remedy: "Look at the file's permissions."
        )
    }
}
