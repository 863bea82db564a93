import Testing

@testable import Funnel

/// Weeks of parts of a whole, of which few are there.
@Suite struct HiddenWeeksTests {
    private func hidden(_ parts: [[Double?]]) -> Set<Int> { HiddenWeeks(of: parts, below: 5).places }

    @Test func whereNobodyIsFewNothingIsHidden() {
        #expect(hidden([[5, 6, 7], [8, 9, 10]]).isEmpty)
        #expect(hidden([]).isEmpty)
    }

    @Test func aWeekOfFewGoesWithTheOneBefore() {
        #expect(hidden([[10, 10, 3], [10, 10, 10]]) == [1, 2])
    }

    @Test func theFirstWeekOfFewGoesWithTheNext() {
        #expect(hidden([[3, 10, 10], [10, 10, 10]]) == [0, 1])
    }

    @Test func weeksAreHiddenUntilTheyHoldEnoughOfEachPart() {
        #expect(hidden([[5, 5, 0, 1], [10, 10, 10, 10]]) == [1, 2, 3])
        #expect(hidden([[0, 1, 2, 3, 9], [10, 10, 10, 10, 10]]) == [0, 1, 2, 3])
    }

    @Test func aWeekOfNobodyIsToldAndHelpsNobody() {
        #expect(hidden([[10, nil, 3], [10, nil, 10]]) == [0, 2])
    }

    @Test func whatIsHiddenStaysSoWhenLaterWeeksCome() {
        var random = SeededNumbers(state: 11)
        for _ in 0..<300 {
            let parts = (0..<3).map { _ in (0..<12).map { _ in Double(Int.random(in: 0..<25, using: &random)) } }
            let months = (1...12).map { length in hidden(parts.map { Array($0.prefix(length)) }) }
            for (earlier, later) in zip(months, months.dropFirst()) { #expect(earlier.isSubset(of: later)) }
        }
    }
}
