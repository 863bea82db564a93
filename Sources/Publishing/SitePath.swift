internal import Diagnostics

/// A file's path inside the output folder that can neither leave it nor touch what is not huni's.
struct SitePath: Hashable {
    /// Components joined by slashes.
    let text: String

    /// Names that belong to the repository, the host or the manifest, in lower case.
    private static let reserved: Set<String> = [".git", "cname", Manifest.fileName, OutputFolder.innerStagingName]

    /// Refuses what could lead anywhere but to an ordinary file below the output folder.
    /// - Parameters:
    ///   - origin: The file that names the path, for the message.
    ///   - remedy: What to do about it, for the message.
    init(_ text: String, from origin: String, remedy: String? = nil) throws {
        if let fault = Self.fault(of: text) {
            throw Failure(at: SourcePosition(file: origin), "\(Self.quoted(text)) \(fault)", remedy: remedy)
        }
        self.text = text
    }

    private init(trusted text: String) {
        self.text = text
    }

    /// At least one, none of them empty, `.` or `..`.
    var components: [String] { text.split(separator: "/").map(String.init) }

    /// The last component.
    var name: String { components.last ?? text }

    /// The folders the file lies in, outermost first; empty for a file at the top.
    var ancestors: [SitePath] {
        let parts = components
        return parts.indices.dropFirst().map { SitePath(trusted: parts[..<$0].joined(separator: "/")) }
    }

    /// What is wrong with `text` as a path of the site; `nil` where nothing is.
    static func fault(of text: String) -> String? {
        if text.isEmpty { return "is an empty path" }
        if text.utf8.first == UInt8(ascii: "/") { return "is an absolute path" }
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
            return "contains a control character or a backslash"
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains("..") { return "leads out of the output folder" }
        if parts.contains(where: { $0.isEmpty || $0 == "." }) { return "has an empty component or \".\"" }
        if let first = parts.first, reserved.contains(first.lowercased()) { return "is not huni's to write" }
        return nil
    }

    /// `text` in a form that a terminal shows as it is.
    static func quoted(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(200).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : String($0) }
        return "\"\(shown.joined())\""
    }
}

extension SitePath: Comparable {
    /// By bytes, so that the order does not depend on a locale.
    static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
    }
}
