import Diagnostics
import Notes

/// Reads a note on a site that finds everything whose name does not begin with `missing`, in the folder `to`, and that
/// knows one number, `rate`.
func reading(_ text: String, _ options: NoteOptions = NoteOptions(kind: .play)) -> Note.Reading {
    reading(Array(text.utf8), options)
}

func reading(_ bytes: [UInt8], _ options: NoteOptions = NoteOptions(kind: .play)) -> Note.Reading {
    Note.read(bytes, file: "n.md", options: options, insert: number) { use in
        if use.destination.hasPrefix("missing") { return .broken(Diagnostic(at: use.position, "no such file")) }
        if use.kind == .figure { return .markup("<figure>\(use.destination): \(use.text)</figure>") }
        return .address("to/" + use.destination)
    }
}

/// A number that says what was asked.
private func number(_ insertion: Insertion) -> InsertionAnswer {
    guard insertion.name == "rate" else { return .broken(Diagnostic(at: insertion.position, "unknown number")) }
    return .text("[" + (["rate"] + insertion.attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " ") + "]")
}

extension Note.Reading {
    /// `3:1 error: unknown key 'efort'`, one each.
    var faults: [String] {
        problems.map { problem in
            let place = [problem.position?.line, problem.position?.column].compactMap { $0.map(String.init) }
            return "\(place.joined(separator: ":")) \(problem.severity.rawValue): \(problem.message)"
        }
    }
}
