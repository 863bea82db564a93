internal import Diagnostics
internal import Foundation

/// Where an output folder lies: its parent, whose path may lead through links, and its name, which may not be one.
struct OutputPlace {
    let parent: String
    let name: String

    /// Splits `path`; slashes and `.` at its end do not count, and `.` or `..` alone is the folder it stands for.
    init(_ path: String) throws {
        var parts = path.split(separator: "/").map(String.init)
        while parts.last == ".", parts.count > 1 { parts.removeLast() }
        if parts.last == "." || parts.last == ".." {
            let isAbsolute = path.hasPrefix("/")
            let real = try Self.resolved((isAbsolute ? "/" : "") + parts.joined(separator: "/"))
            (parent, name) = try Self.split(real, of: path)
        } else {
            (parent, name) = try Self.split((path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/"), of: path)
        }
    }

    /// The parent, with the folders above it, made where missing.
    func makeParent() throws -> Folder {
        if let folder = try Folder.existing(at: parent) { return folder }
        let above = try OutputPlace(parent)
        return try above.makeParent().makeSubfolder(above.name)
    }

    private static func split(_ path: String, of typed: String) throws -> (String, String) {
        guard let name = path.split(separator: "/").last.map(String.init) else {
            throw Failure(
                at: SourcePosition(file: typed.isEmpty ? "--output" : typed),
                "this is no folder that huni can keep its output in",
                remedy: "Name a folder below it, such as output"
            )
        }
        let above = String(path.dropLast(name.count))
        return (above.isEmpty ? "." : above.count > 1 ? String(above.dropLast()) : above, name)
    }

    private static func resolved(_ path: String) throws -> String {
        guard let real = realpath(path, nil) else { throw Folder.refusal("cannot be found", path) }
        defer { free(real) }
        return String(cString: real)
    }
}
