public import Calendars
public import Diagnostics
internal import Funnel
internal import Settings

extension Report {
    /// What is published for `week`, which the report was made to close.
    ///
    /// - Throws: `Failure` where no funnel has the week, or where it is not over in one that has it.
    public func closing(_ week: Week) throws(Failure) -> ClosedWeek {
        for funnel in funnels {
            guard let metrics = funnel.metrics, let found = metrics.weeks.first(where: { $0.week == week }),
                !found.isComplete
            else { continue }
            let day = metrics.timeline.date(at: metrics.asOf - 1)
            let newest = metrics.newestCompleteWeek.map { ", or close \($0.week)" } ?? ""
            throw Failure(
                "week \(week) is not over: the data of funnel '\(funnel.settings.definition.id)' end on \(day)",
                remedy: "Wait for the rows up to \(week.sunday)\(newest)."
            )
        }
        let closed = funnels.compactMap(\.closed)
        guard closed.isEmpty else { return ClosedWeek(week: week, funnels: closed) }
        let weeks = funnels.flatMap { ($0.metrics?.weeks ?? []).map(\.week) }
        let range = weeks.min().flatMap { first in weeks.max().map { "The data have \(first) to \($0)." } }
        throw Failure("there are no data for week \(week)", remedy: range ?? "There are no data at all.")
    }
}
