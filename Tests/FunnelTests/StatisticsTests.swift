import Funnel
import Testing

@Suite struct ConversionRateTests {
    /// Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
    @Test(arguments: [
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
    func intervalsAreThoseThatNewcombePublished(passed: Int, base: Int, low: Double, high: Double) throws {
        let interval = try #require(ConversionRate(passed, of: base).interval)
        #expect(abs(interval.lowerBound - low) < 0.000_05)
        #expect(abs(interval.upperBound - high) < 0.000_05)
    }

    @Test func nobodyAtTheDoorIsNoRate() {
        #expect(ConversionRate(0, of: 0).rate == nil)
        #expect(ConversionRate(0, of: 0).interval == nil)
    }

    @Test func aStageLargerThanTheOneBeforeHasNoRate() {
        #expect(ConversionRate(12, of: 10).rate == nil)
    }

    @Test func allOfAllIsOneExactly() throws {
        let interval = try #require(ConversionRate(7, of: 7).interval)
        #expect(interval.upperBound == 1)
        #expect(interval.lowerBound < 1)
        #expect(try #require(ConversionRate(1, of: 1).interval).contains(1))
        #expect(try #require(ConversionRate(0, of: 1).interval).lowerBound == 0)
    }
}

@Suite struct CumulativeIncidenceTests {
    /// Freireich et al. (1963), remission weeks under 6-MP; survival and Greenwood's error as printed in textbooks.
    private let remission = CumulativeIncidence(
        [6, 6, 6, 7, 10, 13, 16, 22, 23].map { ($0, true) }
            + [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map { ($0, false) }
    )

    @Test(arguments: [
        (6, 0.857, 0.0764), (7, 0.807, 0.0869), (10, 0.753, 0.0963), (13, 0.690, 0.1068), (16, 0.627, 0.1141),
        (22, 0.538, 0.1282), (30, 0.448, 0.1346),
    ])
    func survivalAndErrorAreTheTextbooks(week: Int64, survival: Double, error: Double) {
        let share = remission.share(by: week)
        #expect(abs(1 - share.rate - survival) < 0.0005)
        let half = share.interval.upperBound - share.rate
        #expect(abs(half / 1.959964 - error) < 0.0005)
    }

    @Test func withoutConversionsNothingIsExpected() {
        let none = CumulativeIncidence([(5, false), (9, false)])
        #expect(none.share(by: 100).rate == 0)
        #expect(CumulativeIncidence([]).share(by: 1).rate == 0)
    }

    @Test func everybodyConvertedIsOneWithoutError() {
        let all = CumulativeIncidence([(1, true), (2, true)])
        #expect(all.share(by: 2).rate == 1)
        #expect(all.share(by: 2).interval == 1...1)
    }

    @Test func quantilesAreOfThoseWhoConvert() {
        let ages =
            (1...40).map { (age: Int64($0), converted: true) } + (1...60).map { _ in (age: 50, converted: false) }
        let incidence = CumulativeIncidence(ages)
        #expect(incidence.quantile(0.5, horizon: 50) == 20)
        #expect(incidence.quantile(0.8, horizon: 50) == 32)
        #expect(incidence.quantile(0.5, horizon: 20) == 10)
    }

    @Test func fewerThanThirtyConversionsHaveNoMedian() {
        #expect(CumulativeIncidence((1...29).map { ($0, true) }).quantile(0.5, horizon: 100) == nil)
        #expect(CumulativeIncidence((1...30).map { ($0, true) }).quantile(0.5, horizon: 100) == 15)
    }
}
