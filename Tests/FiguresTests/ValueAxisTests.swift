import Testing

@testable import Figures

@Suite struct ValueAxisTests {
    private func axis(_ values: [Double], leastSpan: Double = 0.04, fromZero: Bool = false) -> ValueAxis {
        ValueAxis(covering: values, within: 0...1, leastSpan: leastSpan, startsAtZero: fromZero) { value, step in
            FigureSamples.percentText(value, step)
        }
    }

    @Test(arguments: [
        ([0.31, 0.45], ["%35", "%40", "%45"]), ([0.0, 1.0], ["%0", "%20", "%40", "%60", "%80", "%100"]),
        ([0.4], ["%38", "%39", "%40", "%41", "%42"]), ([], ["%0", "%1", "%2", "%3", "%4"]),
    ])
    func ticksAreRoundAndFew(values: [Double], texts: [String]) {
        let expected = texts.count > 5 ? ["%0", "%50", "%100"] : texts
        #expect(axis(values).ticks.map(\.text) == expected)
    }

    @Test func anyRangeHasThreeToFiveTicksInside() {
        var seed = 7
        for _ in 0..<5000 {
            seed = (seed * 1_103_515_245 + 12345) % 2_147_483_648
            let low = Double(seed % 100_000) / 100_000
            seed = (seed * 1_103_515_245 + 12345) % 2_147_483_648
            let span = Double(seed % 100_000 + 1) / 100_000
            for most in [4, 5] {
                let axis = ValueAxis(covering: [low, low + span], leastSpan: 0.001, mostTicks: most) { "\($0)\($1)" }
                #expect((3...5).contains(axis.ticks.count), "\(low) \(span) \(axis.ticks.map(\.value))")
                #expect(axis.ticks.allSatisfy { axis.range.contains($0.value) })
                #expect(axis.range.contains(low) && axis.range.contains(low + span))
            }
        }
    }

    @Test func barsStartAtZero() {
        let axis = ValueAxis(covering: [80, 120], leastSpan: 1, startsAtZero: true) { value, _ in "\(Int(value))" }
        #expect(axis.range.lowerBound == 0)
        #expect(axis.ticks.map(\.text) == ["0", "50", "100"])
    }

    @Test func aRateNeverLeavesZeroToOne() {
        #expect(axis([1, 1]).range.upperBound == 1)
        #expect(axis([0, 0]).range.lowerBound == 0)
    }

    @Test func smallStepsShowTheirDecimals() {
        #expect(axis([0.4, 0.41], leastSpan: 0.005).ticks.map(\.text) == ["%40,0", "%40,5", "%41,0"])
    }

    @Test func whatLiesBeyondIsAtTheEnd() {
        let axis = ValueAxis(range: 0...1, ticks: [(0, "0"), (1, "1")])
        #expect([-1, 0.25, 2].map(axis.share) == [0, 0.25, 1])
    }
}
