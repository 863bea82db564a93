import Calendars
import Funnel
import Records

/// A process that does the same every week: so many enter, spread over the week, and each goes on with the same chance.
struct StableProcess {
    /// How many weeks of entrants.
    var weeks = 34
    /// Entrants a week, and by how many their number varies up and down at most.
    var entrants = 160
    var spread = 16
    /// The chance to go on to the second stage, and from there to the third.
    var rates = [0.4, 0.5]
    /// The chance to go on to the second stage in the last week that is over.
    var lastRate: Double?
    /// A step is taken within so many days, all of them alike.
    static let lagDays = 4.0

    static let timeline = Timeline.instants(.utc)
    static let monday = timeline.start(of: Week(number: 10))

    /// The share of those who take the first step in the end that has taken it when the week is just over.
    static let shareAtEndOfWeek = 1 - lagDays / 2 / 7

    /// The numbers at the end of `days` days after the last week's end.
    func metrics(
        seed: UInt64,
        daysAfter days: Int,
        window: Int64? = 14 * day,
        cohort: CohortRule = .first
    ) -> FunnelMetrics {
        let asOf = Self.monday + Int64(7 * weeks + days) * day
        let funnel = FunnelDefinition.lettered(3, window: window, cohort: cohort)
        let table = EventTable(simulated: rows(seed: seed))
        let passages = EventCounter(funnel, in: table, on: Self.timeline, before: asOf).count().passages
        return FunnelMetrics(of: funnel, from: passages, on: Self.timeline, before: asOf)
    }

    /// Entrants go on coming for five weeks after the last one that is looked at.
    private func rows(seed: UInt64) -> [(entity: Int32, time: Int64, stage: Int)] {
        var random = SeededNumbers(state: seed)
        var rows: [(Int32, Int64, Int)] = []
        var entity: Int32 = 0
        for week in 0..<(weeks + 5) {
            let count = entrants + (spread > 0 ? Int.random(in: -spread...spread, using: &random) : 0)
            let first = week == weeks - 1 ? lastRate ?? rates[0] : rates[0]
            for _ in 0..<count {
                var time = Self.monday + Int64((Double(week * 7) + .random(in: 0..<7, using: &random)) * Double(day))
                rows.append((entity, time, 0))
                for (step, rate) in [first, rates[1]].enumerated() {
                    guard Double.random(in: 0..<1, using: &random) < rate else { break }
                    time += Int64(Double.random(in: 0..<Self.lagDays, using: &random) * Double(day))
                    rows.append((entity, time, step + 1))
                }
                entity += 1
            }
        }
        return rows
    }

    /// A process without any chance: every week the same entrants at the same times, each doing the same.
    static func noiseFree(weeks: Int) -> [OracleRow] {
        (0..<weeks).flatMap { week in
            (0..<70).flatMap { person -> [OracleRow] in
                let entry = Double(week * 7) + Double(person) / 10
                let times =
                    [entry] + (person % 2 == 0 ? [entry + Double(person % 12)] : [])
                    + (person % 4 == 0 ? [entry + Double(person % 12) + 1.5] : [])
                return times.enumerated().map { stage, time in
                    OracleRow(
                        entity: week * 70 + person,
                        time: monday + Int64(time * Double(day)),
                        stages: 1 << UInt32(stage)
                    )
                }
            }
        }
    }
}

extension EventTable {
    /// Rows that each match one stage of three, without the cost of other columns.
    fileprivate init(simulated rows: [(entity: Int32, time: Int64, stage: Int)]) {
        var columns = ["value", "excluded"].reduce(into: [String: CodedColumn]()) { columns, name in
            columns[name] = CodedColumn(codes: rows.map { _ in -1 }, words: [])
        }
        for (stage, letter) in letters.prefix(3).enumerated() {
            columns[String(letter)] = CodedColumn(codes: rows.map { $0.stage == stage ? 0 : -1 }, words: ["yes"])
        }
        self.init(
            entityCount: Int(rows.map(\.entity).max() ?? -1) + 1,
            entities: rows.map(\.entity),
            times: rows.map(\.time),
            hasClockTimes: true,
            columns: columns
        )
    }
}
