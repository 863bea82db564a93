/// Instants about a week apart, in which a position's place is found without a search.
struct WeeklySteps {
    private let instants: [Int64]
    private static let microsecondsAWeek = 7 * 86_400_000_000 as Int64

    /// - Precondition: `instants` ascend, each a week after the one before but for a change of clocks.
    init(_ instants: [Int64]) {
        self.instants = instants
    }

    /// How many of the instants do not lie after `position`; O(1).
    func count(notAfter position: Int64) -> Int {
        guard let first = instants.first, position >= first else { return 0 }
        var count = min(instants.count, Int((position - first) / Self.microsecondsAWeek) + 1)
        while count < instants.count, instants[count] <= position { count += 1 }
        while count > 0, instants[count - 1] > position { count -= 1 }
        return count
    }
}
