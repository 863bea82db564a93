import Calendars
import Funnel
import Records
import Testing

/// Runs every case of `counting.spec.md`.
@Suite struct CountingSpecTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var funnel: FunnelDefinition
        var rows: [String]
        var passages: [String]
        var testDescription: String { name }
    }

    static let cases = SpecSection.all(of: "counting.spec").map { section in
        Case(
            name: section.title[0],
            funnel: .lettered(
                Int(section.title[1].prefix(1)) ?? 0,
                window: Int64(section.title[2].dropLast()).map { $0 * day },
                order: section.title.dropFirst(4).lazy.compactMap(StageOrder.init(rawValue:)).first ?? .ordered,
                optional: optional(section.title.dropFirst(4)),
                excludes: true,
                cohort: CohortRule(rawValue: section.title[3]) ?? .first
            ),
            rows: section.block("rows"),
            passages: section.block("passages")
        )
    }

    /// The stages of "b, c optional".
    private static func optional(_ rules: ArraySlice<String>) -> [Int] {
        guard let list = rules.first(where: { $0.hasSuffix(" optional") }) else { return [] }
        return letters.indices.filter { list.dropLast(9).contains(letters[$0]) }
    }

    @Test func theSpecificationIsRead() {
        #expect(Self.cases.count >= 46)
        #expect(Self.cases.allSatisfy { !$0.rows.isEmpty && !$0.passages.isEmpty })
    }

    @Test(arguments: cases)
    func passagesAreAsTheSpecificationSays(spec: Case) {
        let names = spec.rows.map { String($0.prefix { $0 != " " }) }
        let people = Array(Set(names)).sorted()
        let monday = Timeline.instants(.utc).start(of: Week(number: 1))
        let rows = spec.rows.map { line -> OracleRow in
            let cells = line.split(separator: " ")
            let bits = letters.enumerated().filter { cells[2].contains($0.element) }.map { UInt32(1) << $0.offset }
            return OracleRow(
                entity: people.firstIndex(of: String(cells[0])) ?? 0,
                time: monday + (clock(cells[1]) ?? 0),
                stages: bits.reduce(0, |),
                isExcluded: cells[2].contains("!")
            )
        }
        let counter = EventCounter(spec.funnel, in: EventTable(rows), on: .instants(.utc), before: .max)
        let passages = counter.count().passages
        let found = (0..<passages.count).map { index in
            let ends = spec.funnel.stages.indices.map { stage in
                passages.reachedAt(stage, in: index).map { "\(($0 - monday) / day)" } ?? "–"
            }
            let name = people[Int(passages.entities[index])]
            return "\(name) W\(passages.weeks[index].number - 1): \(ends.joined(separator: ", "))"
        }
        #expect(found == spec.passages)
    }
}
