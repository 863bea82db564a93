/// Finds what each step of a funnel would bring at its reference, from matured weeks alone.
///
/// gain = base of the step a week × (reference − rate) × product of the later steps' rates. The later steps are the
/// mandatory ones; optional stages have no gain, because the way does not lead through them.
struct GainFinder {
    /// So many of the newest weeks are taken together.
    static let weeksTogether = 4
    /// Of so many before them the upper quartile is taken, if there are so many at least.
    static let (weeksBefore, fewestBefore) = (12, 6)

    private let funnel: FunnelDefinition
    /// One a week, oldest first; the weeks taken together, and those before them.
    private let recent: [[StageMetrics]]
    private let earlier: [[StageMetrics]]
    private let amount: Double?
    private let hasQuartile: Bool
    /// The rates of the weeks taken together, one a stage.
    private let rates: [ConversionRate]

    /// - Parameters:
    ///   - weeks: Matured weeks, oldest first, one list of stages a week.
    ///   - amount: What a final entity is worth on average; `nil` without amounts.
    ///   - hasQuartile: Whether weeks may be held against earlier ones; under `cohort: person` older ones have grown longer.
    init(_ funnel: FunnelDefinition, over weeks: [[StageMetrics]], amount: Double?, hasQuartile: Bool) {
        self.funnel = funnel
        recent = Array(weeks.suffix(Self.weeksTogether))
        earlier = Array(weeks.dropLast(Self.weeksTogether).suffix(Self.weeksBefore))
        self.amount = amount
        self.hasQuartile = hasQuartile
        rates = funnel.stages.indices.map { Self.rate(of: $0, in: weeks.suffix(Self.weeksTogether)) }
    }

    /// The step's rate in all of `weeks` together.
    static func rate(of stage: Int, in weeks: some Sequence<[StageMetrics]>) -> ConversionRate {
        let rates = weeks.compactMap { $0[stage].fromPrevious }
        return ConversionRate(rates.reduce(0) { $0 + $1.numerator }, of: rates.reduce(0) { $0 + $1.denominator })
    }

    /// One a mandatory stage but the first, in the funnel's order; none without weeks.
    var gains: [StepGain] {
        guard !recent.isEmpty else { return [] }
        var gains = steps.map { stage in
            let (reference, origin) = reference(of: stage)
            return StepGain(
                stage: stage,
                weeks: recent.count,
                rate: rates[stage],
                reference: reference,
                origin: origin,
                gain: reference.flatMap { gain(of: stage, at: $0) }
            )
        }
        if let index = mattersMost(of: gains) { gains[index].verdict = verdict(on: gains[index]) }
        return gains
    }

    private var steps: [Int] { funnel.stages.indices.dropFirst().filter { !funnel.stages[$0].isOptional } }

    /// What the step would bring at the rate `reference`; `nil` where it, or a later one, has no rate.
    func gain(of stage: Int, at reference: Double) -> Gain? {
        guard let rate = rates[stage].rate, let interval = rates[stage].interval else { return nil }
        var later = 1.0
        for step in steps where step > stage {
            guard let rate = rates[step].rate else { return nil }
            later *= rate
        }
        let base = Double(rates[stage].denominator) / Double(recent.count)
        func entities(_ rate: Double) -> Double { base * max(0, reference - rate) * later }
        return Gain(
            entities: entities(rate),
            interval: entities(interval.upperBound)...entities(interval.lowerBound),
            amount: amount
        )
    }

    private func reference(of stage: Int) -> (Double?, StepGain.Origin?) {
        if funnel.order != .any, let target = funnel.stages[stage].target.rate { return (target, .target) }
        let before = earlier.compactMap { $0[stage].fromPrevious?.rate }
        guard hasQuartile, before.count >= Self.fewestBefore else { return (nil, nil) }
        return (before.upperQuartile, .quartile(weeks: before.count))
    }

    /// The step with the largest gain; where none has any, the one that loses most. Those with fewer than 30 entrants in
    /// the weeks together are passed over; of equal ones the first counts.
    private func mattersMost(of gains: [StepGain]) -> Int? {
        let judged = gains.indices.filter { gains[$0].rate.denominator >= ControlChart.smallestBase }
        func most(_ size: (StepGain) -> Double) -> Int? {
            judged.filter { size(gains[$0]) > 0 }.max { size(gains[$0]) < size(gains[$1]) }
                .flatMap { best in judged.first { size(gains[$0]) == size(gains[best]) } }
        }
        return most { $0.gain?.entities ?? 0 } ?? most { $0.rate.rate == nil ? 0 : $0.lost }
    }

    private func verdict(on gain: StepGain) -> StepGain.Verdict {
        guard let reference = gain.reference, let interval = gain.rate.interval, gain.gain?.entities ?? 0 > 0,
            reference > interval.upperBound
        else { return .largestLoss }
        return .bottleneck
    }
}

extension [Double] {
    /// The value below which three quarters of them lie, between the two nearest in proportion (Hyndman & Fan 1996, type 7);
    /// `nil` of none.
    public var upperQuartile: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        let place = 0.75 * Double(count - 1)
        let below = Int(place)
        let above = Swift.min(below + 1, count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}
