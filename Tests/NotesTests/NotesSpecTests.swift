import Diagnostics
import Foundation
import Notes
import Testing

/// Runs every case of the `*.spec.md` in `Fixtures`.
@Suite struct NotesSpecTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var note: String
        var html: String
        var faults: [String]
        var testDescription: String { name }
    }

    static let cases: [Case] = ["notes", "tables", "insertions"].flatMap(cases)

    private static func cases(of name: String) -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).spec.md")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return sections(of: text).map { lines in
            Case(
                name: String(lines[0].dropFirst(4)),
                note: fence("note", in: lines).joined(separator: "\n").replacingOccurrences(of: "␠", with: " "),
                html: fence("html", in: lines).map { $0 + "\n" }.joined(),
                faults: fence("problems", in: lines)
            )
        }
    }

    /// The lines of each case, from its heading on; lines within fences are no headings.
    private static func sections(of text: String) -> [[String]] {
        var sections: [[String]] = []
        var isFenced = false
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("````") { isFenced.toggle() }
            if !isFenced, line.hasPrefix("### ") { sections.append([]) }
            if !sections.isEmpty { sections[sections.count - 1].append(line) }
        }
        return sections
    }

    private static func fence(_ name: String, in lines: [String]) -> [String] {
        guard let start = lines.firstIndex(of: "````\(name)") else { return [] }
        return Array(lines[(start + 1)...].prefix { $0 != "````" })
    }

    @Test(arguments: [("notes", 60), ("tables", 30), ("insertions", 15)])
    func theSpecificationIsRead(name: String, least: Int) {
        #expect(Self.cases(of: name).count >= least)
    }

    @Test(arguments: cases)
    func aNoteBecomes(_ expected: Case) {
        let result = reading(expected.note)
        #expect(result.note?.html == expected.html)
        #expect(result.faults == expected.faults)
    }

    @Test(arguments: cases)
    func lineEndsAndByteOrderMarkMakeNoDifference(_ expected: Case) {
        let crlf = expected.note.replacingOccurrences(of: "\n", with: "\r\n")
        for text in [crlf, "\u{FEFF}" + expected.note, expected.note + "\n", "\u{FEFF}" + crlf + "\r\n"] {
            let result = reading(text)
            #expect(result.note?.html == expected.html)
            #expect(result.faults == expected.faults)
        }
    }

    @Test(arguments: cases)
    func everyProblemSaysWhatToDo(_ expected: Case) {
        for problem in reading(expected.note).problems
        where !["no such file", "unknown number"].contains(problem.message) {
            #expect(problem.remedy?.isEmpty == false)
        }
    }
}
