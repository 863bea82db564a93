/// What a row must be like to match a stage or to lie in a segment.
public indirect enum Condition: Hashable, Sendable {
    /// The column's value is one of `values`; a missing value is none of them.
    case column(String, isOneOf: [String])
    /// The column's value is a number, written as `1234.5`, within the bounds; a missing value or another word is not.
    case number(String, NumberBounds)
    /// All of them hold; an empty list always holds.
    case all([Condition])
    /// At least one of them holds; an empty list never holds.
    case any([Condition])

    /// The columns that must be read to decide it, each once, sorted.
    public var columns: [String] {
        switch self {
        case .column(let name, _), .number(let name, _): [name]
        case .all(let parts), .any(let parts): Set(parts.flatMap(\.columns)).sorted()
        }
    }
}
