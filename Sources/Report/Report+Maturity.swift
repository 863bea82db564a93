public import Diagnostics
internal import Funnel
internal import Settings

extension Report {
    /// For each funnel of which no week ever counts as final, the age in days that its data speak for; by its id.
    public var proposedMaturityDays: [String: Int] {
        funnels.reduce(into: [:]) { $0[$1.settings.definition.id] = $1.metrics?.proposedMaturityDays }
    }

    /// A warning for each funnel of which no week ever counts as final, with the time that its data speak for.
    public var maturityProposals: [Diagnostic] {
        funnels.compactMap { funnel in
            guard let days = funnel.metrics?.proposedMaturityDays else { return nil }
            return Diagnostic(
                .warning,
                at: funnel.settings.position,
                "funnel '\(funnel.settings.definition.id)' has neither `window` nor `matures_after`: no week's rates ever count "
                    + "as final, and there are no verdicts",
                remedy:
                    "Write `matures_after: \(days)d`: 95 % of those who come to a stage have come by then, as far as the data tell."
            )
        }
    }
}
