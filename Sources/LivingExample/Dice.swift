/// Numbers that look random and are the same on every machine (SplitMix64: Steele, Lea and Flood 2014).
struct Dice {
    private var state: UInt64

    /// Dice of their own for each `stream`: what one stream throws does not depend on how often another did.
    init(seed: UInt64, stream: Int) {
        state = seed
        state = next() ^ UInt64(bitPattern: Int64(stream))
        state = next()
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A fraction from 0 up to, not including, 1.
    mutating func fraction() -> Double {
        Double(next() >> 11) / 9_007_199_254_740_992
    }

    /// True in `rate` of all throws.
    mutating func chance(_ rate: Double) -> Bool {
        fraction() < rate
    }

    /// A whole number of the range, each equally likely.
    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        let sides = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next() % sides)
    }

    /// An index of `weights`, each as likely as its weight is large.
    /// - Parameter weights: Not empty, none negative, not all zero.
    mutating func index(weights: [Int]) -> Int {
        precondition(weights.contains { $0 > 0 }, "no weight to choose by")
        var left = whole(1...weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left <= 0 { return index }
        }
        return weights.count - 1
    }
}
