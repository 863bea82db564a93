import Figures
import Testing

/// When each figure is shown.
@Suite struct ShownTests {
    @Test func aLineNeedsSixKnownWeeks() {
        let five: [Double?] = [0.1, nil, 0.2, 0.3, nil, 0.4, 0.5]
        #expect(!Sparkline.isShown(five) && !RateTrend.isShown(five))
        #expect(Sparkline.isShown(five + [0]) && RateTrend.isShown(five + [0]))
    }

    @Test func reasonsNeedTenLossesAndAgesFiveDeals() {
        #expect(!LossReasons.isShown(losses: 9) && LossReasons.isShown(losses: 10))
        #expect(!DealAges.isShown(openDeals: 4) && DealAges.isShown(openDeals: 5))
    }

    @Test(arguments: [(-1, 0), (0, 0), (7, 0), (8, 1), (30, 1), (31, 2), (60, 2), (61, 3), (900, 3)])
    func agesFallIntoFourClasses(days: Int, index: Int) {
        #expect(DealAges.index(days: days) == index)
    }

    @Test func fiveReasonsAreNamedAndTheUnknownAlwaysStands() {
        let rows = LossReasons.rows(of: [9, 8, 8, 12, 7, 6, 5, 0], unknown: 0)
        #expect(
            rows.map(\.kind) == [.reason(3), .reason(0), .reason(1), .reason(2), .reason(4), .other([5, 6]), .unknown]
        )
        #expect(rows.map(\.count) == [12, 9, 8, 8, 7, 11, 0])
        #expect(LossReasons.rows(of: [], unknown: 3).map(\.kind) == [.unknown])
        #expect(LossReasons.rows(of: [1, 1, 1, 1, 1], unknown: 0).map(\.count) == [1, 1, 1, 1, 1, 0])
    }

    @Test func aTestIsDrawnOnceItsSampleIsThere() {
        let running = ForestPlot.Row("A", difference: 0.1, interval: 0...0.2, text: "", verdict: .running)
        let done = ForestPlot.Row("B", difference: 0.1, interval: 0...0.2, text: "", verdict: .open)
        #expect(!ForestPlot.isShown([running]) && ForestPlot.isShown([running, done]) && !ForestPlot.isShown([]))
    }

    @Test func aFlowIsDrawnWhereItDivides() {
        let straight = HandOffFlow.Link(from: 0, to: 1, count: 5)
        #expect(!HandOffFlow.isShown([straight, .init(from: 0, to: 2, count: 0)]))
        #expect(HandOffFlow.isShown([straight, .init(from: 0, to: 2, count: 1)]))
    }
}
