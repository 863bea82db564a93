internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Records
internal import Settings

extension SourceReading {
    /// The position up to which the rows are complete; `nil` where there are none.
    func asOf(on timeline: Timeline, lastDay: LocalDate?) throws(Failure) -> Int64? {
        switch (dataEnd(in: timeline.zone), lastDay) {
        case (.noRows, _):
            guard tally.rejected > 0 else { return nil }
            throw Failure(tally.groups.map { $0.asError(of: source.id) })
        case (_, .some(let day)): return timeline.start(of: day.advanced(by: 1))
        case (.lastDay(let day), nil): return timeline.start(of: day.advanced(by: 1))
        case (.doubtful(let last, let before), nil):
            throw Failure(
                at: position,
                "the last day with rows in source '\(source.id)', \(last), lies more than 7 days after the one before it, \(before)",
                remedy:
                    "If that row is a slip, correct it; else say up to when the data are complete: --as-of \(last)."
            )
        }
    }
}

extension SourceReading {
    /// The same of measures, which may come at whatever intervals.
    func measuresEnd(on timeline: Timeline, lastDay: LocalDate?) -> Int64? {
        switch dataEnd(in: timeline.zone) {
        case .noRows: nil
        case .lastDay(let last), .doubtful(let last, _): timeline.start(of: (lastDay ?? last).advanced(by: 1))
        }
    }

    /// Rows of measures are all used but those after the end of data.
    func use(of table: MeasureTable, on timeline: Timeline, lastDay: LocalDate?) -> RowUse {
        RowUse(of: table, on: timeline, before: measuresEnd(on: timeline, lastDay: lastDay) ?? Int64.max)
    }

    /// One row dated 1970 must not make thousands of pages.
    func checkSpan(weeks: Int, from first: Week?) throws(Failure) {
        guard weeks > Self.mostWeeks, let first else { return }
        throw Failure(
            at: position,
            "source '\(source.id)' spans \(weeks) weeks, from \(first) on",
            remedy:
                "If an early date such as 1970-01-01 is a slip, correct its row; at most \(Self.mostWeeks) weeks are shown."
        )
    }

    /// Twenty years.
    private static let mostWeeks = 1044
}

extension RowTally.Group {
    /// Said where not a single row of a source can be used.
    fileprivate func asError(of source: String) -> Diagnostic {
        var diagnostic = first.diagnostic
        diagnostic.severity = .error
        diagnostic.message +=
            "; so it is with \(count == 1 ? "the only row" : "\(count) rows"), and source '\(source)' has no others"
        return diagnostic
    }
}
