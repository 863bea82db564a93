internal import Diagnostics
internal import Foundation
internal import JSONText

/// What a person at a terminal, or a program behind it, gets to read.
struct Console {
    let asJSON: Bool
    let isQuiet: Bool

    /// Problems, to standard error.
    func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            write((asJSON ? Self.json(diagnostic) : Self.coloured(diagnostic)) + "\n", to: .standardError)
        }
    }

    /// A text about wrong use, to standard error.
    func complain(_ text: String) {
        write(text + "\n", to: .standardError)
    }

    /// What was done, to standard output; nothing with `--quiet`.
    func say(_ line: String) {
        guard !isQuiet else { return }
        write(line + "\n", to: .standardOutput)
    }

    /// What was asked for itself, to standard output, as it is.
    func put(_ text: String) {
        write(text, to: .standardOutput)
    }

    /// Whether somebody looks at how far the work is.
    var showsProgress: Bool { !isQuiet && isatty(STDERR_FILENO) == 1 }

    /// Where the work is, on a line of its own that the next call replaces; only on a terminal.
    func progress(_ text: String) {
        guard showsProgress else { return }
        write("\r\u{1b}[2K\(text)", to: .standardError)
    }

    /// Ends the run where standard output takes no more; where standard error does not, nobody is left to be told.
    private func write(_ text: String, to stream: FileHandle) {
        do {
            try stream.write(contentsOf: Data(text.utf8))
        } catch {
            guard stream === FileHandle.standardOutput else { return }
            let remedy = "Look where it leads: a full disk, or a program that has ended."
            report([Diagnostic(.error, "standard output takes no more", remedy: remedy)])
            exit(3)
        }
    }

    private static func json(_ diagnostic: Diagnostic) -> String {
        JSON.members([
            "severity": .string(diagnostic.severity.rawValue),
            "file": .optional(diagnostic.position?.file, JSON.string),
            "line": .optional(diagnostic.position?.line, JSON.integer),
            "column": .optional(diagnostic.position?.column, JSON.integer),
            "message": .string(diagnostic.message),
            "remedy": .optional(diagnostic.remedy, JSON.string),
        ]).text()
    }

    /// The word "error" or "warning" stands out on a terminal, unless `NO_COLOR` is set.
    private static func coloured(_ diagnostic: Diagnostic) -> String {
        let text = "\(diagnostic)"
        let environment = ProcessInfo.processInfo.environment
        guard isatty(STDERR_FILENO) == 1, environment["NO_COLOR", default: ""].isEmpty else { return text }
        let word = "\(diagnostic.severity.rawValue):"
        guard let range = text.range(of: word) else { return text }
        let colour = diagnostic.severity == .error ? "31" : "33"
        return text.replacingCharacters(in: range, with: "\u{1b}[1;\(colour)m\(word)\u{1b}[0m")
    }
}
