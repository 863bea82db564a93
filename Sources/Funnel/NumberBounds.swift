/// Bounds of a number, each of which may be left out; without any, every number lies within.
public struct NumberBounds: Hashable, Sendable {
    /// The number is larger than this.
    public var over: Double?
    /// The number is smaller than this.
    public var under: Double?
    /// The number is this or larger.
    public var atLeast: Double?
    /// The number is this or smaller.
    public var atMost: Double?

    /// Bounds that all have to hold.
    public init(over: Double? = nil, under: Double? = nil, atLeast: Double? = nil, atMost: Double? = nil) {
        self.over = over
        self.under = under
        self.atLeast = atLeast
        self.atMost = atMost
    }

    /// Whether `number` lies within.
    public func contains(_ number: Double) -> Bool {
        over.map { number > $0 } ?? true && under.map { number < $0 } ?? true
            && atLeast.map { number >= $0 } ?? true && atMost.map { number <= $0 } ?? true
    }

    /// Whether `word` is a number, written as `1234.5`, that lies within.
    func containsNumber(_ word: String) -> Bool {
        let isDecimal = word.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) }
        guard isDecimal, let number = Double(word), number.isFinite else { return false }
        return contains(number)
    }
}
