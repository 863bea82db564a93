internal import Diagnostics

/// A small text file of huni's own: a first line that tells its kind and version, then one entry a line.
struct Lines {
    /// What to do about a list that cannot be trusted.
    static let remedy = "Delete it and empty the output folder, or choose another folder with --output"

    /// The lines after the header.
    let body: [String]

    /// Splits at line feeds; refuses another header, bytes that are no UTF-8, and a last line that is cut off.
    init(of bytes: [UInt8], header: String, from origin: String, remedy: String = Self.remedy) throws {
        guard let text = String(validating: bytes, as: UTF8.self), text.utf8.last == UInt8(ascii: "\n") else {
            throw Self.unreadable(origin, remedy)
        }
        let lines = text.utf8.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first, String(first) == header else { throw Self.unreadable(origin, remedy) }
        body = lines.dropFirst().map { String($0) ?? "" }
    }

    private static func unreadable(_ origin: String, _ remedy: String) -> Failure {
        Failure(
            at: SourcePosition(file: origin, line: 1),
            "this is not a list that this version of huni has written",
            remedy: remedy
        )
    }
}
