public import Diagnostics
public import Funnel
internal import Settings

extension Report {
    /// The report with every funnel's numbers in `view`.
    ///
    /// - Throws: `Failure` naming the funnels whose data cannot give it.
    public func inView(_ view: View) throws(Failure) -> Report {
        var report = self
        var problems: [Diagnostic] = []
        for (index, funnel) in funnels.enumerated() where (funnel.metrics?.view ?? view) != view {
            if view == .activity, let activity = funnel.activity {
                report.funnels[index].metrics = activity
            } else {
                problems.append(
                    Diagnostic(
                        at: funnel.settings.position,
                        "funnel '\(funnel.settings.definition.id)' has no \(view.rawValue) view",
                        remedy: "Its data are counts a week or a day; the week of entry is not in them."
                    )
                )
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        return report
    }
}
