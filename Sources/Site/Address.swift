/// Where a page or file of the site lies, relative to the output folder.
struct Address: Hashable, Comparable {
    /// Names of folders and of the file, without slashes.
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The relative link that leads from here to `target`, its file named.
    func link(to target: Address) -> String {
        let here = path.split(separator: "/").dropLast()
        let there = target.path.split(separator: "/")
        let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: here.count - shared)
        return (up + there.dropFirst(shared).map(String.init)).joined(separator: "/")
    }

    /// The way up to the output folder: empty, `../`, `../../`, …
    var root: String { String(repeating: "../", count: path.split(separator: "/").count - 1) }

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.path < rhs.path }
}
