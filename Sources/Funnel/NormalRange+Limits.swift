extension NormalRange {
    /// The mean range of two numbers in standard deviations (Shewhart's d₂ for n = 2); Wheeler's 2.66 is 3 ÷ 1.128.
    private static let (d2, wheeler) = (1.128, 2.66)

    /// The range of the weeks' numbers, for a number like `point`.
    ///
    /// Rates whose bases, the tested one's among them, differ by more than a factor of two follow Laney's p′ chart; the
    /// limits are then those of the tested base.
    /// - Parameter pieces: The numbers, cut where the mean changed; the mean is that of the last piece, the moving ranges
    ///   are those of all, within the pieces.
    /// - Parameter rule: How strictly the number is judged.
    /// - Precondition: There is a piece, and the last has at least two numbers.
    init(of pieces: [ArraySlice<ControlChart.Point>], for point: ControlChart.Point, by rule: ChartRule) {
        let bases = (pieces.joined() + [point]).compactMap(\.base).filter { $0 > 0 }
        let sigmas = rule.sigmas(from: pieces.reduce(0) { $0 + $1.count - 1 })
        if let least = bases.min(), let most = bases.max(), most > 2 * least, let base = point.base {
            self.init(laney: pieces, base: base, sigmas)
        } else {
            self.init(individuals: pieces.map { $0.map(\.value) }, isRate: point.base != nil, sigmas)
        }
    }

    /// Mean ± 2.66 × the mean of the differences from one number to the next (Wheeler 1993).
    private init(individuals pieces: [[Double]], isRate: Bool, _ sigmas: Double) {
        let values = pieces[pieces.count - 1]
        let mean = values.reduce(0, +) / Double(values.count)
        let half = Self.wheeler * sigmas / 3 * Self.meanMovingRange(pieces)
        self.init(
            mean: mean,
            low: max(0, mean - half),
            high: isRate ? min(1, mean + half) : mean + half,
            weeks: values.count,
            method: .individuals
        )
    }

    /// p̄ ± 3 σ(p) σ(z): the binomial spread of the tested base, times how much more than binomial the weeks differed.
    private init(laney pieces: [ArraySlice<ControlChart.Point>], base: Int, _ sigmas: Double) {
        let last = pieces[pieces.count - 1]
        let mean = Self.share(of: last)
        let spread = Self.spread(mean, base)
        let half = sigmas * spread * Self.meanMovingRange(pieces.map(Self.scores)) / Self.d2
        self.init(
            mean: mean,
            low: max(0, mean - half),
            high: min(1, mean + half),
            weeks: last.count,
            method: .laney
        )
    }

    /// All entrants of the points together.
    private static func share(of points: ArraySlice<ControlChart.Point>) -> Double {
        let entrants = points.reduce(0) { $0 + Double($1.base ?? 0) }
        return min(1, points.reduce(0) { $0 + $1.value * Double($1.base ?? 0) } / entrants)
    }

    private static func spread(_ share: Double, _ base: Int) -> Double {
        (share * (1 - share) / Double(base)).squareRoot()
    }

    /// How many binomial standard deviations each lies from their share together.
    private static func scores(_ points: ArraySlice<ControlChart.Point>) -> [Double] {
        let mean = share(of: points)
        return points.map { point in
            let spread = spread(mean, point.base ?? 1)
            return spread > 0 ? (point.value - mean) / spread : 0
        }
    }

    private static func meanMovingRange(_ pieces: [[Double]]) -> Double {
        let ranges = pieces.flatMap { values in zip(values, values.dropFirst()).map { abs($1 - $0) } }
        return ranges.reduce(0, +) / Double(ranges.count)
    }
}
