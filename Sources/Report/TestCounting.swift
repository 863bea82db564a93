internal import Diagnostics
internal import Funnel
internal import Settings

/// What a test of variants is counted by: the funnel over its source, broken down by the variants alone.
struct TestCounting {
    let test: TestSettings
    /// The funnel with the variants as its only dimension, under a name of its own.
    let funnel: FunnelSettings
    /// The id of the funnel as huni.yaml has it.
    let origin: String
    /// The index of the stage that the variants are to move.
    let stage: Int

    /// - Throws: `Failure` where no funnel over the source has the stage, or it is the first, which all reach.
    init(_ test: TestSettings, in settings: Settings) throws(Failure) {
        let source = settings.sources.first { $0.id == test.source }
        let users = settings.funnels.filter { $0.origin.source == test.source }
        let user = users.first { funnel in funnel.stages.contains { $0.id == test.stage } }
        guard var funnel = user, let index = funnel.stages.firstIndex(where: { $0.id == test.stage }), let source else {
            throw Failure(
                at: test.position,
                "no funnel over source '\(test.source)' has the stage '\(test.stage)'",
                remedy: "Add a funnel with `source: \(test.source)`, in which the test's stages are counted."
            )
        }
        guard index > 0 else {
            throw Failure(
                at: test.position,
                "stage '\(test.stage)' is the first of funnel '\(funnel.definition.id)', so that all reach it",
                remedy: "Name the stage that the variants are to move."
            )
        }
        var column = "variant"
        if case .column(let named) = source.variant { column = named.value }
        origin = funnel.definition.id
        funnel.definition.id = "test \(test.id)"
        funnel.definition.dimensions = [Dimension(id: "variant", origin: .column(column), touch: .entry)]
        self.test = test
        self.funnel = funnel
        stage = index
    }

    /// What tells the variants apart.
    var variant: Dimension.Origin { funnel.definition.dimensions[0].origin }

    /// Compares the variants in the numbers of ``funnel``.
    ///
    /// Of counts by day, stages that a row leaves blank are not known, and rates stand on the rows that know both; of all
    /// else, only what has matured counts.
    /// - Parameter least: Counts under this are not told of any variant, nor of any stage behind; `nil`: all are.
    func comparison(_ metrics: FunnelMetrics, control: String?, suppressBelow least: Int?) -> VariantTest {
        let total = metrics.total.breakdowns.first?.values ?? []
        let isDaily = metrics.view == .activity
        let matured = isDaily ? total : metrics.totalMatured.breakdowns.first?.values ?? []
        let arms = total.filter { $0.values != [Dimension.missingValue] }.map { all in
            VariantTest.Arm(
                value: all.values[0],
                entrants: all.stages[0].count ?? 0,
                stages: matured.first { $0.values == all.values }?.stages ?? all.stages
            )
            .withoutNumbers(from: matured.contains { $0.values == all.values } ? all.stages.count : 0)
        }
        let plan = VariantTest.Plan(
            stage: stage,
            baseline: test.baseline,
            detect: test.detect,
            power: test.power,
            split: test.split
        )
        return VariantTest(least.map { hidden(arms, below: $0) } ?? arms, control: control, plan: plan)
    }

    /// The arms without the first stage that a small number reached in any of them, and without all behind it: what is
    /// hidden of one could else be had from the others and the total.
    private func hidden(_ arms: [VariantTest.Arm], below least: Int) -> [VariantTest.Arm] {
        let small = funnel.stages.indices.first { stage in
            arms.contains { ($0.stages[stage].count ?? 0) > 0 }
                && arms.contains { $0.stages[stage].count.map { $0 < least } ?? false }
        }
        return arms.map { $0.withoutNumbers(from: small ?? $0.stages.count) }
    }
}

extension SourceSettings {
    /// The variant that the source lists first; `nil` where it lists none.
    var firstVariant: String? {
        guard case .files(let files) = variant else { return nil }
        return files.first?.value
    }
}
