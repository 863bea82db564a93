import Calendars
import LivingExample
import Testing

@Suite struct StoryTests {
    private func sample(_ events: [[String]], weeks: Int = 8, seed: UInt64 = 1) throws -> Story {
        .sample(stageEvents: events, firstWeek: try #require(Week("2026-W01")), weeks: weeks, seed: seed)
    }

    @Test func aSampleHasTheEventsOfItsStages() throws {
        let files = SampleEvents(try sample([["lead"], ["call", "form"], ["offer"], ["won"]])).files
        let rows = files.flatMap { exampleRows($0.bytes) }
        #expect(Set(rows.map(\.event)) == ["lead", "call", "form", "offer", "won"])
        #expect(files.map { "\($0.week)" }.first == "2026-W01")
        let counts = ["lead", "offer", "won"].map { event in
            Set(rows.filter { $0.event == event }.map(\.person)).count
        }
        #expect(counts[0] > counts[1] && counts[1] > counts[2] && counts[2] > 30)
    }

    @Test func oneStageIsEnough() throws {
        let rows = SampleEvents(try sample([["visit"]], weeks: 1)).files.flatMap { exampleRows($0.bytes) }
        #expect((380...520).contains(rows.count))
    }

    @Test func noWeeksGiveNoFiles() throws {
        #expect(SampleEvents(try sample([["visit"]], weeks: 0)).files.isEmpty)
    }

    @Test func aLongerStoryBeginsWithTheSameFiles() throws {
        let stages = [["visit"], ["signup"], ["order"]]
        let short = SampleEvents(try sample(stages, weeks: 5)).files
        let long = SampleEvents(try sample(stages, weeks: 9)).files
        #expect(long.prefix(5).map(\.bytes) == short.map(\.bytes))
    }

    @Test func anotherSeedGivesOtherPeople() throws {
        let people = try [1, 2].map { seed in
            Set(SampleEvents(try sample([["visit"]], seed: seed)).files.flatMap { exampleRows($0.bytes) }.map(\.person))
        }
        #expect(people[0].intersection(people[1]).count < people[0].count / 10)
    }

    @Test func identifiersSayNothingAboutTheOrderOfArrival() throws {
        let people = SampleEvents(try sample([["visit"]], weeks: 1)).files.flatMap { exampleRows($0.bytes) }
            .map(\.person)
        let ascending = zip(people, people.dropFirst()).count { $0 < $1 }
        #expect((0.4...0.6).contains(Double(ascending) / Double(people.count)))
    }

    @Test func namesWithCommasAndQuotesAreQuoted() throws {
        let file = try #require(SampleEvents(try sample([["a,\"b\""]], weeks: 1)).files.first)
        #expect(String(decoding: file.bytes, as: UTF8.self).contains(",\"a,\"\"b\"\"\","))
    }
}
