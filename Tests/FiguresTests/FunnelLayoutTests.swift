import Testing

@testable import Figures

@Suite struct FunnelLayoutTests {
    private func rows(_ counts: [Int]) -> [FunnelFigure.Row] {
        counts.map { .init(name: "", count: $0, countText: "\($0)") }
    }

    private func bottleneck(_ count: Int, isMaturing: Bool = false) -> FunnelFigure.Row {
        .init(
            name: "",
            count: count,
            countText: "",
            isMaturing: isMaturing,
            step: .init(line: [], isBottleneck: true)
        )
    }

    @Test func anUnknownCountHasNoBarAndNothingMissing() {
        let rows = [100, nil, 20].map { FunnelFigure.Row(name: "", count: $0, countText: "") }
        let layout = FunnelLayout(of: rows)
        #expect(layout.rows[1].bar == nil && layout.rows[1].missing == nil)
        #expect(layout.rows[2].bar == Reach(of: 20, on: Scale(maximum: 100)) && layout.rows[2].missing == nil)
        #expect(FunnelFigure.firstSmallStage(in: [1000, nil, 1]) == nil)
    }

    @Test func theLongestBarEndsBeforeTheTrackDoes() {
        let layout = FunnelLayout(of: rows([200, 100]))
        #expect(layout.rows.map(\.bar?.percent) == [96, 48])
        #expect(layout.rows.map(\.bar?.leastPixels) == [nil, nil])
    }

    @Test func theLossReachesToTheStageBefore() {
        let layout = FunnelLayout(of: rows([200, 100, 50]))
        #expect(layout.rows[0].missing == nil)
        #expect(layout.rows[1].missing == Stretch(from: 48, to: 96))
        #expect(layout.rows[2].missing == Stretch(from: 24, to: 48))
        #expect(layout.rows.map(\.hatch) == [.lost, .lost, .lost])
    }

    @Test func aLargerStageHasNoLoss() {
        let layout = FunnelLayout(of: rows([100, 200, 200]))
        #expect(layout.rows.map(\.missing) == [nil, nil, nil])
        #expect(layout.rows.map(\.bar?.percent) == [48, 96, 96])
    }

    @Test func anOptionalStageBetweenIsNotTheBase() {
        let between = FunnelFigure.Row(name: "", count: 100, countText: "", base: 200)
        let layout = FunnelLayout(of: rows([200, 20]) + [between])
        #expect(layout.rows[2].missing == Stretch(from: 48, to: 96))
    }

    @Test func nothingIsAOnePixelTick() {
        let layout = FunnelLayout(of: rows([200, 0]))
        #expect(layout.rows[1].bar == Reach(of: 0, on: Scale(maximum: 200)))
        #expect(layout.rows[1].bar?.leastPixels == 1)
        #expect(layout.rows[1].bar?.percent == 0)
    }

    @Test func aLittleIsAtLeastTwoPixels() {
        let layout = FunnelLayout(of: rows([100_000, 50_000, 1]))
        #expect(layout.tailStart == nil)
        #expect(layout.rows[2].bar?.leastPixels == 2)
    }

    @Test func aWeekWithoutDataHasTicksOnly() {
        let layout = FunnelLayout(of: rows([0, 0, 0]))
        #expect(layout.rows.allSatisfy { $0.bar?.percent == 0 && $0.bar?.leastPixels == 1 && $0.missing == nil })
        #expect(layout.tailStart == nil)
    }

    @Test func targetsAndLastWeeksLargerThanAllCountsFit() {
        let layout = FunnelLayout(of: [
            .init(name: "", count: 100, countText: "", previous: 400, target: 200),
            .init(name: "", count: 50, countText: "", previous: 40, target: 100, expected: 75),
        ])
        #expect(layout.rows[0].previous?.percent == 96)
        #expect(layout.rows[0].target == 48)
        #expect(layout.rows[0].bar?.percent == 24)
        #expect(layout.rows[1].expected == Stretch(from: 12, to: 18))
        #expect(layout.rows[1].missing == Stretch(from: 18, to: 24))
    }

    @Test func anEstimateBelowTheCountIsNotDrawn() {
        let layout = FunnelLayout(of: [.init(name: "", count: 100, countText: "", expected: 90)])
        #expect(layout.rows[0].expected == nil)
    }

    @Test(arguments: [
        (false, false, Hatch.lost), (false, true, .hot), (true, false, .open), (true, true, .openHot),
    ])
    func hueSaysWhatAndDensityHowCertain(isMaturing: Bool, isBottleneck: Bool, hatch: Hatch) {
        let first = isBottleneck ? bottleneck(100) : rows([100])[0]
        let layout = FunnelLayout(of: [first, bottleneck(50, isMaturing: isMaturing)])
        #expect(layout.rows[1].hatch == hatch)
    }

    @Test(arguments: [(1, false), (2, false), (6, false), (7, true), (12, true)])
    func sevenStagesAndMoreAreCompact(stages: Int, isCompact: Bool) {
        let layout = FunnelLayout(of: rows(Array(repeating: 5, count: stages)))
        #expect(layout.density == (isCompact ? .compact : .full))
    }

    @Test(arguments: [
        ([10_000, 199, 100], 1), ([10_000, 200, 100], nil), ([10_000, 5000, 199, 20], 2), ([10_000, 100, 0], 1),
        ([10_000, 0, 0], nil), ([10_000, 100], nil), ([10_000, 5, 6, 9000], nil), ([50, 10_000, 3, 2], 2),
        ([1, 1, 10_000], nil),
    ])
    func twoTinyStagesAtTheEndAreATail(counts: [Int], start: Int?) {
        #expect(FunnelLayout(of: rows(counts)).tailStart == start)
    }

    @Test func aTailHasItsOwnScaleAndNoLossFromTheOther() {
        let layout = FunnelLayout(of: rows([10_000, 100, 50]))
        #expect(layout.rows.map(\.bar?.percent) == [96, 96, 48])
        #expect(layout.rows[1].missing == nil)
        #expect(layout.rows[2].missing == Stretch(from: 48, to: 96))
    }

    @Test func neighboursMeetWhateverWasRounded() throws {
        let stretch = try #require(Stretch(from: 33.349, to: 66.651))
        #expect(percent(stretch.start) == "33.3%")
        #expect(percent(stretch.writtenLength) == "33.4%")
        #expect(Stretch(from: 33.34, to: 33.26) == nil)
        #expect(Stretch(from: 33.31, to: 33.34) == nil)
    }
}
