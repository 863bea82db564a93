public import Diagnostics

/// A place where a note points to something that the site has to find.
public struct LinkUse: Hashable, Sendable {
    /// How the note uses what it points to.
    public enum Kind: Hashable, Sendable {
        /// The reader may go there.
        case link
        /// It is shown within the note.
        case image
        /// A figure of the report is shown there: `![Trend](figure:interest/trend)`.
        case figure
    }

    /// Link or image.
    public var kind: Kind
    /// As written, without Markdown's escapes and entities; of a figure, without `figure:`.
    public var destination: String
    /// Where the destination is written; the start of the block where it cannot be found.
    public var position: SourcePosition
    /// A figure's alternative text; empty for other uses.
    public var text: String

    /// A use of `destination`.
    public init(kind: Kind, destination: String, position: SourcePosition, text: String = "") {
        self.kind = kind
        self.destination = destination
        self.position = position
        self.text = text
    }
}

/// What the site says about a `LinkUse`.
public enum LinkAnswer: Sendable {
    /// This is written as the destination instead.
    case address(String)
    /// This is written in the place of a figure: a block of safe HTML.
    case markup(String)
    /// There is no such thing: the text stays without link, and the diagnostic is reported.
    case broken(Diagnostic)
}
