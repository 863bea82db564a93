// Diagnostics: what is wrong, where, and what to do about it. The bottom room; it knows no other.

/// One thing that is wrong with the input, said for the person who can mend it.
public struct Diagnostic: Hashable, Sendable {
    /// Whether the run can go on.
    public enum Severity: String, Sendable {
        /// The build fails, and the output stays as it was.
        case error
        /// The build goes on; `huni check` and `--strict` fail.
        case warning
    }

    /// How bad it is.
    public var severity: Severity
    /// Where it is; `nil` where no file is to blame.
    public var position: SourcePosition?
    /// What is wrong, one sentence without a full stop.
    public var message: String
    /// What to do, one sentence; `nil` where the message says it already.
    public var remedy: String?

    /// Says what is wrong at `position`, and how to mend it.
    public init(
        _ severity: Severity = .error,
        at position: SourcePosition? = nil,
        _ message: String,
        remedy: String? = nil
    ) {
        self.severity = severity
        self.position = position
        self.message = message
        self.remedy = remedy
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: message`, the remedy on a line of its own.
    public var description: String {
        let place = position.map { "\($0): " } ?? ""
        let remedyLine = remedy.map { "\n  \($0)" } ?? ""
        return "\(place)\(severity.rawValue): \(message)\(remedyLine)"
    }
}

/// A run that could not go on, with everything found wrong until then.
public struct Failure: Error, Sendable {
    /// At least one, in the order of the files and of the places in them.
    public var diagnostics: [Diagnostic]

    /// Fails with all of `diagnostics`.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// Fails for one reason.
    public init(at position: SourcePosition? = nil, _ message: String, remedy: String? = nil) {
        self.init([Diagnostic(at: position, message, remedy: remedy)])
    }
}
