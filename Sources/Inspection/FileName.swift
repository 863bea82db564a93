/// The name of a file, without its folder.
struct FileName {
    let name: String

    init(_ path: String) {
        name = String(path.split(separator: "/").last ?? "")
    }

    /// The name without its endings.
    var stem: String { String(name.prefix { $0 != "." }) }

    /// One pattern for files of one folder whose names have a beginning or an end in common; `nil` where they have not.
    static func pattern(of paths: [String]) -> String? {
        let folders = Set(paths.map { $0.dropLast(FileName($0).name.count) })
        guard folders.count == 1, let folder = folders.first, var prefix = paths.first.map({ FileName($0).name }) else {
            return nil
        }
        var suffix = prefix
        for name in paths.map({ FileName($0).name }) {
            while !name.hasPrefix(prefix) { prefix.removeLast() }
            while !name.hasSuffix(suffix) { suffix.removeFirst() }
        }
        guard prefix.count + suffix.count >= 4,
            paths.allSatisfy({ FileName($0).name.count > prefix.count + suffix.count })
        else { return nil }
        return "\(folder)\(prefix)*\(suffix)"
    }
}
