import Foundation
import Testing

/// A case of a specification: a heading whose parts are set apart by dots, and fenced blocks.
struct SpecSection: CustomTestStringConvertible {
    var title: [String]
    private var lines: [String]

    /// All cases of a file beside the tests; none where it cannot be read.
    static func all(of file: String) -> [SpecSection] {
        guard let url = Bundle.module.url(forResource: file, withExtension: "md"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.components(separatedBy: "\n### ").dropFirst().map { section in
            let lines = section.components(separatedBy: "\n")
            return SpecSection(title: lines[0].components(separatedBy: " · "), lines: lines)
        }
    }

    /// The lines of a fenced block; none where there is no such block.
    func block(_ name: String) -> [String] {
        guard let start = lines.firstIndex(of: "```\(name)") else { return [] }
        return Array(lines[(start + 1)...].prefix { $0 != "```" })
    }

    /// The lines of a block that have an arrow, as what stands before and behind it.
    func pairs(_ name: String) -> [(String, String)] {
        block(name).map { line in
            let parts = line.components(separatedBy: " → ")
            return (parts[0], parts.dropFirst().joined(separator: " → "))
        }
    }

    var testDescription: String { title.joined(separator: " · ") }
}
