public import Diagnostics

/// A place where a note points to something that the site has to find.
public struct LinkUse: Hashable, Sendable {
    /// How the note uses what it points to.
    public enum Kind: Hashable, Sendable {
        /// The reader may go there.
        case link
        /// It is shown within the note.
        case image
    }

    /// Link or image.
    public var kind: Kind
    /// As written, without Markdown's escapes and entities.
    public var destination: String
    /// Where the destination is written; the start of the block where it cannot be found.
    public var position: SourcePosition

    /// A use of `destination`.
    public init(kind: Kind, destination: String, position: SourcePosition) {
        self.kind = kind
        self.destination = destination
        self.position = position
    }
}

/// What the site says about a `LinkUse`.
public enum LinkAnswer: Sendable {
    /// This is written as the destination instead.
    case address(String)
    /// There is no such thing: the text stays without link, and the diagnostic is reported.
    case broken(Diagnostic)
}
