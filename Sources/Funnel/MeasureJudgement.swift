/// What is said of a measure's value in a week that is over.
public struct MeasureJudgement: Hashable, Sendable {
    /// The value less that of the week before; `nil` where one of the two is not known.
    public var change: Double?
    /// Between what it usually lies; `nil` with fewer than six weeks before it.
    public var range: NormalRange?
    /// `nil` where it is as usual, or was taken from fewer than 30.
    public var signal: Signal?
}

extension MeasureSeries {
    /// Judges each week that is over against those before it, as any other number is.
    ///
    /// Shares are judged as rates, so that their limits follow their bases; all else by the XmR chart of its values.
    /// - Returns: One a point; `nil` where the week is not over or nothing is known.
    static func judgements(of points: [Point], by formula: MeasureFormula) -> [MeasureJudgement?] {
        let known = points.map { $0.isComplete && $0.value != nil }
        let scale = MeasureScale(of: zip(points, known).filter(\.1).map(\.0), by: formula)
        let verdicts = ControlChart.verdicts(
            on: zip(points, known).map { point, isKnown in isKnown ? scale.point(point) : nil }
        )
        return points.indices.map { index in
            guard known[index], let verdict = verdicts[index], let value = points[index].value else { return nil }
            let before = index > 0 && known[index - 1] ? points[index - 1].value : nil
            let isSmall = points[index].base.map { $0 < Double(ControlChart.smallestBase) } ?? false
            return MeasureJudgement(
                change: before.map { value - $0 },
                range: verdict.range.map(scale.range),
                signal: isSmall ? nil : verdict.signal
            )
        }
    }
}

/// How a measure's values are laid on a control chart, whose numbers never lie below 0.
private struct MeasureScale {
    private let isShare: Bool
    private let floor: Double
    private let ceiling: Double

    init(of points: [MeasureSeries.Point], by formula: MeasureFormula) {
        if case .ratio = formula { isShare = points.allSatisfy { $0.interval != nil } } else { isShare = false }
        let values = points.compactMap(\.value)
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        switch formula {
        case .netScore: (floor, ceiling) = (-100, 100)
        default: (floor, ceiling) = (low < 0 ? low - 10 * (high - low) : 0, .infinity)
        }
    }

    func point(_ point: MeasureSeries.Point) -> ControlChart.Point? {
        guard let value = point.value else { return nil }
        guard isShare, let base = point.base.flatMap({ Int(exactly: $0) }) else {
            return ControlChart.Point(value: value - floor)
        }
        return ControlChart.Point(ConversionRate(Int((value * Double(base)).rounded()), of: base))
    }

    func range(_ range: NormalRange) -> NormalRange {
        var own = range
        own.mean += floor
        own.low += floor
        own.high = min(ceiling, range.high + floor)
        return own
    }
}
