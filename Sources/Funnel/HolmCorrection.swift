/// Corrects for looking at several tests at once (Holm 1979): with it, the chance that any of them finds a difference
/// where there is none stays at the level of one.
public enum HolmCorrection {
    /// The tests' corrected probabilities, in the order given; none above 1, and never in another order of size than
    /// before.
    public static func adjusted(_ pValues: [Double]) -> [Double] {
        var adjusted = pValues
        var largest = 0.0
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        for (rank, index) in order.enumerated() {
            largest = max(largest, min(1, pValues[index] * Double(pValues.count - rank)))
            adjusted[index] = largest
        }
        return adjusted
    }
}
