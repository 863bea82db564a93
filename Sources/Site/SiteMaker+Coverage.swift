internal import Advice
internal import Calendars
public import Diagnostics
internal import Funnel
internal import Notes
public import Report
internal import Settings

/// What `huni check` says of plays once the data are known.
extension SiteMaker {
    /// Plays that can never hold, values that no row has, languages that tell a play differently, and stages whose worst
    /// observed state no play covers. All of them are warnings, in the order of the stages.
    public func playWarnings(for report: Report) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        for stage in settings.stageIDs {
            let versions = settings.site.languages.map { library.plays(of: stage, in: $0) }
            for text in versions.flatMap(\.self) {
                let found = [neverHolds(text, of: stage)] + absentValues(text, of: stage, in: report)
                warnings += found.compactMap(\.self).filter { !warnings.contains($0) }
            }
            warnings += differences(versions)
            warnings += uncovered(stage, versions.first ?? [], in: report)
        }
        return warnings
    }

    private func neverHolds(_ text: ContentLibrary.Text, of stage: String) -> Diagnostic? {
        guard let condition = text.play?.condition, let when = text.note.frontMatter.when else { return nil }
        let funnels = settings.funnels.filter { $0.stages.contains { $0.id == stage } }
        let canHold = funnels.contains { funnel in
            guard let index = funnel.stages.firstIndex(where: { $0.id == stage }) else { return false }
            let target = funnel.stages[index].target
            return condition.canHold(
                within: StageLimits(isFirst: index == 0, target: target.rate, targetCount: target.count)
            )
        }
        guard !canHold else { return nil }
        return Diagnostic(
            .warning,
            at: when.position,
            "this condition can never hold",
            remedy:
                "Two of its parts may shut each other out, or it asks for a target or rate that the stage does not have."
        )
    }

    /// Values that a condition asks for and no row of its dimension has.
    private func absentValues(
        _ text: ContentLibrary.Text,
        of stage: String,
        in report: Report
    ) -> [Diagnostic?] {
        guard let condition = text.play?.condition else { return [] }
        let totals = report.funnels.filter { $0.settings.stages.contains { $0.id == stage } }
            .compactMap { $0.metrics?.total.breakdowns }.flatMap(\.self)
        return condition.values.compactMap(\.selection).map { selection in
            let known = totals.filter { $0.dimensions == [selection.dimension] }.flatMap(\.values).flatMap(\.values)
            guard !known.isEmpty, !known.contains(selection.value) else { return nil }
            let meant = nearestWord(to: selection.value, in: known).map { "Did you mean '\($0)'? " } ?? ""
            return Diagnostic(
                .warning,
                at: text.note.frontMatter.when?.position,
                "no row has '\(selection.value)' as its \(selection.dimension)",
                remedy: meant + "The condition does not hold until one has."
            )
        }
    }

    /// Plays whose versions would be ranked differently.
    private func differences(_ versions: [[ContentLibrary.Text]]) -> [Diagnostic] {
        guard let first = versions.first else { return [] }
        return versions.dropFirst().flatMap { others in
            others.compactMap { other -> Diagnostic? in
                guard let own = first.first(where: { $0.slug == other.slug }), own.note.file != other.note.file,
                    own.play?.ranking != other.play?.ranking
                else { return nil }
                return Diagnostic(
                    .warning,
                    at: SourcePosition(file: other.note.file, line: 1),
                    "the play is ranked differently in \(own.note.file)",
                    remedy: "Write the same when, effort, weight, started and review in both."
                )
            }
        }
    }

    private func uncovered(_ stage: String, _ plays: [ContentLibrary.Text], in report: Report) -> [Diagnostic] {
        report.funnels.compactMap { funnel in
            guard let metrics = funnel.metrics, metrics.funnel.order != .any,
                let index = funnel.settings.stages.firstIndex(where: { $0.id == stage }),
                let worst = metrics.worstWeek(of: index)
            else { return nil }
            let numbers = StageNumbers(of: index, in: metrics, upTo: worst, measures: report.measuresByID)
            let advice = StageAdvice(plays.compactMap(\.play), for: numbers)
            guard advice.recommendations.isEmpty, advice.standing.isEmpty else { return nil }
            return Diagnostic(
                .warning,
                at: funnel.settings.stages[index].position,
                "no play covers the worst state of stage '\(stage)', seen in \(worst)",
                remedy: "Write a play in content/stages/\(stage) whose `when` holds there, or one without `when`."
            )
        }
    }
}

extension Play {
    /// What ranking looks at.
    fileprivate var ranking: Play {
        var ranking = self
        ranking.slug = ""
        return ranking
    }
}

extension Settings {
    /// Every stage id once, in the order of the funnels.
    var stageIDs: [String] {
        var seen: Set<String> = []
        return funnels.flatMap { $0.stages.map(\.id) }.filter { seen.insert($0).inserted }
    }
}

extension Report {
    /// The measures' values by the measures' ids.
    var measuresByID: [String: MeasureSeries] {
        Dictionary(measures.map { ($0.settings.id, $0.series) }) { first, _ in first }
    }
}
