/// Ages that cannot all be held to be sorted, window by window: all of one window before all of the next.
struct AgeWindows {
    /// What comes next.
    enum Window {
        /// Ages in any order.
        case different(AgeChunk)
        /// So many of one age.
        case alike(Int64, count: Int)
    }

    private let ages: Ages
    private let most: Int
    /// What has not come yet, the last one next, with the number of its ages.
    private var ranges: [(range: ClosedRange<Int64>, count: Int)] = []

    private static let partCount = 1024

    /// - Parameter most: So many ages at most are in a window, if they differ.
    init(_ ages: Ages, most: Int) {
        (self.ages, self.most) = (ages, most)
        var (least, greatest) = (Int64.max, Int64.min)
        ages.forEachChunk { chunk in
            chunk.forEach { (least, greatest) = (min(least, $0), max(greatest, $0)) }
        }
        if least <= greatest { ranges = [(least...greatest, ages.count)] }
    }

    mutating func next() -> Window? {
        while let (range, count) = ranges.popLast() {
            if count <= most { return .different(ages.gathered(in: range)) }
            if range.lowerBound == range.upperBound { return .alike(range.lowerBound, count: count) }
            part(range)
        }
        return nil
    }

    /// Puts parts of a range in its place, neighbours together as far as they are not too many.
    private mutating func part(_ range: ClosedRange<Int64>) {
        let span = UInt64(bitPattern: range.upperBound &- range.lowerBound)
        let width = span / UInt64(Self.partCount) + 1
        var counts = [Int](repeating: 0, count: Self.partCount)
        ages.forEachChunk { chunk in
            chunk.forEach { age in
                if range.contains(age) { counts[Int(UInt64(bitPattern: age &- range.lowerBound) / width)] += 1 }
            }
        }
        var parts: [(range: ClosedRange<Int64>, count: Int)] = []
        for (part, count) in counts.enumerated() where count > 0 {
            let (next, isOver) = width.multipliedReportingOverflow(by: UInt64(part + 1))
            let end = range.lowerBound &+ Int64(bitPattern: isOver ? span : min(span, next - 1))
            if let last = parts.last, last.count + count <= most {
                parts[parts.count - 1] = (last.range.lowerBound...end, last.count + count)
            } else {
                parts.append((range.lowerBound &+ Int64(bitPattern: width * UInt64(part))...end, count))
            }
        }
        ranges += parts.reversed()
    }
}
