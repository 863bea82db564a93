internal import Diagnostics

/// What is still to be done once every changed file is staged; with it an interrupted run can be finished.
struct Journal {
    /// One change of the output folder.
    enum Step: Hashable {
        /// The file goes, because it stands where a folder or a file of the new state belongs.
        case clear(SitePath)
        /// The staged file of this number takes its place.
        case place(Int, SitePath)
        /// The file goes, because it is no longer made.
        case delete(SitePath)
    }

    /// Lies in the staging folder; only a complete one bears this name.
    static let fileName = "journal"

    private static let header = "huni-journal 1"
    private static let remedy = "Delete the folder that holds this file"

    /// In the order in which they are done.
    var steps: [Step]

    /// Keeps `steps`.
    init(_ steps: [Step]) {
        self.steps = steps
    }

    /// Reads what `bytes` prints; paths that lead elsewhere are refused.
    /// - Parameter origin: The journal's path, for messages.
    init(parsing bytes: [UInt8], from origin: String) throws {
        let lines = try Lines(of: bytes, header: Self.header, from: origin, remedy: Self.remedy)
        steps = try lines.body.map { try Self.step($0, from: origin) }
    }

    /// The header, then one step a line.
    var bytes: [UInt8] {
        Array(([Self.header] + steps.map(Self.line)).map { $0 + "\n" }.joined().utf8)
    }

    private static func line(_ step: Step) -> String {
        switch step {
        case .clear(let path): "clear \(path.text)"
        case .place(let number, let path): "place \(number) \(path.text)"
        case .delete(let path): "delete \(path.text)"
        }
    }

    private static func step(_ line: String, from origin: String) throws -> Step {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (words.first, words.dropFirst().first) {
        case ("clear", let path?): return .clear(try SitePath(path, from: origin, remedy: remedy))
        case ("delete", let path?): return .delete(try SitePath(path, from: origin, remedy: remedy))
        case ("place", let rest?):
            let parts = rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 2, let number = Int(parts[0]), number >= 0 {
                return .place(number, try SitePath(parts[1], from: origin, remedy: remedy))
            }
        default: break
        }
        throw Failure(
            at: SourcePosition(file: origin),
            "\(SitePath.quoted(line)) is no step of an interrupted run",
            remedy: remedy
        )
    }
}
