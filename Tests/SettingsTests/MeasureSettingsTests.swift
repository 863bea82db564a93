import Funnel
import Settings
import Testing

/// What stands under `measures:`, `segments:` and `tests:`, read.
@Suite struct MeasureSettingsTests {
    private func settings(_ body: String) throws -> Settings {
        let yaml = """
            version: 1
            site: { title: T, currency: TRY }
            sources:
              mail: { form: measures, files: f.csv }
              web: { form: events, files: a.csv, columns: { entity: e, time: t }, variant: { column: g } }
            \(body)
            funnels: [{ id: f, source: web, stages: [{ id: a }, { id: b }] }]
            """
        return try Settings(yaml: yaml, file: "huni.yaml")
    }

    @Test func aMeasureIsASumAMeanOrARatio() throws {
        let measures = try settings(
            """
            measures:
              visitors: { source: mail, sum: Visitors, better: up }
              score: { source: mail, mean: NPS, name: { tr: Puan, en: Score } }
              open_rate: { source: mail, ratio: [opens, sent] }
              bounce: { source: mail, ratio: [bounced, sent], better: down, unit: count }
              revenue: { source: mail, sum: r, unit: currency }
              time: { source: mail, mean: r, unit: seconds }
            """
        ).measures
        #expect(measures.map(\.id) == ["visitors", "score", "open_rate", "bounce", "revenue", "time"])
        #expect(measures.allSatisfy { $0.source == "mail" })
        #expect(
            measures.prefix(3).map(\.formula) == [.sum("Visitors"), .mean("NPS"), .ratio("opens", of: "sent")]
        )
        #expect(measures.map(\.unit) == [.count, nil, .percent, .count, .currency, .seconds])
        #expect(measures.map(\.better) == [.up, nil, nil, .down, nil, nil])
        #expect(measures[1].name?.text(in: "tr") == "Puan" && measures[0].name == nil)
        #expect(measures[2].formula.names == ["opens", "sent"])
        #expect(measures[2].namePositions["sent"].map { "\($0)" } == "huni.yaml:9:45")
        #expect("\(measures[0].position)" == "huni.yaml:7:3")
    }

    @Test func segmentsAreConditionsWithBoundsAndAlternatives() throws {
        let segments = try settings(
            """
            segments:
              hr-new: { role: hr, staff: { over: 10 }, tenure_years: { under: 1 } }
              south: { any: [{ region: [izmir, antalya] }, { zip: { at_least: 35000, at_most: 35999.5 } }] }
              named: { name: { tr: Adlı, en: Named }, plan: pro }
              by-name: { name: Ada }
            """
        ).segments
        #expect(segments.map(\.id) == ["hr-new", "south", "named", "by-name"])
        #expect(
            segments.map(\.condition) == [
                .all([
                    .column("role", isOneOf: ["hr"]), .number("staff", NumberBounds(over: 10)),
                    .number("tenure_years", NumberBounds(under: 1)),
                ]),
                .any([
                    .column("region", isOneOf: ["izmir", "antalya"]),
                    .number("zip", NumberBounds(atLeast: 35000, atMost: 35999.5)),
                ]),
                .column("plan", isOneOf: ["pro"]),
                .column("name", isOneOf: ["Ada"]),
            ]
        )
        #expect(segments.map { $0.name?.text(in: "tr") } == [nil, nil, "Adlı", nil])
        #expect(segments[1].columnPositions["zip"].map { "\($0)" } == "huni.yaml:8:50")
    }

    @Test func aTestSaysWhatItIsToFind() throws {
        let tests = try settings(
            """
            tests:
              - { id: one, source: web, stage: b, baseline: 0.2, detect: 2pp, power: 0.9 }
              - { id: two, source: web, stage: a, detect: 0.05 }
            """
        ).tests
        #expect(tests.map(\.id) == ["one", "two"])
        #expect(tests.map(\.source) == ["web", "web"] && tests.map(\.stage) == ["b", "a"])
        #expect(tests.map(\.baseline) == [0.2, nil] && tests.map(\.detect) == [0.02, 0.05])
        #expect(tests.map(\.power) == [0.9, 0.8])
        #expect("\(tests[0].position)" == "huni.yaml:7:11")
    }
}
