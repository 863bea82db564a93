internal import Diagnostics

/// What to do about tables that no rule fits.
struct UnknownForm {
    private let group: TableGroup

    init(_ group: TableGroup) {
        self.group = group
    }

    /// What is wanting, and where it may come from.
    var diagnostic: Diagnostic {
        let (message, remedy) = sentences
        return Diagnostic(at: group.position, message, remedy: remedy)
    }

    private var sentences: (String, String) {
        let entity = EntityChoice(of: group)
        let times = TimeChoice(of: group).names
        let id = entity.unique ?? entity.repeated
        if let id, times.isEmpty {
            return (
                "the rows say who (“\(id)”), but not when",
                "Name the files of the other stages and the table with the dates of “\(id)” in the same command; or export "
                    + "the rows with their time."
            )
        }
        if let id = entity.unique, let time = times.first {
            return (
                "each “\(id)” has one row and one date (“\(time)”): that is one stage, and a funnel has two at least",
                "Name the table of a later stage too, by the same “\(id)”; or export the dates, or the status, of the later "
                    + "stages with it."
            )
        }
        if let id = entity.repeated, let time = times.first {
            return (
                "“\(id)” comes again and “\(time)” says when, but no column says what happened",
                "Export the name of the event with the rows; or name one file a stage."
            )
        }
        if times.isEmpty {
            return (
                "no column says when",
                "Export it with its dates; for counts of one day or week, say it: --date 2026-11-09."
            )
        }
        return (
            "there are dates (“\(times[0])”), but neither ids nor counts",
            "`huni help config` shows the four forms that data may have: events, records, counts, measures."
        )
    }
}
