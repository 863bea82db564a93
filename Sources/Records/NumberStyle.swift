/// How numbers are written: what stands before their fraction, and between their groups of three digits.
public struct NumberStyle: Hashable, Sendable {
    /// What stands before the fraction.
    public var decimal: UInt8
    /// What stands between groups of digits; empty where there are none.
    public var grouping: [UInt8]

    /// The style of an example such as `1.234,56`; `nil` where it says nothing clear.
    public init?(example: String) { return nil }
}
