internal import Funnel
internal import JSONText

extension PipelineFigures {
    /// The figures as lines of text, for a terminal; then what came and went in the newest week that is over.
    func table(_ stages: [String], _ outcomes: [String]) -> String {
        var lines = [
            "won, closed basis \(knowsLosses ? closedWinRate.line : "—"); created basis \(createdWinRate.line)",
            "cycle \(cycle.line)",
        ]
        if hasAmounts {
            lines.append(
                "velocity \(velocity.amountADay.line) a day of \(velocity.winRate.denominator) closed in 13 weeks"
            )
            lines.append("open \(openValue.amount.line), weighted \(weightedValue.line)")
        }
        for answers in answers {
            let sla = answers.withinSLA.map { "; in time \($0.line)" } ?? ""
            lines.append(
                "\(stages[answers.stage]) accepted \(answers.acceptance.line); answered \(answers.time.line)\(sla)"
            )
        }
        if recycled.count > 0 {
            lines.append(
                "recycled \(recycled.share.line); not back \(recycled.notBack), open \(recycled.open), won \(recycled.won)"
            )
        }
        lines += breakdowns.filter { !$0.parts.isEmpty }.map(partTable) + reasonTable(stages, outcomes)
        guard let week = weeks.last(where: \.isComplete) else { return lines.joined(separator: "\n") }
        let header = ["\(week.week)", "", "open", "in", "on"] + outcomes + ["open"]
        let rows = zip(stages, week.flows).map { stage, flow in
            [stage, ""]
                + ([flow.openAtStart, flow.entered, flow.advanced] + flow.endings + [flow.openAtEnd]).map(String.init)
        }
        return (lines + [aligned([header] + rows)]).joined(separator: "\n")
    }

    private func partTable(_ breakdown: PipelineBreakdown) -> String {
        let header = [breakdown.id, "", "rounds", "accepted", "worked", "won", "lost", "open", "won, of closed"]
        let rows = breakdown.parts.map { part -> [String] in
            let counts = [part.rounds, part.accepted, part.worked, part.won.rounds, part.lost, part.open.rounds]
            return [part.value, ""] + counts.map(String.init) + [knowsLosses ? part.closedWinRate.line : "—"]
        }
        return aligned([header] + rows)
    }

    private func reasonTable(_ stages: [String], _ outcomes: [String]) -> [String] {
        guard reasons.all.contains(where: { $0.reason != nil }) else { return [] }
        let rows = reasons.all.map { reason -> [String] in
            let place = "\(outcomes[reason.outcome]) at \(stages[reason.stage])"
            let recent = reason.recent.map(String.init) ?? StageMetrics.suppressedText
            return [place, reason.reason ?? "—", String(reason.count), recent]
        }
        return [aligned([["ended", "reason", "count", "last 13 weeks"]] + rows)]
    }
}

extension VariantTest {
    /// The test as lines of text: what may be said, and each variant at the stage to be moved.
    func table(_ id: String, stage: String) -> String {
        let header = ["\(id): \(state.rawValue)", "", "n", "of", "%", "difference", "low", "high"]
        let rows = variants.map { variant -> [String] in
            let rate = variant.stages[plan.stage].fromFirst
            let found = variant.fromFirst[plan.stage]?.difference
            let ends = [found?.value, found?.interval.lowerBound, found?.interval.upperBound]
            return [
                variant.value, variant.verdict == .none ? "" : variant.verdict.rawValue,
                "\(rate?.numerator ?? 0)", "\(rate?.denominator ?? 0)", (rate?.rate).map { ($0 * 100).line } ?? "—",
            ] + ends.map { $0.map { JSON.number(($0 * 10_000).rounded() / 10_000).text() } ?? "" }
        }
        return stage + "\n" + aligned([header] + rows)
    }
}

extension ConversionRate {
    fileprivate var line: String { "\(numerator)/\(denominator)" + (rate.map { " \(($0 * 100).line) %" } ?? "") }
}

extension CensoredDurations {
    fileprivate var line: String {
        guard let closed else { return "—" }
        func days(_ seconds: Int64) -> String { (Double(seconds) / 86_400).line }
        let plain = "median \(days(closed.medianSeconds)) d, p80 \(days(closed.p80Seconds)) d (n \(closed.count))"
        return plain
            + (corrected.map { "; with the open \(days($0.medianSeconds)) d, \(days($0.p80Seconds)) d" } ?? "")
    }
}

extension Double {
    /// With one decimal at most.
    fileprivate var line: String { JSON.number((self * 10).rounded() / 10).text() }
}

extension Double? {
    fileprivate var line: String { self?.line ?? "—" }
}
