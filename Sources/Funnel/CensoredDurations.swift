/// How long things take, those included that are not over yet.
public struct CensoredDurations: Hashable, Sendable {
    /// Of those that are over; `nil` without any.
    public var closed: Durations?
    /// Corrected for those still under way; `nil` below 30 that are over.
    public var corrected: TimeToConvert?
    /// Those whose beginning or end nothing dates.
    public var withoutDates: Int

    /// - Parameters:
    ///   - observations: Ages in microseconds, at the end or at the last look; `nil` where it is not known.
    ///   - horizon: The age at which everything counts as over; `nil`: the greatest age seen.
    init(_ observations: [(age: Int64, isOver: Bool)?], horizon: Int64?) {
        let known = observations.compactMap(\.self)
        withoutDates = observations.count - known.count
        closed = Durations(known.filter(\.isOver).map(\.age))
        let incidence = CumulativeIncidence(known.map { (age: $0.age, converted: $0.isOver) })
        let end = horizon ?? known.map(\.age).max() ?? 0
        if let median = incidence.quantile(0.5, horizon: end), let p80 = incidence.quantile(0.8, horizon: end) {
            corrected = TimeToConvert(
                conversions: incidence.conversions,
                medianSeconds: median / 1_000_000,
                p80Seconds: p80 / 1_000_000
            )
        }
    }
}
