public import Diagnostics

/// A path relative to the site's folder; `*` in a file's name stands for any run of characters.
public struct FilePattern: Sendable {
    /// The path as written.
    public var text: String
    /// Where it stands in huni.yaml.
    public var position: SourcePosition

    /// Whether several files may have it.
    public var hasWildcard: Bool { text.contains("*") }

    /// Whether `path` is one that the pattern stands for.
    public func matches(_ path: String) -> Bool {
        let (folder, name) = Self.parted(path)
        let (ownFolder, ownName) = Self.parted(text)
        return folder == ownFolder
            && Self.matches(name, ownName.split(separator: "*", omittingEmptySubsequences: false))
    }

    /// Whether `path`, or without a folder in the pattern the name of its file, is one that the pattern stands for.
    func matchesPathOrName(_ path: String) -> Bool {
        matches(path) || !text.contains("/") && matches(String(Self.parted(path).name))
    }

    private static func parted(_ path: String) -> (folder: Substring, name: Substring) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path[...]) }
        return (path[..<slash], path[path.index(after: slash)...])
    }

    /// Whether `name` is made of the pieces with anything between them.
    private static func matches(_ name: Substring, _ pieces: [Substring]) -> Bool {
        guard let first = pieces.first, let last = pieces.last, name.hasPrefix(first) else { return false }
        var rest = name.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return pieces.count == 1 ? rest.isEmpty : rest.hasSuffix(last)
    }
}
