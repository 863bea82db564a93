/// Where the marks of a sparkline lie, in pixels.
struct SparklineLayout {
    /// The dot at the newest week.
    enum EndDot: Equatable {
        case plain(Position)
        case signal(Position)
        /// Not final yet.
        case open(Position, isSignal: Bool)
    }

    static let height = 30
    /// Room at the left, and at the right for the largest dot.
    private static let (left, right) = (3.0, 5.0)
    /// Pixels down that the values spread over.
    private static let (top, bottom) = (4.0, 26.0)

    /// The normal range, cut off at the picture's edges.
    let band: (top: Double, bottom: Double)?
    /// One a value; `nil` where it is unknown.
    let points: [Position?]
    let runs: [LineRun]
    /// Indices of points that no line reaches, the newest not counted.
    let lonely: [Int]
    /// `nil` where the newest week is unknown: no other week stands for it.
    let end: EndDot?

    init(of sparkline: Sparkline) {
        let values = sparkline.values
        let limits = sparkline.normalRange.map { [$0.lowerBound, $0.upperBound] } ?? []
        let seen = (values.compactMap(\.self) + limits).filter(\.isFinite)
        let (low, high) = (seen.min() ?? 0, seen.max() ?? 0)
        func y(_ value: Double) -> Double {
            guard high > low else { return (Self.top + Self.bottom) / 2 }
            return Self.bottom - (value - low) / (high - low) * (Self.bottom - Self.top)
        }
        let step = (Double(sparkline.width) - Self.left - Self.right) / Double(max(1, values.count - 1))
        let points = values.indices.map { index in
            values[index].map { Position(x: Self.left + step * Double(index), y: y($0)) }
        }
        let known = values.map { $0 != nil }
        let firstOpen = values.count - sparkline.maturing
        band = sparkline.normalRange.map { (y($0.upperBound), max(y($0.lowerBound), y($0.upperBound) + 1)) }
        runs = LineRun.runs(known: known, open: values.indices.map { $0 >= firstOpen })
        lonely = LineRun.lonely(known: known).filter { $0 != values.count - 1 }
        let isOpen = sparkline.maturing > 0
        let isSignal = sparkline.end == .signal
        end = points.last.flatMap(\.self).map {
            isOpen ? .open($0, isSignal: isSignal) : isSignal ? .signal($0) : .plain($0)
        }
        self.points = points
    }
}
