/// A change that is more than usual variation.
public struct Signal: Hashable, Sendable {
    /// Which way the number went.
    public enum Direction: String, Sendable {
        /// It is more than usual.
        case up
        /// It is less than usual.
        case down
    }

    /// What gave it away.
    public enum Kind: String, Sendable {
        /// The number lies outside its normal range.
        case beyond
        /// It is the eighth in a row on one side of the mean as it was before the eight.
        case run
    }

    /// Which way.
    public var direction: Direction
    /// By which rule; where both hold, `beyond`.
    public var kind: Kind
    /// Whether the range was learned from fewer than eight weeks.
    public var isProvisional: Bool

    /// A signal.
    public init(direction: Direction, kind: Kind, isProvisional: Bool = false) {
        self.direction = direction
        self.kind = kind
        self.isProvisional = isProvisional
    }
}
