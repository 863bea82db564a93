import Calendars
import Foundation
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

    static let cases: [Case] = {
        guard let url = Bundle.module.url(forResource: "counting.spec", withExtension: "md"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.components(separatedBy: "\n### ").dropFirst().map { section in
            let lines = section.components(separatedBy: "\n")
            let title = lines[0].components(separatedBy: " · ")
            return Case(
                name: title[0],
                funnel: .lettered(
                    Int(title[1].prefix(1)) ?? 0,
                    window: Int64(title[2].dropLast()).map { $0 * day },
                    order: title.dropFirst(4).lazy.compactMap(StageOrder.init(rawValue:)).first ?? .ordered,
                    optional: optional(title.dropFirst(4)),
                    excludes: true,
                    cohort: CohortRule(rawValue: title[3]) ?? .first
                ),
                rows: fence("rows", in: lines),
                passages: fence("passages", in: lines)
            )
        }
    }()

    /// The stages of "b, c optional".
    private static func optional(_ rules: ArraySlice<String>) -> [Int] {
        guard let list = rules.first(where: { $0.hasSuffix(" optional") }) else { return [] }
        return letters.indices.filter { list.dropLast(9).contains(letters[$0]) }
    }

    private static func fence(_ name: String, in lines: [String]) -> [String] {
        guard let start = lines.firstIndex(of: "```\(name)") else { return [] }
        return Array(lines[(start + 1)...].prefix { $0 != "```" })
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
            let clock = cells[1].split(separator: "+").compactMap { Int64($0) }
            let bits = letters.enumerated().filter { cells[2].contains($0.element) }.map { UInt32(1) << $0.offset }
            return OracleRow(
                entity: people.firstIndex(of: String(cells[0])) ?? 0,
                time: monday + clock[0] * day + (clock.count > 1 ? clock[1] * hour : 0),
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
