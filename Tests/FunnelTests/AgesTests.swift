import Records
import Testing

@testable import Funnel

@Suite struct AgesTests {
    @Test func sortingByDigitsGivesWhatComparingGives() {
        var state: UInt64 = 9
        func next(_ bound: UInt64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((state >> 11) % bound)
        }
        let seconds = (0..<5000).map { _ in next(2_000_000) * 1_000_000 }
        let microseconds = (0..<5000).map { _ in next(1 << 50) }
        let odd = [-5, -5_000_000, .max, .min] as [Int64]
        let same = Array(repeating: 0 as Int64, count: 3000)
        for ages in [seconds, microseconds, seconds + microseconds, seconds + odd, same, [], [3, 1, 2]] {
            for size in [nil, 0, 6400, 64_000] {
                let scratch = BytesAside()
                let overflow = size.map {
                    Overflow(RowAllowance(byteCount: 0, scratch: scratch, countedSize: $0))
                }
                let half = ages.count / 2
                var all = Ages(overflow: overflow)
                for age in ages[..<half] { all.append(age) }
                var rest = Ages(overflow: overflow)
                for age in ages[half...] { rest.append(age) }
                all.append(rest)
                #expect(scratch.count > 0 || size == nil || ages.count < 1000)
                var (sorted, taken) = (all.sorted(), [Int64]())
                while let age = sorted.least { taken += Array(repeating: age, count: sorted.take(age)) }
                #expect(taken == ages.sorted())
                #expect(sorted.takenCount == all.count)
                sorted = all.sorted()
                sorted.takeAll(below: 1_000_000_000)
                #expect(sorted.takenCount == ages.count { $0 < 1_000_000_000 })
                #expect(sorted.least == ages.filter { $0 >= 1_000_000_000 }.min())
            }
        }
    }

    @Test func agesForWhichThereIsNoRoomAnywhereAreHeldAndTold() {
        let scratch = BytesAside(room: 5000)
        let overflow = Overflow(RowAllowance(byteCount: 0, scratch: scratch, countedSize: 1 << 16))
        var all = Ages(overflow: overflow)
        for age in 0..<5000 { all.append(Int64(age * 7919 % 5000) * 1_000_000) }
        #expect(overflow.fault?.kind == .notPutAside("No space left on device"))
        var (sorted, taken) = (all.sorted(), [Int64]())
        while let age = sorted.least { taken += Array(repeating: age, count: sorted.take(age)) }
        #expect(taken == (0..<5000).map { $0 * 1_000_000 })
    }

    @Test func aCurveUpToTheHorizonIsTheWholeCurveThere() {
        let observations: [(age: Int64, converted: Bool)] = (0..<400).map { index in
            (Int64(index * 7919 % 500), index % 3 == 0)
        }
        let horizon: Int64 = 300
        var ages = ConversionAges()
        for observation in observations {
            if observation.converted {
                ages.add(conversionAt: observation.age, horizon: horizon)
            } else {
                ages.add(lookAt: observation.age, horizon: horizon)
            }
        }
        let whole = CumulativeIncidence(observations)
        let curve = ConversionCurve(ages)
        #expect(curve.share.rate == whole.share(by: horizon).rate)
        #expect(curve.share.interval == whole.share(by: horizon).interval)
        #expect(ages.quantile(0.8) == whole.quantile(0.8, horizon: horizon))
    }

    /// Many ages, of which the last looks begin late, early or never, so that few or many conversions come after one.
    @Test(arguments: [0, 1, 30, 5000, 900_000, 1_200_000] as [Int64], [3, 1, 4000] as [Int64])
    func percentilesOfManyAgesAreThoseOfTheWholeCurve(firstLook: Int64, step: Int64) throws {
        let (second, horizon) = (1_000_000 as Int64, 1_000_000 as Int64)
        var state: UInt64 = 42
        func next(_ bound: Int64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % bound
        }
        let observations: [(age: Int64, converted: Bool)] = (0..<9000).map { index in
            // Most come early, as most do.
            if index % 3 > 0 { return (next(next(1_100_000) + 1) / step * step * second, true) }
            return ((firstLook + next(100_000)) * second, false)
        }
        var (ages, other) = (ConversionAges(), ConversionAges())
        for (index, observation) in observations.enumerated() {
            if observation.converted {
                if index % 2 == 0 {
                    ages.add(conversionAt: observation.age, horizon: horizon * second)
                } else {
                    other.add(conversionAt: observation.age, horizon: horizon * second)
                }
            } else {
                ages.add(lookAt: observation.age, horizon: horizon * second)
            }
        }
        ages.add(other)
        let whole = CumulativeIncidence(observations)
        let expected = (1...100).map { whole.quantile(Double($0) / 100, horizon: horizon * second) }
        let time = try #require(TimeToConvert(ages))
        #expect(time.percentileSeconds == expected.compactMap { $0.map { $0 / second } })
        #expect(TimeToConvert(ages, curve: ConversionCurve(ages)) == time)
    }

    @Test func percentilesAreTheQuantilesOfEachHundredth() throws {
        let second: Int64 = 1_000_000
        let observations: [(age: Int64, converted: Bool)] =
            (1...37).map { (age: Int64($0 * $0) * second, converted: true) }
            + [(40 * second, false), (600 * second + 1, false), (600 * second, false)]
        for horizon in [1000, 1200] as [Int64] {
            var ages = ConversionAges()
            for observation in observations {
                if observation.converted {
                    ages.add(conversionAt: observation.age, horizon: horizon * second)
                } else {
                    ages.add(lookAt: observation.age, horizon: horizon * second)
                }
            }
            let curve = CumulativeIncidence(observations)
            let quantiles = (1...100).map { curve.quantile(Double($0) / 100, horizon: horizon * second) }
            let time = try #require(TimeToConvert(ages))
            #expect(time.percentileSeconds == quantiles.compactMap { $0.map { $0 / second } })
            #expect(time.medianSeconds == time.percentileSeconds[49] && time.p80Seconds == time.percentileSeconds[79])
            #expect(time.conversions == 37)
        }
        #expect(TimeToConvert(ConversionAges()) == nil)
    }
}
