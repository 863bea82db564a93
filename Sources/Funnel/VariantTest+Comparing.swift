extension VariantTest {
    /// What the data give of one variant.
    public struct Arm: Sendable {
        /// Its name in the data.
        public var value: String
        /// Those who entered, matured or not.
        public var entrants: Int
        /// Its matured numbers, one a stage.
        public var stages: [StageMetrics]

        /// A variant's numbers.
        public init(value: String, entrants: Int, stages: [StageMetrics]) {
            self.value = value
            self.entrants = entrants
            self.stages = stages
        }

        /// The same as if nobody had matured in the stages from that one on.
        public func withoutNumbers(from first: Int) -> Arm {
            var arm = self
            for stage in stages.indices where stage >= first { arm.stages[stage] = stages[stage].withoutNumbers }
            return arm
        }
    }

    /// The same without all numbers from that stage on; where the test's own stage is among them, without a verdict.
    public func withoutNumbers(from first: Int) -> VariantTest {
        let arms = variants.map { Arm(value: $0.value, entrants: $0.entrants, stages: $0.stages) }
        return VariantTest(arms.map { $0.withoutNumbers(from: first) }, control: control?.value, plan: plan)
    }

    /// Compares variants with the control.
    ///
    /// - Parameters:
    ///   - arms: In any order, none twice.
    ///   - control: The control's name; `nil`, or a name that no arm has: the one named `control`, else the first by bytes.
    /// - Precondition: All have the same stages.
    public init(_ arms: [Arm], control: String?, plan: Plan) {
        let ordered = arms.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
        let first =
            ordered.firstIndex { $0.value == control } ?? ordered.firstIndex { $0.value == "control" } ?? 0
        let sorted = ordered.isEmpty ? [] : [ordered[first]] + ordered[..<first] + ordered[(first + 1)...]
        self.plan = plan
        needed = plan.entrantsNeeded(comparisons: sorted.count - 1)
        sampleRatio = SampleRatio(
            sorted.map(\.entrants),
            shares: plan.split.isEmpty ? nil : sorted.map { plan.split[$0.value] ?? 0 }
        )
        let bases = sorted.map { $0.stages[plan.stage].fromFirst?.denominator ?? 0 }
        let isReached = needed.map { needed in bases.count > 1 && bases.allSatisfy { $0 >= needed } }
        state =
            sampleRatio?.isMismatch == true
            ? .mismatch : isReached.map { $0 ? .complete : .running } ?? .unplanned
        variants = Self.compared(sorted, goal: plan.stage, isComplete: state == .complete)
    }

    private static func compared(_ arms: [Arm], goal: Int, isComplete: Bool) -> [Variant] {
        let others = arms.dropFirst()
        func differences(_ rate: KeyPath<StageMetrics, ConversionRate?>) -> [[RateDifference?]] {
            others.map { arm in
                zip(arm.stages, arms[0].stages).map { own, control in
                    guard let own = own[keyPath: rate], let control = control[keyPath: rate] else { return nil }
                    return RateDifference(of: own, less: control)
                }
            }
        }
        let whole = corrected(differences(\.fromFirst), goal: goal)
        let steps = corrected(differences(\.fromPrevious), goal: nil)
        return arms.enumerated().map { index, arm in
            let none: [Comparison?] = arm.stages.map { _ in nil }
            let fromFirst = index == 0 ? none : whole[index - 1]
            return Variant(
                value: arm.value,
                entrants: arm.entrants,
                stages: arm.stages,
                fromFirst: fromFirst,
                fromPrevious: index == 0 ? none : steps[index - 1],
                verdict: index > 0 && isComplete ? verdict(fromFirst[goal]) : .none
            )
        }
    }

    private static func verdict(_ comparison: Comparison?) -> Verdict {
        guard let comparison else { return .none }
        guard comparison.isFound else { return .open }
        return comparison.difference.value > 0 ? .better : .worse
    }

    /// Corrects for all differences together; those at `goal` for themselves, because that one stage was set beforehand.
    private static func corrected(_ differences: [[RateDifference?]], goal: Int?) -> [[Comparison?]] {
        var corrected: [[Comparison?]] = differences.map { $0.map { _ in nil } }
        let all = differences.indices.flatMap { arm in
            differences[arm].indices.compactMap { stage in
                differences[arm][stage].map { (arm: arm, stage: stage, difference: $0) }
            }
        }
        for family in [all.filter { $0.stage == goal }, all.filter { $0.stage != goal }] {
            let adjusted = HolmCorrection.adjusted(family.map(\.difference.pValue))
            for (member, p) in zip(family, adjusted) {
                corrected[member.arm][member.stage] = Comparison(difference: member.difference, adjustedP: p)
            }
        }
        return corrected
    }
}

extension StageMetrics {
    /// The same stage before anybody has matured.
    fileprivate var withoutNumbers: StageMetrics {
        let none = ConversionRate(0, of: 0)
        var stage = self
        (stage.count, stage.isMatured) = (nil, false)
        (stage.fromPrevious, stage.fromFirst) = (fromPrevious.map { _ in none }, fromFirst.map { _ in none })
        (stage.timeFromFirst, stage.expectedFromFirst) = (nil, nil)
        return stage
    }
}
