public import Calendars
public import Records

extension FunnelMetrics {
    /// Adds up counts as they are given, and makes nothing monotone of them.
    ///
    /// Without entry weeks it is the activity view: what each week's rows say. A stage has matured when the week is over
    /// and no row that knows a stage leaves the next one blank, up to this stage: blank is not there yet. With entry
    /// weeks it is the cohort view: rows are added up by entry week and by the dimensions' values, and mature as any
    /// cohort does. In both, a count is `nil` where no row knows it, and rates stand on the rows that know both stages.
    /// There are neither times to convert nor expected rates.
    ///
    /// Dimensions are read from the row itself, whatever their touch; parts of a date, from its day, or from the Monday of
    /// its entry week.
    ///
    /// - Parameters:
    ///   - asOf: The position before which a row's day must begin.
    ///   - breakdowns: Indices of the funnel's dimensions; several in one list are crossed. `nil`: each by itself.
    ///   - least: Values that fewer than these have in the first stage are taken together; `nil`: none are.
    /// - Precondition: The table has a stage of every stage's id, and every column that the dimensions look at.
    public init(
        counts table: CountTable,
        of funnel: FunnelDefinition,
        on timeline: Timeline,
        before asOf: Int64,
        by breakdowns: [[Int]]? = nil,
        mergingBelow least: Int? = nil
    ) {
        let cut = CountCut(
            of: table,
            in: funnel,
            by: breakdowns ?? funnel.dimensions.indices.map { [$0] },
            on: timeline,
            before: asOf,
            mergingBelow: least
        )
        self.funnel = funnel
        view = cut.view
        self.timeline = timeline
        self.asOf = asOf
        weeks = cut.weekMetrics
        let stages = funnel.stages.indices
        let final = stages.map { stage in cut.weeks.allSatisfy { cut.isFinal(stage, in: $0) } }
        total = cut.metrics(of: cut.weeks, matured: final)
        totalMatured = cut.metrics(of: cut.weeks.filter(cut.isInMaturedTotal), matured: stages.map { _ in true })
        valueHistory = ValueHistory(aged: cut.valueAges, absentIsUnknown: true)
        judge(with: cut.ages, threads: 1)
    }
}
