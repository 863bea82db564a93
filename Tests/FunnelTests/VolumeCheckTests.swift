import Calendars
import Funnel
import Testing

struct VolumeCheckTests {
    private let monday = Week(number: 2952).monday

    /// Ten weeks of a hundred rows a day, none on Sundays, changed on some days.
    private func check(_ changed: [Int: Int] = [:], until end: Int = 69) -> VolumeCheck {
        var rows: [LocalDate: Int] = [:]
        for day in 0..<70 where day % 7 != 6 { rows[monday.advanced(by: day)] = 100 }
        for (day, count) in changed { rows[monday.advanced(by: day)] = count }
        return VolumeCheck(rows, until: monday.advanced(by: end))
    }

    private func span(_ first: Int, _ last: Int) -> VolumeCheck.Span {
        VolumeCheck.Span(first: monday.advanced(by: first), last: monday.advanced(by: last))
    }

    @Test func aSteadySourceHasNothing() {
        #expect(check().gaps.isEmpty && check().jumps.isEmpty)
    }

    @Test func daysWithoutRowsAreOneGap() {
        #expect(check([49: 0, 50: 0, 52: 0]).gaps == [span(49, 50), span(52, 52)])
    }

    @Test func aWeekdayThatNeverHasRowsIsNoGap() {
        #expect(check(until: 69).gaps.isEmpty)
    }

    @Test func underHalfOrOverTwiceIsAJump() throws {
        let jumps = check([49: 38, 50: 30, 58: 250]).jumps
        #expect(jumps.map(\.days) == [span(49, 50), span(58, 58)])
        #expect(jumps.map(\.rowsADay) == [34, 250])
        #expect(jumps.map(\.usual) == [100, 100])
    }

    @Test func halfAndTwiceAreNone() {
        #expect(check([49: 50, 50: 200]).jumps.isEmpty)
    }

    @Test func chanceIsNoJump() {
        var rows: [LocalDate: Int] = [:]
        for day in 0..<70 { rows[monday.advanced(by: day)] = 20 }
        rows[monday.advanced(by: 65)] = 45
        #expect(VolumeCheck(rows, until: monday.advanced(by: 69)).jumps.isEmpty)
        rows[monday.advanced(by: 65)] = 47
        #expect(VolumeCheck(rows, until: monday.advanced(by: 69)).jumps.count == 1)
    }

    @Test func theFirstFourWeeksAreNotJudged() {
        #expect(check([20: 0, 21: 1, 22: 900]).jumps.isEmpty)
    }

    @Test func aNewLevelBecomesTheUsualOne() {
        let jumps = check(Dictionary(uniqueKeysWithValues: (35..<70).filter { $0 % 7 != 6 }.map { ($0, 300) })).jumps
        #expect(jumps.allSatisfy { $0.days.last < monday.advanced(by: 63) })
    }

    @Test func chanceLeavesAFewRowsADayAlone() {
        var rows: [LocalDate: Int] = [:]
        for day in 0..<70 where day % 5 != 0 { rows[monday.advanced(by: day)] = 2 }
        let check = VolumeCheck(rows, until: monday.advanced(by: 69))
        #expect(check.everyDays == 7 && check.gaps.isEmpty && check.jumps.isEmpty)
    }

    /// Six rows a day, so that weeks of 42 are looked at.
    private func sparse(_ changed: [Int: Int], until end: Int = 69) -> VolumeCheck {
        var rows: [LocalDate: Int] = [:]
        for day in 0...end { rows[monday.advanced(by: day)] = changed[day / 7] ?? 6 }
        return VolumeCheck(rows, until: monday.advanced(by: end))
    }

    @Test func ofFewRowsADayWeeksAreLookedAt() throws {
        let check = sparse([6: 0, 7: 0, 8: 14])
        #expect(check.gaps == [span(42, 55)])
        let jump = try #require(check.jumps.first)
        #expect(check.jumps.count == 1 && jump.days == span(56, 62))
        #expect(jump.rowsADay == 14 && jump.usual == 6)
    }

    @Test func aWeekThatIsNotOverIsNotLookedAt() {
        #expect(sparse([9: 0], until: 66).gaps.isEmpty)
        #expect(sparse([9: 0], until: 69).gaps == [span(63, 69)])
    }

    @Test func weeklyNumbersAreLookedAtByWeeks() {
        var counts: [LocalDate: Int] = [:]
        for week in 0..<10 { counts[monday.advanced(by: 7 * week)] = week == 8 ? 9_000 : 900 }
        let check = VolumeCheck(counts, of: .counts, until: monday.advanced(by: 69), isWeekly: true)
        #expect(check.jumps.map(\.days) == [span(56, 62)] && check.unit == .counts)
    }

    @Test func aWeeksPartIsItsOwnWhateverComesLater() {
        let long = check([49: 0, 58: 0, 59: 0, 62: 0, 63: 0, 64: 0])
        let week = Week(number: 2952).advanced(by: 8)
        #expect(long.part(of: week).gaps == [span(58, 59)])
        #expect(check([49: 0, 58: 0, 59: 0], until: 62).part(of: week) == long.part(of: week))
        #expect(long.part(of: week.advanced(by: 1)).gaps == [span(63, 64)])
    }

    @Test func withoutRowsThereIsNothing() {
        let check = VolumeCheck([:], until: monday)
        #expect(check.gaps.isEmpty && check.jumps.isEmpty)
    }
}
