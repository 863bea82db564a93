import Funnel
import Settings
import Testing

/// What stands under `funnels:`, read.
@Suite struct FunnelSettingsTests {
    /// The funnels of a file with sources of every form.
    private func funnels(_ body: String) throws -> [FunnelSettings] {
        let yaml = """
            version: 1
            site: { title: T }
            sources:
              web: { form: events, files: a.csv, columns: { entity: e, time: t, event: n } }
              crm:
                form: records
                files: b.csv
                columns: { entity: id }
                stages: { lead: l, mql: m, sal: s, sql: q, won: w }
                outcomes: { recycled: r, lost: x }
              daily: { form: counts, files: c.csv, stages: { visit: V, click: C } }
              weekly: { form: counts, files: c.csv, columns: { entry: E }, stages: { visit: V, click: C } }
              mail: { form: measures, files: d.csv }
            measures:
              opens: { source: mail, sum: o }
              rate: { source: mail, ratio: [o, s] }
            segments:
              hr-new: { role: hr, staff: { over: 10 } }
              small: { name: { tr: Küçük, en: Small }, staff: { at_most: 10 } }
            funnels:
            \(body.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
            """
        return try Settings(yaml: yaml, file: "huni.yaml").funnels
    }

    @Test func aPipelineHasOutcomesAnswersAndNoConditions() throws {
        let funnel = try #require(
            try funnels(
                """
                - id: pipe
                  source: crm
                  preset: sales-pipeline
                  matures_after: 60d
                  skipped: stop
                  view: activity
                  sla: { mql: 24h, sal: 2d }
                  outcomes: { lost: { name: Gone } }
                  dimensions: [owner, { id: month, from: time, part: month }]
                """
            ).first
        )
        #expect(funnel.origin.source == "crm")
        #expect(funnel.definition.stages.map(\.id) == ["lead", "mql", "sal", "sql", "won"])
        #expect(funnel.definition.stages.allSatisfy { $0.condition == .any([]) })
        #expect(funnel.definition.columns == ["owner"])
        #expect(funnel.definition.windowSeconds == nil && funnel.definition.maturesAfterSeconds == 60 * 86_400)
        #expect(funnel.skipped == .stop && funnel.view == .activity)
        #expect(funnel.sla == ["mql": 86_400, "sal": 172_800])
        #expect(funnel.outcomes.map(\.id) == ["recycled", "lost"])
        #expect(funnel.outcomes[0].name.text(in: "tr") == "Pazarlamaya döndü")
        #expect(funnel.outcomes[1].name.text(in: "tr") == "Gone")
        #expect("\(funnel.position)" == "huni.yaml:21:9")
        #expect(funnel.columnPositions["owner"].map { "\($0)" } == "huni.yaml:29:18")
    }

    @Test func outcomesWithoutPresetAreCalledByTheirIds() throws {
        let funnel = try #require(
            try funnels("- { id: f, source: crm, stages: [{ id: lead }, { id: won }] }").first
        )
        #expect(funnel.outcomes.map { $0.name.text(in: "en") } == ["recycled", "lost"])
    }

    @Test func countsShowActivityUnlessTheyTellTheEntryWeek() throws {
        let stages = "stages: [{ id: visit }, { id: click }]"
        let funnels = try funnels(
            """
            - { id: a, source: daily, \(stages) }
            - { id: b, source: daily, view: activity, \(stages) }
            - { id: c, source: weekly, \(stages) }
            - { id: d, source: weekly, view: activity, \(stages) }
            - { id: e, source: web, \(stages) }
            """
        )
        #expect(funnels.map(\.view) == [.activity, .activity, .cohort, .activity, .cohort])
    }

    @Test func segmentStandsForAllSegments() throws {
        let funnel = try #require(
            try funnels(
                """
                - id: f
                  source: web
                  touch: last
                  dimensions: [segment, { id: column, from: segment }]
                  stages: [{ id: a }, { id: b, match: { n: { at_least: 1, under: 2 }, role: hr } }]
                """
            ).first
        )
        let isNew = Condition.all([.column("role", isOneOf: ["hr"]), .number("staff", NumberBounds(over: 10))])
        #expect(
            funnel.definition.dimensions == [
                Dimension(id: "hr-new", origin: .condition(isNew), touch: .last),
                Dimension(
                    id: "small",
                    origin: .condition(.number("staff", NumberBounds(atMost: 10))),
                    touch: .last
                ),
                Dimension(id: "column", origin: .column("segment"), touch: .last),
            ]
        )
        #expect(
            funnel.definition.stages[1].condition
                == .all([.number("n", NumberBounds(under: 2, atLeast: 1)), .column("role", isOneOf: ["hr"])])
        )
        #expect(funnel.definition.columns == ["event", "n", "role", "segment", "staff"])
        #expect(funnel.columnPositions["staff"].map { "\($0)" } == "huni.yaml:18:23")
        #expect(funnel.columnPositions["role"].map { "\($0)" } == "huni.yaml:18:13")
        #expect(funnel.columnPositions["event"].map { "\($0)" } == "huni.yaml:21:5")
    }

    @Test func withoutSegmentsItIsAColumn() throws {
        let yaml = """
            version: 1
            site: { title: T }
            sources: { web: { form: events, files: a.csv, columns: { entity: e, time: t } } }
            funnels: [{ id: f, source: web, dimensions: segment, stages: [{ id: a }, { id: b }] }]
            """
        let funnel = try Settings(yaml: yaml, file: "huni.yaml").funnels[0]
        #expect(
            funnel.definition.dimensions == [Dimension(id: "segment", origin: .column("segment"), touch: .entry)]
        )
    }

    @Test func stagesShowMeasures() throws {
        let funnel = try #require(
            try funnels(
                "- { id: f, source: web, stages: [{ id: a, measures: opens }, { id: b, measures: [rate, opens] }] }"
            ).first
        )
        #expect(funnel.stages.map(\.measures) == [["opens"], ["rate", "opens"]])
    }

    @Test func twoFunnelsAreOne() throws {
        let yaml = """
            - { id: journey, source: web, dimensions: [channel], stages: [{ id: a, match: { n: x } }, { id: b }] }
            - id: pipe
              source: crm
              skipped: stop
              sla: { mql: 24h }
              stages: [{ id: lead }, { id: mql }, { id: won }]
            - id: whole
              join: [journey, pipe]
              key: { journey: lead_id, pipe: id }
              window: 90d
              cohort: person
              touch: last
              dimensions: [campaign]
            """
        let funnels = try funnels(yaml)
        let whole = funnels[2]
        guard case .joined(let parts) = whole.origin else { throw Unexpected() }
        #expect(parts.first == "journey" && parts.second == "pipe")
        #expect(parts.keys.mapValues(\.value) == ["journey": "lead_id", "pipe": "id"])
        #expect(parts.keys["pipe"].map { "\($0.position)" } == "huni.yaml:29:36")
        #expect(whole.definition.stages.map(\.id) == ["a", "b", "lead", "mql", "won"])
        #expect(whole.stages.map(\.id) == whole.definition.stages.map(\.id))
        #expect(whole.definition.stages[0].condition == .column("n", isOneOf: ["x"]))
        #expect(whole.definition.windowSeconds == 90 * 86_400 && whole.definition.cohort == .person)
        #expect(
            whole.definition.dimensions == [Dimension(id: "campaign", origin: .column("campaign"), touch: .last)]
        )
        #expect(whole.view == .cohort && whole.skipped == .stop && whole.sla == ["mql": 86_400])
        #expect(whole.outcomes.map(\.id) == ["recycled", "lost"])
        #expect(whole.origin.source == nil)
        #expect(Set(whole.columnPositions.keys) == ["campaign", "n", "event", "channel"])
    }

    @Test func aJoinedFunnelIsCountedFromTwoSources() throws {
        let settings = try Settings(yaml: Fault.joined, file: "huni.yaml")
        #expect(settings.funnels.map { settings.sources(of: $0).map(\.id) } == [["web"], ["crm"], ["web", "crm"]])
    }
}
