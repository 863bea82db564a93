extension NormalRange {
    /// Three standard deviations, where the mean range of two numbers is 1.128 of them (Shewhart's d₂ for n = 2).
    private static let (d2, sigmas) = (1.128, 3.0)

    /// The range of the weeks' numbers `points`, for a number like `point`.
    ///
    /// Rates whose bases, the tested one's among them, differ by more than a factor of two follow Laney's p′ chart; the
    /// limits are then those of the tested base.
    /// - Precondition: There are at least two numbers.
    init(of points: ArraySlice<ControlChart.Point>, for point: ControlChart.Point) {
        let bases = (points + [point]).compactMap(\.base).filter { $0 > 0 }
        if let least = bases.min(), let most = bases.max(), most > 2 * least, let base = point.base {
            self.init(laney: points, base: base)
        } else {
            self.init(individuals: points.map(\.value), isRate: point.base != nil)
        }
    }

    /// Mean ± 2.66 × the mean of the differences from one number to the next (Wheeler 1993).
    private init(individuals values: [Double], isRate: Bool) {
        let mean = values.reduce(0, +) / Double(values.count)
        let half = 2.66 * Self.meanMovingRange(values)
        self.init(
            mean: mean,
            low: max(0, mean - half),
            high: isRate ? min(1, mean + half) : mean + half,
            weeks: values.count,
            method: .individuals
        )
    }

    /// p̄ ± 3 σ(p) σ(z): the binomial spread of the tested base, times how much more than binomial the weeks differed.
    private init(laney points: ArraySlice<ControlChart.Point>, base: Int) {
        let entrants = points.reduce(0) { $0 + Double($1.base ?? 0) }
        let passed = points.reduce(0) { $0 + $1.value * Double($1.base ?? 0) }
        let mean = min(1, passed / entrants)
        func spread(_ base: Int) -> Double { (mean * (1 - mean) / Double(base)).squareRoot() }
        let scores = points.map { point in
            let spread = spread(point.base ?? 1)
            return spread > 0 ? (point.value - mean) / spread : 0
        }
        let half = Self.sigmas * spread(base) * Self.meanMovingRange(scores) / Self.d2
        self.init(
            mean: mean,
            low: max(0, mean - half),
            high: min(1, mean + half),
            weeks: points.count,
            method: .laney
        )
    }

    private static func meanMovingRange(_ values: [Double]) -> Double {
        zip(values, values.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) } / Double(values.count - 1)
    }
}
