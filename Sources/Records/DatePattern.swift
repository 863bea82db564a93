/// How dates are written, as a pattern such as `DD.MM.YYYY`.
public struct DatePattern: Hashable, Sendable {
    /// As it was given.
    public var pattern: String
    /// Whether the year is among its parts.
    public var hasYear: Bool

    /// Reads a pattern; `nil` where it is none.
    public init?(_ pattern: String) { return nil }
}
