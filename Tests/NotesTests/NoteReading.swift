import Diagnostics
import Notes

/// Reads a note on a site that finds everything whose name does not begin with `missing`, in the folder `to`.
func reading(_ text: String, _ options: NoteOptions = NoteOptions(kind: .play)) -> Note.Reading {
    reading(Array(text.utf8), options)
}

func reading(_ bytes: [UInt8], _ options: NoteOptions = NoteOptions(kind: .play)) -> Note.Reading {
    Note.read(bytes, file: "n.md", options: options) { use in
        use.destination.hasPrefix("missing")
            ? .broken(Diagnostic(at: use.position, "no such file")) : .address("to/" + use.destination)
    }
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
