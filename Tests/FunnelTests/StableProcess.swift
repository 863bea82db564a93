import Calendars
import Funnel
import Records

/// A process that does the same every week: so many enter, spread over the week, and each goes on with the same chance.
struct StableProcess {
    /// What its data look like to the program.
    enum Form: CaseIterable {
        case events, records
        /// Counts by day, what happened in each week.
        case counts
        /// Counts by day and by the week of entry.
        case cohortCounts
    }

    /// One who entered: when each stage was reached, as far as any was, and the value of a dimension.
    struct Person {
        var times: [Int64]
        var value = 0
        /// Whether each row has another value.
        var isFickle = false
    }

    /// How many weeks of entrants.
    var weeks = 34
    /// Entrants a week, and by how many their number varies up and down at most.
    var entrants = 160
    var spread = 16
    /// The chance to go on to the second stage, and from there to the third.
    var rates = [0.4, 0.5]
    /// The chance to go on to the second stage in the last week that is over.
    var lastRate: Double?
    /// Shares of the entrants by the value of a dimension; the rest has the last one.
    var shares: [Double] = []
    /// Whether each row of a person has another value.
    var isFickle = false
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
        as form: Form = .events,
        cohort: CohortRule = .first,
        touch: Touch = .entry
    ) -> FunnelMetrics {
        let asOf = Self.monday + Int64(7 * weeks + days) * day
        return Self.metrics(of: people(seed: seed), before: asOf, as: form, cohort: cohort, touch: touch)
    }

    /// The numbers of these people before `asOf`, the beginning of a day.
    static func metrics(
        of people: [Person],
        before asOf: Int64,
        window: Int64? = 14 * day,
        as form: Form,
        cohort: CohortRule = .first,
        touch: Touch = .entry
    ) -> FunnelMetrics {
        let dimension = Dimension(id: "value", origin: .column("value"), touch: touch)
        var funnel = FunnelDefinition.lettered(3, window: window, cohort: cohort, dimensions: [dimension])
        guard form != .events else {
            let passages = EventCounter(funnel, in: EventTable(people), on: timeline, before: asOf).count().passages
            return FunnelMetrics(of: funnel, from: PassageSets(passages), on: timeline, before: asOf)
        }
        funnel.maturesAfterSeconds = funnel.windowSeconds
        funnel.windowSeconds = nil
        switch form {
        case .records:
            let counter = RecordCounter(funnel, in: RecordTable(people), on: timeline, before: asOf)
            return FunnelMetrics(of: funnel, from: PassageSets(counter.count().passages), on: timeline, before: asOf)
        default:
            let table = CountTable(people, byEntry: form == .cohortCounts)
            let days = Timeline.localDays(.utc)
            return FunnelMetrics(counts: table, of: funnel, on: days, before: days.start(of: timeline.date(at: asOf)))
        }
    }

    /// Entrants go on coming for five weeks after the last one that is looked at.
    private func people(seed: UInt64) -> [Person] {
        var random = SeededNumbers(state: seed)
        return (0..<(weeks + 5)).flatMap { week in
            let count = entrants + (spread > 0 ? Int.random(in: -spread...spread, using: &random) : 0)
            let first = week == weeks - 1 ? lastRate ?? rates[0] : rates[0]
            return (0..<count).map { _ in
                var days = Double(week * 7) + .random(in: 0..<7, using: &random)
                var person = Person(times: [Self.monday + Int64(days * Double(day))], isFickle: isFickle)
                for rate in [first, rates[1]] {
                    guard Double.random(in: 0..<1, using: &random) < rate else { break }
                    days += .random(in: 0..<Self.lagDays, using: &random)
                    person.times.append(Self.monday + Int64(days * Double(day)))
                }
                if !shares.isEmpty { person.value = value(.random(in: 0..<1, using: &random)) }
                return person
            }
        }
    }

    private func value(_ chance: Double) -> Int {
        var rest = chance
        for (value, share) in shares.enumerated() {
            rest -= share
            if rest < 0 { return value }
        }
        return shares.count
    }

    /// A process without any chance: every week the same entrants at the same times, each doing the same.
    static func noiseFree(weeks: Int) -> [Person] {
        (0..<weeks).flatMap { week in
            (0..<70).map { person in
                let entry = Double(week * 7) + Double(person) / 10
                let times =
                    [entry] + (person % 2 == 0 ? [entry + Double(person % 12)] : [])
                    + (person % 4 == 0 ? [entry + Double(person % 12) + 1.5] : [])
                return Person(times: times.map { monday + Int64($0 * Double(day)) }, value: person % 3)
            }
        }
    }
}

private let valueWords = ["v0", "v1", "v2", "v3", "v4", "v5"]

extension EventTable {
    /// Rows that each match one stage of three, without the cost of other columns.
    fileprivate init(_ people: [StableProcess.Person]) {
        let rows = people.enumerated().flatMap { entity, person in
            person.times.enumerated().map { stage, time in
                let value = Int32(person.value + (person.isFickle ? stage : 0))
                return (entity: Int32(entity), time: time, stage: stage, value: value)
            }
        }
        var columns = [
            "value": CodedColumn(codes: rows.map(\.value), words: valueWords),
            "excluded": CodedColumn(codes: rows.map { _ in -1 }, words: []),
        ]
        for (stage, letter) in letters.prefix(3).enumerated() {
            columns[String(letter)] = CodedColumn(codes: rows.map { $0.stage == stage ? 0 : -1 }, words: ["yes"])
        }
        self.init(
            entityCount: people.count,
            entities: rows.map(\.entity),
            times: rows.map(\.time),
            hasClockTimes: true,
            columns: columns
        )
    }
}

extension RecordTable {
    /// A record a person, with a date a stage.
    fileprivate init(_ people: [StableProcess.Person]) {
        self.init(
            stages: letters.prefix(3).map { String($0) },
            entityCount: people.count,
            entities: people.indices.map { Int32($0) },
            reached: (0..<3).map { stage in
                people.map { $0.times.indices.contains(stage) ? .at($0.times[stage]) : .no }
            },
            endings: people.map { _ in nil },
            columns: ["value": CodedColumn(codes: people.map { Int32($0.value) }, words: valueWords)],
            rows: people.indices.map { RowPlace(file: "crm.csv", line: $0 + 2) },
            hasClockTimes: true
        )
    }
}

extension CountTable {
    private struct Key: Hashable {
        var day: LocalDate
        var entry: Week?
        var value: Int
    }

    /// A row a day, value and, where asked for, week of entry. What happens in the first three weeks is left out where
    /// entries do not tell whom it is due to: the process has only begun.
    fileprivate init(_ people: [StableProcess.Person], byEntry: Bool) {
        let timeline = StableProcess.timeline
        var counts: [Key: [Int]] = [:]
        for person in people {
            let entry = byEntry ? Week(containing: timeline.date(at: person.times[0])) : nil
            for (stage, time) in person.times.enumerated() where byEntry || time >= StableProcess.monday + 21 * day {
                let key = Key(day: timeline.date(at: time), entry: entry, value: person.value)
                counts[key, default: [0, 0, 0]][stage] += 1
            }
        }
        let rows = counts.sorted { one, other in
            (one.key.day.dayNumber, one.key.entry?.number ?? 0, one.key.value)
                < (other.key.day.dayNumber, other.key.entry?.number ?? 0, other.key.value)
        }
        self.init(
            stages: letters.prefix(3).map { String($0) },
            isWeekly: false,
            days: rows.map(\.key.day),
            entryWeeks: byEntry ? rows.compactMap(\.key.entry) : nil,
            counts: (0..<3).map { stage in rows.map { $0.value[stage] } },
            columns: ["value": CodedColumn(codes: rows.map { Int32($0.key.value) }, words: valueWords)]
        )
    }
}
