import Testing

@testable import Funnel

/// Tests of variants: what is compared, and when anything may be said.
@Suite struct VariantTestTests {
    private func arm(_ name: String, _ counts: [Int], entrants: Int? = nil) -> VariantTest.Arm {
        let stages = counts.indices.map { stage in
            StageMetrics(
                count: counts[stage],
                isMatured: true,
                fromPrevious: stage == 0 ? nil : ConversionRate(counts[stage], of: counts[stage - 1]),
                fromFirst: stage == 0 ? nil : ConversionRate(counts[stage], of: counts[0])
            )
        }
        return VariantTest.Arm(value: name, entrants: entrants ?? counts[0], stages: stages)
    }

    private func plan(
        stage: Int = 1,
        baseline: Double? = 0.2,
        detect: Double? = 0.05,
        split: [String: Double] = [:]
    ) -> VariantTest.Plan {
        VariantTest.Plan(stage: stage, baseline: baseline, detect: detect, power: 0.8, split: split)
    }

    /// Fleiss, Levin & Paik (2003): 1,094 a group find 20 % against 25 % with 80 %; against 15 % it takes 906.
    @Test func theSampleIsSetByTheLargerOfRiseAndFall() {
        #expect(plan().entrantsNeeded(comparisons: 1) == 1094)
        #expect(plan(detect: nil).entrantsNeeded(comparisons: 1) == nil)
        #expect((plan().entrantsNeeded(comparisons: 2) ?? 0) > 1094)
    }

    @Test func belowTheSetSampleThereIsNoVerdictHoweverLargeTheDifference() {
        let test = VariantTest([arm("a", [1000, 200]), arm("b", [1000, 400])], control: nil, plan: plan())
        #expect(test.state == .running && test.variants[1].verdict == .none)
        #expect(test.variants[1].fromFirst[1]?.isFound == true)
    }

    @Test func atTheSetSampleTheIntervalDecides() {
        func verdict(_ passed: Int) -> VariantTest.Verdict {
            let arms = [arm("control", [1100, 220]), arm("new", [1100, passed])]
            return VariantTest(arms, control: nil, plan: plan()).variants[1].verdict
        }
        #expect(verdict(300) == .better)
        #expect(verdict(150) == .worse)
        #expect(verdict(230) == .open)
    }

    @Test func withoutASetSampleThereIsNeverAVerdict() {
        let arms = [arm("control", [9000, 1800]), arm("new", [9000, 2700])]
        let test = VariantTest(arms, control: nil, plan: plan(baseline: nil))
        #expect(test.state == .unplanned && test.variants[1].verdict == .none)
    }

    @Test func sharesThatCannotBeChanceStopTheVerdict() {
        let arms = [arm("control", [5000, 1000]), arm("new", [5600, 1500])]
        #expect(VariantTest(arms, control: nil, plan: plan()).state == .mismatch)
        let meant = VariantTest(arms, control: nil, plan: plan(split: ["control": 50, "new": 56]))
        #expect(meant.state == .complete && meant.variants[1].verdict == .better)
    }

    @Test func theControlIsTheOneNamedElseTheFirst() {
        let arms = [arm("b", [10, 1]), arm("control", [10, 2]), arm("a", [10, 3])]
        #expect(VariantTest(arms, control: "b", plan: plan()).variants.map(\.value) == ["b", "a", "control"])
        #expect(VariantTest(arms, control: nil, plan: plan()).variants.map(\.value) == ["control", "a", "b"])
        #expect(VariantTest([arms[0], arms[2]], control: "x", plan: plan()).control?.value == "a")
    }

    /// Each of three variants alone would be called different at p = 0.04; together none is.
    @Test func severalVariantsAreCorrectedTogether() throws {
        let arms = [arm("control", [2000, 400])] + ["x", "y", "z"].map { arm($0, [2000, 453]) }
        let test = VariantTest(arms, control: nil, plan: plan(detect: 0.09))
        #expect(test.state == .complete)
        for variant in test.variants.dropFirst() {
            let comparison = try #require(variant.fromFirst[1])
            #expect(comparison.difference.pValue < 0.05 && comparison.adjustedP > 0.05)
            #expect(variant.verdict == .open)
        }
    }

    @Test func theStageAtWhichADifferenceArisesIsTheStepThatDiffers() throws {
        let arms = [arm("control", [4000, 2000, 1000]), arm("new", [4000, 2000, 800])]
        let new = VariantTest(arms, control: nil, plan: plan(stage: 2)).variants[1]
        #expect(try #require(new.fromPrevious[1]).isFound == false)
        #expect(try #require(new.fromPrevious[2]).isFound)
        #expect(abs(try #require(new.fromFirst[2]).difference.value + 0.05) < 1e-12)
    }

    @Test func withoutAnyVariantNothingIsCompared() {
        let none = VariantTest([], control: nil, plan: plan())
        #expect(none.variants.isEmpty && none.sampleRatio == nil && none.state == .unplanned)
        let one = VariantTest([arm("a", [5000, 1000])], control: nil, plan: plan())
        #expect(one.state == .unplanned && one.variants[0].verdict == .none)
    }
}
