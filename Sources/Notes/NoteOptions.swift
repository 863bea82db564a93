/// What a note is about; decides which front matter it may have.
public enum NoteKind: Sendable {
    /// The strategy of a stage.
    case stage
    /// One recommended action.
    case play
    /// What the analyst says of one week.
    case comment
    /// Anything else.
    case page
}

/// How a note is read.
public struct NoteOptions: Sendable {
    /// What the note is about.
    public var kind: NoteKind
    /// The level (1 to 6) at which the note's highest heading is written.
    public var headingLevel: Int
    /// Stands before every heading's id, so that several notes can share a page.
    public var idPrefix: String
    /// A larger file is refused.
    public var maximumBytes: Int

    /// Options for a note of `kind`; by default headings from level 2 and at most 256 KiB.
    public init(kind: NoteKind, headingLevel: Int = 2, idPrefix: String = "", maximumBytes: Int = 256 * 1024) {
        self.kind = kind
        self.headingLevel = headingLevel
        self.idPrefix = idPrefix
        self.maximumBytes = maximumBytes
    }
}
