import Calendars
import Funnel
import Records
import Testing

@Suite struct JoinedCounterTests {
    private let timeline = Timeline.instants(.utc)
    private let monday = Timeline.instants(.utc).start(of: Week(number: 10))

    /// Events with their key, and records with theirs; stages a, b of the events, c, d of the records.
    private struct Sides {
        var events: [OracleRow] = []
        var eventKeys: [String?] = []
        var records: [RecordRow] = []
        var recordKeys: [String?] = []

        mutating func addEvent(_ entity: Int, at time: Int64, _ stages: UInt32, key: String?, value: String? = nil) {
            events.append(OracleRow(entity: entity, time: time, stages: stages, value: value))
            eventKeys.append(key)
        }

        var amounts: [Double?] = []

        mutating func addRecord(key: String?, _ stages: RecordTable.Reaching..., worth amount: Double? = nil) {
            records.append(RecordRow(entity: records.count, stages: stages))
            recordKeys.append(key)
            amounts.append(amount)
        }

        var eventTable: EventTable {
            let table = EventTable(events)
            return EventTable(
                entityCount: table.entityCount,
                entities: table.entities,
                times: table.times,
                hasClockTimes: true,
                columns: table.columns.merging(["lead": CodedColumn(eventKeys)]) { $1 }
            )
        }

        var recordTable: RecordTable {
            var table = RecordTable(records, stageIDs: ["c", "d"])
            table.columns["id"] = CodedColumn(recordKeys)
            table.amounts = amounts.contains { $0 != nil } ? amounts : []
            return table
        }
    }

    private func count(
        _ sides: Sides,
        window: Int64? = nil,
        cohort: CohortRule = .first,
        touch: Touch = .last,
        before asOf: Int64 = .max
    ) -> JoinedCount {
        let value = Dimension(id: "value", origin: .column("value"), touch: touch)
        var funnel = FunnelDefinition.lettered(2, window: window, cohort: cohort, dimensions: [value])
        funnel.stages += ["c", "d"].map { Stage(id: $0, condition: .all([])) }
        return JoinedCounter(
            funnel,
            handOff: 2,
            events: sides.eventTable,
            eventKey: "lead",
            records: sides.recordTable,
            recordKey: "id",
            on: timeline,
            before: asOf
        )
        .count()
    }

    private func ends(_ count: JoinedCount) -> [[Int64?]] {
        (0..<count.passages.count).map { index in
            (0..<4).map { count.passages.reachedAt($0, in: index).map { ($0 - monday) / day } }
        }
    }

    @Test func recordsCarryOnWhereEventsEnd() {
        var sides = Sides()
        sides.addEvent(0, at: monday, 1, key: nil, value: "ads")
        sides.addEvent(0, at: monday + day, 2, key: "L1", value: "mail")
        sides.addEvent(1, at: monday, 1, key: nil)
        sides.addRecord(key: "L1", .at(monday + 2 * day), .at(monday + 9 * day))
        sides.addRecord(key: "L2", .at(monday + 2 * day), .no)
        sides.addRecord(key: nil, .at(monday + 2 * day), .no)
        sides.addRecord(key: "L1", .undated, .no)
        let found = count(sides)
        #expect(ends(found) == [[0, 1, 2, 9], [0, nil, nil, nil]])
        #expect(found.withoutFirstContact == 1 && found.withoutKey == 1 && found.undated == 1)
        #expect([found.records.used, found.records.other, found.records.afterAsOf] == [1, 3, 0])
        #expect([found.events.used, found.events.other] == [3, 0])
    }

    /// L1 buys for 100, and later for 30; what L2 bought before its first visit is not of this funnel.
    @Test func moneyIsThatOfTheRoundThatClosesTheChain() {
        var sides = Sides()
        for (entity, key) in [(0, "L1"), (1, "L2"), (2, "L3")] {
            sides.addEvent(entity, at: monday + Int64(entity) * 7 * day, 1, key: nil)
            sides.addEvent(entity, at: monday + Int64(entity) * 7 * day + hour, 2, key: key)
        }
        sides.addRecord(key: "L1", .at(monday + 20 * day), .at(monday + 21 * day), worth: 30)
        sides.addRecord(key: "L1", .at(monday + 2 * day), .at(monday + 9 * day), worth: 100)
        sides.addRecord(key: "L2", .at(monday + 3 * day), .at(monday + 4 * day), worth: 500)
        sides.addRecord(key: "L2", .at(monday + 9 * day), .at(monday + 12 * day), worth: 70)
        sides.addRecord(key: "L3", .at(monday + 16 * day), .no, worth: 900)
        let found = count(sides)
        #expect(found.passages.amounts == [100, 70, nil])
        let metrics = FunnelMetrics(
            of: FunnelDefinition.lettered(4),
            from: PassageSets(found.passages),
            on: timeline,
            before: monday + 28 * day,
            by: []
        )
        #expect(metrics.weeks.map { $0.worth?.amount } == [100, 70, 0, 0])
        #expect(metrics.weeks.map { $0.worth?.entities } == [1, 1, 0, 0])
    }

    @Test func twoDevicesWithOneKeyAreOneEntity() {
        var sides = Sides()
        sides.addEvent(0, at: monday, 1, key: "L1")
        sides.addEvent(1, at: monday + day, 2, key: "L1")
        sides.addRecord(key: "L1", .at(monday + 2 * day), .no)
        #expect(ends(count(sides)) == [[0, 1, 2, nil]])
    }

    @Test func theFirstKeyCountsAndOfTiesTheSmallest() {
        var sides = Sides()
        sides.addEvent(0, at: monday + day, 2, key: "B")
        sides.addEvent(0, at: monday, 1, key: "Z")
        sides.addEvent(0, at: monday, 1, key: "C")
        for key in ["B", "C", "Z"] { sides.addRecord(key: key, .at(monday + 3 * day), .no) }
        let found = count(sides)
        #expect(found.withoutFirstContact == 2)
        #expect(ends(found) == [[0, 1, 3, nil]])
    }

    @Test func aKeyThatComesAfterTheEndOfTheDataIsNotKnownYet() {
        var sides = Sides()
        sides.addEvent(0, at: monday, 1, key: nil)
        sides.addEvent(0, at: monday + 5 * day, 2, key: "L1")
        sides.addRecord(key: "L1", .at(monday + 2 * day), .no)
        #expect(count(sides, before: monday + 5 * day).withoutFirstContact == 1)
        #expect(count(sides, before: monday + 6 * day).withoutFirstContact == 0)
    }

    @Test func touchesAreOfEventsAlone() {
        var sides = Sides()
        sides.addEvent(0, at: monday, 1, key: "L1", value: "ads")
        sides.addEvent(0, at: monday + day, 2, key: nil, value: "mail")
        sides.addRecord(key: "L1", .at(monday - 9 * day), .no)
        sides.addRecord(key: "L1", .at(monday + 2 * day), .at(monday + 9 * day))
        func value(_ touch: Touch) -> String {
            let breakdown = count(sides, touch: touch).passages.breakdowns[0]
            return breakdown.values[Int(breakdown.code(of: 0, level: 4))]
        }
        #expect(value(.last) == "mail")
        #expect(value(.first) == "ads")
        #expect(value(.entry) == "ads")
    }

    @Test func timesThatAreOnlyBoundsStayMarked() {
        var sides = Sides()
        sides.addEvent(0, at: monday, 1, key: "L1")
        sides.addEvent(0, at: monday + day, 2, key: "L1")
        sides.addRecord(key: "L1", .no, .at(monday + 3 * day))
        let passages = count(sides).passages
        #expect((0..<4).map { passages.isTimed($0, in: 0) } == [true, true, false, true])
    }

    /// Rows pooled by key, then every chain there is.
    @Test(arguments: CohortRule.allCases)
    func engineAndDefinitionAgreeOnThousandsOfCases(cohort: CohortRule) {
        var numbers = SeededNumbers(state: 20_261_116)
        for round in 0..<6_000 {
            let sides = randomSides(&numbers)
            let asOf = monday + Int64.random(in: 3...20, using: &numbers) * day
            let window = [nil, 2 * day, 6 * day].randomElement(using: &numbers) ?? nil
            let pool = pool(sides, before: asOf)
            let oracle = Oracle(stageCount: 4, window: window, cohort: cohort, timeline: timeline)
            let found = count(sides, window: window, cohort: cohort, before: asOf)
            let expected = oracle.passages(of: pool.rows).map { "\($0.week) \($0.reachedAt)" }
            let passages = (0..<found.passages.count).map { index in
                "\(found.passages.weeks[index]) \((0..<4).map { found.passages.reachedAt($0, in: index) })"
            }
            #expect(passages.sorted() == expected.sorted(), "round \(round): \(sides) at \(asOf)")
            #expect(found.withoutFirstContact == pool.withoutFirstContact && found.withoutKey == pool.withoutKey)
            #expect(found.records.used == pool.joined)
            let use = [found.records.used, found.records.other, found.records.afterAsOf]
            #expect(use.reduce(0, +) == sides.records.count)
        }
    }

    private func randomSides(_ numbers: inout SeededNumbers) -> Sides {
        let keys = ["k", "l", "m", nil, nil]
        func time() -> Int64 { monday + Int64.random(in: 0...18, using: &numbers) * day }
        var sides = Sides()
        for _ in 0..<Int.random(in: 1...7, using: &numbers) {
            let key = keys.randomElement(using: &numbers) ?? nil
            let stages = UInt32.random(in: 0...3, using: &numbers)
            sides.addEvent(Int.random(in: 0...2, using: &numbers), at: time(), stages, key: key)
        }
        for _ in 0..<Int.random(in: 0...3, using: &numbers) {
            let reached = (0..<2).map { _ -> RecordTable.Reaching in
                [.no, .undated, .at(time()), .at(time()), .at(time())].randomElement(using: &numbers) ?? .no
            }
            sides.addRecord(key: ["k", "l", "x", nil].randomElement(using: &numbers) ?? nil, reached[0], reached[1])
        }
        return sides
    }

    private struct Pool {
        var rows: [OracleRow]
        var withoutFirstContact = 0
        var withoutKey = 0
        var joined = 0
    }

    private func pool(_ sides: Sides, before asOf: Int64) -> Pool {
        var keyOfEntity: [Int: String] = [:]
        let byTime = sides.events.indices.sorted {
            (sides.events[$0].time, sides.eventKeys[$0] ?? "~") < (sides.events[$1].time, sides.eventKeys[$1] ?? "~")
        }
        for row in byTime where sides.events[row].time < asOf && keyOfEntity[sides.events[row].entity] == nil {
            keyOfEntity[sides.events[row].entity] = sides.eventKeys[row]
        }
        func entity(of event: OracleRow) -> Int {
            let key = keyOfEntity[event.entity]
            return keyOfEntity.filter { key != nil && $0.value == key }.keys.min() ?? event.entity
        }
        var pool = Pool(rows: sides.events.filter { $0.time < asOf })
        for index in pool.rows.indices { pool.rows[index].entity = entity(of: pool.rows[index]) }
        let records = RecordOracle(asOf: asOf, skipped: .backfill)
        for (record, key) in zip(sides.records, sides.recordKeys) where records.level(of: record) > 0 {
            guard let key else {
                pool.withoutKey += 1
                continue
            }
            guard let entity = keyOfEntity.filter({ $0.value == key }).keys.min() else {
                pool.withoutFirstContact += 1
                continue
            }
            let level = records.level(of: record)
            let times = (0..<level).compactMap { records.reachedAt($0, of: record) }
            if !times.isEmpty { pool.joined += 1 }
            pool.rows += times.enumerated().map { OracleRow(entity: entity, time: $1, stages: 4 << UInt32($0)) }
        }
        return pool
    }
}
