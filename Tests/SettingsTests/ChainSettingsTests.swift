import Diagnostics
import Funnel
import Settings
import Testing

/// What huni.yaml says of chains: `order`, `exclude`, `optional`.
@Suite struct ChainSettingsTests {
    private let minimal = """
        version: 1
        site: { title: T }
        sources:
          web: { form: events, files: a.csv, columns: { entity: e, time: t } }
          crm: { form: records, files: b.csv, columns: { entity: e }, stages: { m: m, n: n, o: o } }
        funnels:
          - id: f
            source: web
            stages: [{ id: a }, { id: b }, { id: c }]
        """

    private func diagnostics(_ yaml: String) -> [String] {
        do {
            _ = try Settings(yaml: yaml, file: "huni.yaml")
            return []
        } catch {
            return error.diagnostics.map { diagnostic in
                let place = diagnostic.position.map { "\($0)" } ?? ""
                return "\(place) \(diagnostic.message)\(diagnostic.remedy == nil ? " (no remedy)" : "")"
            }
        }
    }

    @Test func theyAreRead() throws {
        let rules = "order: strict\n    exclude: [{ event: bot }, { agent: [crawler, probe] }]"
        let yaml = minimal.replacing("source: web", with: "source: web\n    \(rules)")
            .replacing("{ id: b }", with: "{ id: b, optional: true }")
        let funnel = try Settings(yaml: yaml, file: "huni.yaml").funnels[0]
        #expect(funnel.definition.order == .strict)
        #expect(
            funnel.definition.exclusion
                == .any([.column("event", isOneOf: ["bot"]), .column("agent", isOneOf: ["crawler", "probe"])])
        )
        #expect(funnel.definition.stages.map(\.isOptional) == [false, true, false])
        #expect(funnel.definition.columns == ["agent", "event"])
        #expect(funnel.columnPositions["agent"].map { "\($0)" } == "huni.yaml:10:33")
    }

    @Test func withoutThemStagesAreInOrderAndNeeded() throws {
        let funnel = try Settings(yaml: minimal, file: "huni.yaml").funnels[0].definition
        #expect(funnel.order == .ordered && funnel.exclusion == nil && !funnel.stages.contains(where: \.isOptional))
    }

    @Test(arguments: [
        ("source: web", "source: web\n    order: any of them", "9:12 'any of them' is no order"),
        ("source: web", "source: web\n    exclude: bot", "9:14 a condition must name columns and their values"),
        ("{ id: a }", "{ id: a, optional: true }", "9:33 the first stage cannot be optional"),
        ("{ id: c }", "{ id: c, optional: true }", "9:55 the last stage cannot be optional"),
        ("{ id: b }", "{ id: b, optional: maybe }", "9:44 'maybe' is no truth value"),
        (
            "stages: [{ id: a }, { id: b }", "order: any\n    stages: [{ id: a }, { id: b, optional: true }",
            "10:44 no stage is optional under 'order: any'"
        ),
        (
            "source: web\n    stages: [{ id: a }, { id: b }, { id: c }]",
            "source: crm\n    order: any\n    stages: [{ id: m }, { id: n }, { id: o }]",
            "9:5 'order' is for events, and source 'crm' holds records"
        ),
        (
            "source: web\n    stages: [{ id: a }, { id: b }, { id: c }]",
            "source: crm\n    stages: [{ id: m }, { id: n, optional: true }, { id: o }]",
            "9:34 'optional' is for events, and source 'crm' holds records"
        ),
    ])
    func aFaultHasItsPlace(right: String, wrong: String, message: String) {
        let found = diagnostics(minimal.replacing(right, with: wrong))
        #expect(found == ["huni.yaml:\(message)"])
    }

    @Test func aStageThatCannotBeReadLeavesTheOthersChecked() {
        let yaml = minimal.replacing("{ id: b }, { id: c }", with: "{ id: b, optional: true }, { id: C! }")
        #expect(diagnostics(yaml).count == 1)
    }

    @Test func funnelsThatAreJoinedFreelyHaveNoOptionalStages() {
        let joined = """

              - { id: g, source: crm, stages: [{ id: m }, { id: n }] }
              - id: whole
                join: [f, g]
                key: { f: mail, g: mail }
                order: any
            """
        let optional = minimal.replacing("{ id: b }", with: "{ id: b, optional: true }")
        let fault = "huni.yaml:14:12 no stage is optional under 'order: any', and stage 'b' of 'f' is"
        #expect(diagnostics(optional + joined) == [fault])
        #expect(diagnostics(minimal + joined) == [])
    }
}
