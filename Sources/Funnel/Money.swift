/// What rounds are worth together, in the site's currency.
public struct Money: Hashable, Sendable {
    /// The sum of the amounts that are known.
    public var amount = 0.0
    /// How many rounds have an amount.
    public var count = 0
    /// How many have none.
    public var withoutAmount = 0
    /// Whether the sum is not told, because too few rounds have an amount, or have none.
    public var isHidden = false

    /// Nothing.
    public init() {}

    /// Of amounts, `nil` where one is missing.
    init(_ amounts: some Sequence<Double?>) {
        for amount in amounts { add(amount) }
    }

    /// Of several sums.
    public init(sumOf parts: [Money]) {
        for part in parts {
            amount += part.amount
            count += part.count
            withoutAmount += part.withoutAmount
            isHidden = isHidden || part.isHidden
        }
    }

    mutating func add(_ amount: Double?) {
        guard let amount else {
            withoutAmount += 1
            return
        }
        self.amount += amount
        count += 1
    }

    /// The mean of the amounts that are known; `nil` without any.
    public var mean: Double? { count > 0 ? amount / Double(count) : nil }

    /// All rounds, with an amount or without.
    public var rounds: Int { count + withoutAmount }

    /// Hides the sum where fewer than `least` have an amount, or have none, unless it is all or nobody.
    mutating func hideSmall(below least: Int) {
        isHidden = isHidden || [count, withoutAmount].contains { (1..<least).contains($0) }
    }
}
