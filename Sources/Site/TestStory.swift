internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// A test of variants in words, as a table and as a forest plot.
struct TestStory {
    let edition: Edition
    let test: TestReport

    private var words: Words { edition.words }
    private var comparison: VariantTest { test.comparison }
    private var goal: Int { comparison.plan.stage }

    var name: String { test.settings.name.map(edition.text) ?? test.settings.id }

    private func stage(_ index: Int) -> String { edition.text(test.stages[index].name) }

    /// Whether there is a verdict, and what it rests on.
    var texts: [String] { verdicts + [sample, ratio].compactMap(\.self) }

    /// The verdict, or why there is none yet and how much of the sample is there.
    var result: String {
        let state = comparison.state == .complete ? verdicts : verdicts + [sample].compactMap(\.self)
        return words.say("tests.result", ["test": name, "result": state.joined(separator: " ")])
    }

    private var verdicts: [String] {
        guard comparison.state == .complete else { return [words.say("tests.\(comparison.state.rawValue)")] }
        return comparison.variants.dropFirst().compactMap { variant in
            variant.fromFirst[goal].map { comparison in
                words.say(
                    "tests.verdict_\(variant.verdict.rawValue)",
                    [
                        "variant": variant.value, "stage": stage(goal),
                        "difference": words.points(comparison.difference.value),
                        "interval": interval(comparison.difference),
                    ]
                )
            }
        }
    }

    /// The set sample and how much of it there is.
    private var sample: String? {
        guard let needed = comparison.needed, let baseline = comparison.plan.baseline,
            let detect = comparison.plan.detect
        else { return nil }
        let reached = comparison.variants.compactMap { $0.stages[goal].fromFirst?.denominator }.min() ?? 0
        return words.say(
            "tests.sample",
            [
                "needed": words.formats.count(needed), "reached": words.formats.count(reached),
                "baseline": words.formats.percent(baseline), "detect": words.points(detect),
                "power": words.formats.percent(comparison.plan.power),
            ]
        )
    }

    private var ratio: String? {
        guard let ratio = comparison.sampleRatio else { return nil }
        let counts = comparison.variants.map { "\($0.value) \(words.formats.count($0.entrants))" }
        let values =
            ["counts": counts.joined(separator: ", "), "p": words.formats.probability(ratio.pValue)] as KeyValuePairs
        return words.say(ratio.isMismatch ? "tests.ratio_wrong" : "tests.ratio_right", values)
    }

    /// `−2,9 … −1,2`
    private func interval(_ difference: RateDifference) -> String {
        let ends = [difference.interval.lowerBound, difference.interval.upperBound]
        return ends.map { words.formats.signedDecimal(($0 * 1000).rounded() / 10) }.joined(separator: " … ")
    }

    /// Every stage of every variant: its numbers, and how far it lies from the control.
    private var table: DataTable {
        let title = words.say("tests.table", ["test": name])
        let columns = ["variant", "stage", "from_first", "difference", "step", "step_difference"]
        let rows = comparison.variants.enumerated().flatMap { index, variant in
            variant.stages.indices.dropFirst().map { stage in
                DataTable.Row([
                    .text(variant.value), .text(self.stage(stage)), cell(variant.stages[stage].fromFirst),
                    cell(variant.fromFirst[stage], isControl: index == 0), cell(variant.stages[stage].fromPrevious),
                    cell(variant.fromPrevious[stage], isControl: index == 0),
                ])
            }
        }
        return DataTable(
            caption: title,
            columns: columns.enumerated().map {
                DataTable.Column(words.say("tests.\($0.element)"), isNumeric: $0.offset > 1)
            },
            rows: rows,
            regionLabel: title
        ).linked(edition.downloads(.test(test.settings.id), from: .tests))
    }

    private func cell(_ rate: ConversionRate?) -> DataTable.Cell {
        guard let rate, rate.denominator > 0 else { return .text(words.say("table.none")) }
        let counts = "\(words.formats.count(rate.numerator))\u{a0}/\u{a0}\(words.formats.count(rate.denominator))"
        guard rate.denominator >= FunnelWords.smallestBase, let value = rate.rate else { return .text(counts) }
        return .markup("<b>\(words.formats.percent(value))</b> <small>\(counts)</small>")
    }

    private func cell(_ comparison: VariantTest.Comparison?, isControl: Bool) -> DataTable.Cell {
        if isControl { return .text(words.say("tests.control")) }
        guard let comparison, isLarge(comparison) else { return .text(words.say("table.none")) }
        let difference = words.points(comparison.difference.value)
        return .markup("<b>\(difference)</b> <small>\(interval(comparison.difference))</small>")
    }

    private func isLarge(_ comparison: VariantTest.Comparison) -> Bool {
        min(comparison.difference.first.denominator, comparison.difference.second.denominator)
            >= FunnelWords.smallestBase
    }

    private var notes: [String] { [words.say("tests.holm")] }

    /// The table, as a figure where the set sample is reached.
    var block: PageBlock {
        let title = words.say("tests.figure", ["stage": stage(goal)])
        let subtitle = words.say("tests.figure_sub")
        let rows = forestRows
        guard ForestPlot.isShown(rows) else {
            return PageBlock(title: words.say("tests.numbers"), subtitle: subtitle, texts: notes, table: table)
        }
        let axis = ForestPlot.axis(for: rows) { value, _ in words.points(value) }
        let frame = FigureFrame(
            id: "test-\(test.settings.id)-forest",
            title: title,
            subtitle: subtitle,
            table: table,
            tableSummary: words.say("figure.table")
        )
        return PageBlock(
            title: title,
            subtitle: subtitle,
            texts: notes,
            figure: ForestPlot(frame: frame, rows: rows, axis: axis).html(),
            table: table
        )
    }

    /// For each variant each stage's rate from the first, and each step's own.
    private var forestRows: [ForestPlot.Row] {
        comparison.variants.dropFirst().flatMap { variant -> [ForestPlot.Row] in
            let stages = variant.stages.indices.dropFirst()
            let isSeveral = comparison.variants.count > 2
            func row(_ name: String, _ comparison: VariantTest.Comparison?) -> ForestPlot.Row {
                forestRow(isSeveral ? "\(variant.value): \(name)" : name, comparison)
            }
            let whole = stages.map { row(words.say("tests.whole", ["stage": stage($0)]), variant.fromFirst[$0]) }
            let steps = stages.dropFirst().map { index in
                row("\(stage(index - 1)) → \(stage(index))", variant.fromPrevious[index])
            }
            return whole + steps
        }
    }

    private func forestRow(_ name: String, _ comparison: VariantTest.Comparison?) -> ForestPlot.Row {
        let shown = comparison.flatMap { isLarge($0) ? $0 : nil }
        let isRunning = self.comparison.state != .complete
        let verdict: ForestPlot.Verdict =
            isRunning || shown == nil
            ? .running : shown?.isFound == true ? (shown?.difference.value ?? 0) > 0 ? .better : .worse : .open
        let text = shown.map { "\(words.points($0.difference.value)) (\(interval($0.difference)))" }
        return ForestPlot.Row(
            name,
            difference: shown?.difference.value,
            interval: shown?.difference.interval,
            text: text ?? words.say("table.none"),
            verdict: verdict
        )
    }
}
