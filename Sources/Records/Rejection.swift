public import Diagnostics

/// A row that was not used: where it stands, and why.
///
/// It never holds the entity, nor anything that looks like an address.
public struct Rejection: Hashable, Sendable {
    /// What more can be said.
    public enum Detail: Hashable, Sendable {
        /// How many cells the row has, and how many the header.
        case cells(found: Int, expected: Int)
        /// The faulty cell, escaped and shortened.
        case value(String)
        /// The faulty cell, likewise, and the known word that it was most likely meant to be.
        case word(String, nearest: String)
    }

    /// The faulty cell or quote; the line alone where cells are wanting.
    public let position: SourcePosition
    /// What is wrong.
    public let reason: RejectionReason
    /// `nil` where there is no more to say, or the cell may name somebody.
    public let detail: Detail?
}
