public import Calendars

/// Where entities came from by their first touch and by their last, side by side.
public struct TouchComparison: Sendable {
    /// One value of the dimension.
    public struct Value: Hashable, Sendable {
        /// The value.
        public var value: String
        /// Of those whose first row of all has it, how many came to the last stage.
        public var first: ConversionRate
        /// Of those whose last row, not later than their deepest stage's, has it, how many came to the last stage.
        public var last: ConversionRate

        /// Both touches of one value.
        public init(value: String, first: ConversionRate, last: ConversionRate) {
            self.value = value
            self.first = first
            self.last = last
        }
    }

    /// The dimension's id.
    public var dimension: String
    /// By week of entry, what each value brought, in the order of bytes.
    public var weeks: [Week: [Value]]

    /// Several weeks together, in the order of bytes.
    public func values(in weeks: some Sequence<Week>) -> [Value] {
        Self.sum(of: weeks.flatMap { self.weeks[$0] ?? [] })
    }

    /// - Parameters:
    ///   - first: The index in the passages of the dimension with `touch: first`.
    ///   - last: The index of the same with `touch: last`.
    ///   - asOf: The position before which the passages were counted.
    public init(of dimension: String, in passages: PassageSets, first: Int, last: Int, before asOf: Int64) {
        self.dimension = dimension
        weeks = [:]
        guard let range = passages.weekRange else { return }
        var values: [Week: [Value]] = [:]
        let none = ConversionRate(0, of: 0)
        for (index, isLast) in [(first, false), (last, true)] {
            var sums = PartSums([index], of: passages, weekCount: range.upperBound.number - range.lowerBound.number + 1)
            passages.forEachSet { passages in
                for passage in 0..<passages.count {
                    let stages = passages.stages(of: passage, before: asOf)
                    guard stages != 0 else { continue }
                    let week = passages.week(of: passage).number - range.lowerBound.number
                    sums.add(passage, of: passages, week: week, stages: stages)
                }
            }
            for cell in sums.cells {
                let rate = ConversionRate(cell.counts[passages.stageCount - 1], of: cell.counts[0])
                let value = Value(value: cell.values[0], first: isLast ? none : rate, last: isLast ? rate : none)
                values[range.lowerBound.advanced(by: cell.week), default: []].append(value)
            }
        }
        weeks = values.mapValues(Self.sum)
    }

    /// Whether any week has so small a number in it.
    public func hasNumber(below least: Int) -> Bool {
        let names = Set(self.weeks.values.flatMap { $0.map(\.value) })
        return self.weeks.values.contains { values in
            values.count < names.count
                || values.contains { min($0.first.numerator, $0.last.numerator, $0.first.denominator) < least }
        }
    }

    private static func sum(of values: [Value]) -> [Value] {
        Dictionary(grouping: values, by: \.value).map { value, parts in
            parts.dropFirst().reduce(parts[0]) { sum, part in
                var sum = sum
                sum.first.add(part.first.numerator, of: part.first.denominator)
                sum.last.add(part.last.numerator, of: part.last.denominator)
                return sum
            }
        }
        .sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
    }
}
