/// What of a stage's numbers is not told, because too few stand behind it, or because it would give away such a number.
public struct Suppressed: OptionSet, Hashable, Sendable {
    /// One bit a number.
    public let rawValue: UInt8

    /// The numbers of those bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// How many reached the stage.
    public static let count = Suppressed(rawValue: 1)
    /// The rate from the previous stage.
    public static let fromPrevious = Suppressed(rawValue: 2)
    /// The rate from the first stage.
    public static let fromFirst = Suppressed(rawValue: 4)
}

extension StageMetrics {
    /// Takes back what is not told; a rate goes with either of its counts.
    ///
    /// - Parameters:
    ///   - isHidden: Whether the stage's count is not told.
    ///   - isBaseHidden: Whether that of the stage is not told which its rate is taken from.
    ///   - isFirstHidden: Whether that of the first stage is not told.
    mutating func suppress(_ isHidden: Bool, base isBaseHidden: Bool, first isFirstHidden: Bool) {
        if isHidden {
            count = nil
            timeFromFirst = nil
            expectedFromFirst = nil
            suppressed.insert(.count)
        }
        if isHidden || isBaseHidden, fromPrevious != nil {
            fromPrevious = nil
            suppressed.insert(.fromPrevious)
        }
        if isHidden || isFirstHidden, fromFirst != nil {
            fromFirst = nil
            suppressed.insert(.fromFirst)
        }
    }
}

extension [StageMetrics] {
    /// Takes back the counts of the stages that are hidden, and the rates that stand on them.
    mutating func suppress(in funnel: FunnelDefinition, where isHidden: (Int) -> Bool) {
        for stage in indices {
            let base = funnel.base(of: stage).map(isHidden) ?? false
            self[stage].suppress(isHidden(stage), base: base, first: isHidden(0))
        }
    }
}
