public import Diagnostics

/// A place where a note asks for a number of the report: `{{ rate stage="interest" }}`.
public struct Insertion: Hashable, Sendable {
    /// A detail of what is asked for, such as `stage="interest"`.
    public struct Attribute: Hashable, Sendable {
        /// What stands before the `=`.
        public var name: String
        /// What stands behind it, without quotes.
        public var value: String
        /// Where its name begins.
        public var position: SourcePosition
        /// Where its value begins, behind the quote.
        public var valuePosition: SourcePosition
    }

    /// Which number.
    public var name: String
    /// In the order in which they are written, each name once.
    public var attributes: [Attribute]
    /// Where the name begins.
    public var position: SourcePosition

    /// The value of an attribute; `nil` where it is not given.
    public subscript(attribute: String) -> Attribute? { attributes.first { $0.name == attribute } }
}

/// What the site says about an ``Insertion``.
public enum InsertionAnswer: Sendable {
    /// This is written in its place.
    case text(String)
    /// There is no such number: the braces stay, and the diagnostic is reported.
    case broken(Diagnostic)
}

extension Insertion {
    /// Says that this note has no report to take numbers from.
    public static func refused(_ insertion: Insertion) -> InsertionAnswer {
        .broken(
            Diagnostic(
                at: insertion.position,
                "there are no numbers to insert here",
                remedy: "Put the braces in backquotes if they are meant as text."
            )
        )
    }
}
