import Foundation
import Funnel
import Testing

/// `statistics.spec.md`: every statistical function against numbers from elsewhere.
@Suite struct StatisticsSpecTests {
    /// A line of the specification: what goes in, and the numbers that come out; `nil` for none.
    struct Line: CustomTestStringConvertible, Sendable {
        var function: String
        var input: String
        var expected: [Double]?

        var testDescription: String { "\(function) \(input)" }

        var words: [String] { input.components(separatedBy: " ").filter { !$0.isEmpty } }
        /// The words before and behind the mark.
        func parts(_ mark: String) -> [[String]] {
            words.split(separator: mark, omittingEmptySubsequences: false).map(Array.init)
        }
    }

    static let lines = SpecSection.all(of: "statistics.spec").flatMap { section in
        section.block("values").map { text in
            let sides = text.components(separatedBy: " -> ")
            let numbers = sides[1].split(separator: " ").compactMap { Double($0) }
            return Line(function: section.title[1], input: sides[0], expected: numbers.isEmpty ? nil : numbers)
        }
    }

    @Test func theSpecificationIsThere() {
        #expect(Set(Self.lines.map(\.function)).count == 12)
        #expect(Self.lines.count > 80)
    }

    @Test(arguments: lines)
    func itsNumbersComeOut(_ line: Line) throws {
        let compute = try #require(Self.functions[line.function])
        let found = compute(line)
        let expected = line.expected
        #expect((found == nil) == (expected == nil))
        guard let found, let expected else { return }
        #expect(found.count == expected.count)
        for (one, other) in zip(found, expected) { #expect(abs(one - other) < 1e-9, "\(one), not \(other)") }
    }

    private static let functions: [String: @Sendable (Line) -> [Double]?] = [
        "wilson": { rate($0.input).interval.map { [$0.lowerBound, $0.upperBound] } },
        "newcombe": { line in
            RateDifference(of: rate(line.words[1]), less: rate(line.words[0])).map {
                [$0.interval.lowerBound, $0.interval.upperBound, $0.pValue]
            }
        },
        "holm": { HolmCorrection.adjusted($0.words.compactMap(Double.init)) },
        "chi": { line in
            let numbers = line.words.compactMap(Double.init)
            return [ChiSquareDistribution.upperTail(numbers[0], degreesOfFreedom: Int(numbers[1]))]
        },
        "normal": { [NormalDistribution.upperTail(Double($0.input) ?? .nan)] },
        "quantile": { [NormalDistribution.quantile(Double($0.input) ?? .nan)] },
        "ratio": { line in
            let parts = line.parts("|")
            let shares = parts.count > 1 ? parts[1].compactMap(Double.init) : nil
            return SampleRatio(parts[0].compactMap { Int($0) }, shares: shares).map { [$0.chiSquare, $0.pValue] }
        },
        "size": { line in
            let numbers = line.words.compactMap(Double.init)
            return SampleSize.perVariant(
                baseline: numbers[0],
                difference: numbers[1],
                power: numbers[2],
                alpha: numbers[3]
            )
            .map { [Double($0)] }
        },
        "quartile": { $0.words.compactMap(Double.init).upperQuartile.map { [$0] } },
        "incidence": { line in
            let parts = line.parts("@")
            let watched = parts[0].map { (age: Int64($0.filter(\.isNumber)) ?? 0, converted: !$0.hasSuffix("+")) }
            let share = CumulativeIncidence(watched).share(by: Int64(parts[1][0]) ?? 0)
            return [
                share.rate,
                max(share.interval.upperBound - share.rate, share.rate - share.interval.lowerBound) / 1.959963984540054,
            ]
        },
        "xmr": { line in range(of: line.parts("|").map { $0.compactMap(number) }) },
        "laney": { line in range(of: line.parts("|").map { $0.compactMap { ControlChart.Point(rate($0)) } }) },
    ]

    private static func rate(_ text: String) -> ConversionRate {
        let parts = text.split(separator: "/").compactMap { Int($0) }
        return ConversionRate(parts[0], of: parts[1])
    }

    private static func number(_ text: String) -> ControlChart.Point? {
        Double(text).map { value in
            var point = ControlChart.Point(count: 0)
            point.value = value
            return point
        }
    }

    private static func range(of parts: [[ControlChart.Point]]) -> [Double]? {
        ControlChart.verdicts(on: parts.flatMap { $0 }).last??.range.map {
            [$0.mean, $0.low, $0.high, Double($0.weeks)]
        }
    }
}
