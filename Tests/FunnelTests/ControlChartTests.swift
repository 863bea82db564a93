import Funnel
import Testing

@Suite struct ControlChartTests {
    /// As many numbers around 100, 3 up and down in turn.
    private func usual(_ count: Int) -> [Int] { (0..<count).map { $0 % 2 == 0 ? 97 : 103 } }

    private func verdicts(_ counts: [Int?]) -> [ControlChart.Verdict?] {
        ControlChart.verdicts(on: counts.map { $0.map(ControlChart.Point.init) })
    }

    private func last(_ counts: [Int?]) -> ControlChart.Verdict? { verdicts(counts).last ?? nil }

    @Test func fewerThanSixWeeksMakeNoRange() {
        #expect(last(usual(5) + [500])?.range == nil)
        #expect(last(usual(5) + [500])?.signal == nil)
    }

    @Test(arguments: [6, 7])
    func sixAndSevenWeeksAreProvisional(weeks: Int) {
        let verdict = last(usual(weeks) + [500])
        #expect(verdict?.range?.isProvisional == true)
        #expect(verdict?.signal == Signal(direction: .up, kind: .beyond, isProvisional: true))
    }

    @Test func eightWeeksMakeAVerdict() {
        let verdict = last(usual(8) + [10])
        #expect(verdict?.range?.isProvisional == false)
        #expect(verdict?.signal == Signal(direction: .down, kind: .beyond, isProvisional: false))
    }

    @Test func onlyTheLatest26WeeksAreLookedAt() {
        #expect(last([150, 50, 150, 50] + usual(26) + [100])?.range?.weeks == 26)
        #expect(last([150, 50, 150, 50] + usual(26) + [100])?.range?.mean == 100)
        #expect(last([106] + usual(25) + [100])?.range?.mean != 100)
    }

    @Test func aNumberAtTheLimitIsUsual() {
        let flat = Array(repeating: 100, count: 10)
        #expect(last(flat + [100])?.signal == nil)
        #expect(last(flat + [101])?.signal?.direction == .up)
    }

    @Test func theEighthInARowOnOneSideIsASignal() {
        let counts = usual(13) + Array(repeating: 102, count: 8)
        let signals = verdicts(counts).map { $0?.signal }
        #expect(signals.dropLast().allSatisfy { $0 == nil })
        #expect(signals.last == Signal(direction: .up, kind: .run, isProvisional: false))
    }

    @Test func aNumberOnTheMeanBreaksTheRow() {
        #expect(last(usual(12) + [98, 98, 98, 98, 100, 98, 98, 98])?.signal == nil)
    }

    @Test func aRunAgainstAProvisionalMeanIsProvisional() {
        let counts = usual(6) + Array(repeating: 102, count: 8)
        #expect(last(counts)?.signal == Signal(direction: .up, kind: .run, isProvisional: true))
    }

    @Test func aConfirmedRunStartsANewMean() {
        let counts = usual(13) + Array(repeating: 104, count: 8)
        let after = last(counts + [104])
        #expect(after?.range?.mean == 104)
        #expect(after?.range?.weeks == 8)
        #expect(after?.signal == nil)
        #expect(last(counts + Array(repeating: 104, count: 8))?.signal == nil)
    }

    @Test func afterARunTheMovingRangesAreStillThoseOfTheLatestWeeks() throws {
        let counts = usual(13) + Array(repeating: 104, count: 8)
        let range = try #require(last(counts + [104])?.range)
        // 12 ranges of 6 before the run, 7 of 0 within it; the one of 7 between 97 and 104 is left out.
        #expect(abs(range.high - (104 + 2.66 * 72 / 19)) < 1e-9)
    }

    /// Weeks of the living example in which a recount by another program, that learned the ranges anew with the mean, found
    /// 0.2250…0.5729. The run of eight ends with the sixteenth week; from the ninth on the mean is 0.3989. The latest 26 weeks
    /// have 24 moving ranges, 7 before the run and 17 from it on, of 0.06790 on average, and 2.66 times that is 0.1806.
    @Test func afterARunTheMeanIsThatOfTheNewWeeksAndTheRangesThoseOfAll() throws {
        let weeks = [
            (34, 108), (47, 115), (42, 120), (22, 92), (39, 117), (35, 106), (43, 96), (40, 98), (39, 101), (51, 103),
            (45, 109), (46, 103), (35, 92), (36, 100), (35, 90), (34, 91), (42, 86), (33, 93), (36, 101), (40, 111),
            (36, 113), (36, 80), (36, 114), (40, 112), (51, 120), (50, 98), (43, 102),
        ]
        let verdicts = ControlChart.verdicts(on: weeks.map { ControlChart.Point(ConversionRate($0, of: $1)) })
        let runs = verdicts.indices.filter { verdicts[$0]?.signal?.isProvisional == false }
        #expect(runs == [15] && verdicts[15]?.signal?.kind == .run)
        let range = try #require(verdicts[26]?.range)
        #expect(range.weeks == 18)
        #expect(abs(range.mean - 0.398911531021) < 1e-12)
        #expect(abs(range.low - 0.218285010716) < 1e-12 && abs(range.high - 0.579538051326) < 1e-12)
    }

    @Test func weeksWithoutANumberArePassedOver() {
        let counts: [Int?] = [97, nil, 103, 97, nil, 103, 97, 103, 97, 103, nil, 500]
        let verdicts = verdicts(counts)
        #expect(verdicts[1] == nil)
        #expect(verdicts[11]?.range?.weeks == 8)
        #expect(verdicts[11]?.signal?.direction == .up)
    }

    @Test func ratesOfFewerThanThirtyAreNotJudged() {
        let usual = (0..<10).map { ControlChart.Point(ConversionRate($0 % 2 == 0 ? 10 : 11, of: 29)) }
        let small = ControlChart.verdicts(on: usual + [ControlChart.Point(ConversionRate(29, of: 29))])
        #expect((small.last ?? nil)?.range != nil)
        #expect((small.last ?? nil)?.signal == nil)
        let enough = ControlChart.verdicts(on: usual + [ControlChart.Point(ConversionRate(30, of: 30))])
        #expect((enough.last ?? nil)?.signal?.direction == .up)
    }

    @Test func basesThatDifferByMoreThanAFactorOfTwoFollowLaney() {
        func method(_ base: Int) -> NormalRange.Method? {
            let points = (0..<9).map { ControlChart.Point(ConversionRate(30 + $0 % 2, of: 100)) }
            let tested = ControlChart.Point(ConversionRate(base / 3, of: base))
            return (ControlChart.verdicts(on: points + [tested]).last ?? nil)?.range?.method
        }
        #expect(method(200) == .individuals)
        #expect(method(201) == .laney)
        #expect(method(50) == .individuals)
        #expect(method(49) == .laney)
    }
}
