/// What is left to do once all changed files are staged: it is written before the first file takes its place, so that
/// an interrupted run can be finished.
struct Journal {
    enum Step: Equatable {
        /// Move the staged file to its place.
        case put(String)
        /// Delete a file that is no longer made.
        case delete(String)
    }

    static let name = "journal"
    private static let end = "end"

    var steps: [Step]

    /// Pages before the front pages that lead to them, the site's own front page last; then what is no longer made.
    init(put: [String], delete: [String]) {
        func rank(_ path: String) -> Int { path == "index.html" ? 2 : path.hasSuffix("/index.html") ? 1 : 0 }
        let ordered = put.sorted { (rank($0), $0) < (rank($1), $1) }
        steps = ordered.map(Step.put) + delete.sorted().map(Step.delete) + [.put(Manifest.name)]
    }

    /// Reads a journal.
    /// - Returns: `nil` where it was not written to its end, or names files outside the folder.
    init?(_ bytes: [UInt8]) {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.popLast() == Self.end else { return nil }
        steps = []
        for line in lines {
            let path = String(line.dropFirst(2))
            guard path == Manifest.name || Manifest.isSafe(path) else { return nil }
            steps.append(line.hasPrefix("+ ") ? .put(path) : .delete(path))
        }
    }

    var bytes: [UInt8] {
        let lines = steps.map { step in
            switch step {
            case .put(let path): "+ \(path)"
            case .delete(let path): "- \(path)"
            }
        }
        return Array((lines + [Self.end]).map { $0 + "\n" }.joined().utf8)
    }
}
