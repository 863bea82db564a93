import Testing

/// What can be wrong with a funnel that joins two others.
@Suite struct JoinedFunnelFaultTests {
    static let faults = [
        Fault(
            "join: [f, pipe]",
            "join: f",
            "huni.yaml:45:11: error: two funnels are joined",
            "  Expected: [funnel, funnel], as in `join: [journey, pipeline]`."
        ),
        Fault(
            "join: [f, pipe]",
            "join: [f, f, pipe]",
            "huni.yaml:45:11: error: two funnels are joined",
            "  Expected: [funnel, funnel], as in `join: [journey, pipeline]`."
        ),
        Fault(
            "join: [f, pipe]",
            "join: [f, pip]",
            "huni.yaml:45:15: error: no such funnel 'pip'",
            "  Did you mean 'pipe'?"
        ),
        Fault(
            "join: [f, pipe]",
            "join: [pipe, f]",
            "huni.yaml:45:12: error: the first of two joined funnels is over events, and 'pipe' is over records",
            "  Join a funnel over events and one over records, in this order.",
            "huni.yaml:45:18: error: the second of two joined funnels is over records, and 'f' is over events",
            "  Join a funnel over events and one over records, in this order."
        ),
        Fault(
            "join: [f, pipe]",
            "join: [whole, pipe]",
            "huni.yaml:45:12: error: no such funnel 'whole'",
            "  Known here: f, pipe."
        ),
        Fault(
            "pipe: id }",
            "pip: id }",
            "huni.yaml:46:18: error: 'pip' is not among the joined funnels",
            "  Did you mean 'pipe'?"
        ),
        Fault(
            "pipe: id }",
            "pipe: }",
            "huni.yaml:46:24: error: 'pipe' must be followed by a column",
            "  Expected: a funnel: header of a column, as in `key: { journey: lead_id, pipeline: lead_id }`."
        ),
        Fault(
            ", pipe: id }",
            " }",
            "huni.yaml:46:10: error: 'key' names no column of 'pipe'",
            "  Expected: a funnel: header of a column, as in `key: { journey: lead_id, pipeline: lead_id }`."
        ),
        Fault(
            "    key: { f: e, pipe: id }\n",
            "",
            "huni.yaml:44:5: error: missing key 'key' in funnels[]",
            "  The columns by which the entities of one are found in the other. Add `key: { journey: lead_id, pipeline: lead_id }`."
        ),
        Fault(
            "pipe: id }",
            "pipe: id }\n    stages: [{ id: x }]",
            "huni.yaml:47:5: error: 'stages' does not go with 'join'",
            "  Remove it; it is said at the funnels that are joined."
        ),
        Fault(
            "pipe: id }",
            "pipe: id }\n    source: web",
            "huni.yaml:47:5: error: 'source' does not go with 'join'",
            "  Remove it; it is said at the funnels that are joined."
        ),
        Fault(
            "pipe: id }",
            "pipe: id }\n    preset: deal",
            "huni.yaml:47:5: error: 'preset' does not go with 'join'",
            "  Remove it; it is said at the funnels that are joined."
        ),
        Fault(
            "pipe: id }",
            "pipe: id }\n    view: activity",
            "huni.yaml:47:5: error: 'view' does not go with 'join'",
            "  Remove it; it is said at the funnels that are joined."
        ),
        Fault(
            "pipe: id }",
            "pipe: id }\n    skipped: stop",
            "huni.yaml:47:5: error: 'skipped' does not go with 'join'",
            "  Remove it; it is said at the funnels that are joined."
        ),
        Fault(
            "pipe: id }",
            "pipe: id }\n    sla: { won: 24h }",
            "huni.yaml:47:5: error: 'sla' does not go with 'join'",
            "  Remove it; it is said at the funnels that are joined."
        ),
        Fault(
            "pipe: id }",
            "pipe: id }\n    outcomes: { lost: { name: L } }",
            "huni.yaml:47:5: error: 'outcomes' does not go with 'join'",
            "  Remove it; it is said at the funnels that are joined."
        ),
        Fault(
            "pipe: id }",
            "pipe: id }\n  - { id: more, join: [whole, pipe], key: { whole: e, pipe: id } }",
            "huni.yaml:47:24: error: funnel 'whole' is joined itself",
            "  Join a funnel over events and one over records, in this order."
        ),
        Fault(
            "  - id: f\n",
            "  - { id: early, join: [f, pipe], key: { f: e, pipe: id } }\n  - id: f\n",
            "huni.yaml:38:25: error: funnel 'f' stands after the one that joins it",
            "  Move it up, before 'early'.",
            "huni.yaml:38:28: error: funnel 'pipe' stands after the one that joins it",
            "  Move it up, before 'early'."
        ),
        Fault(
            "stages: [{ id: a }, { id: b }]",
            "stages: [{ id: a }, { id: lead }]",
            "huni.yaml:45:15: error: stage 'lead' is in both 'f' and 'pipe'",
            "  Leave it out of one of them, or give it another id there: joined, each stage stands once."
        ),
        Fault(
            "id: pipe",
            "id: f",
            "huni.yaml:41:9: error: two funnels have the id 'f'",
            "  Give each its own.",
            "huni.yaml:45:15: error: no such funnel 'pipe'",
            "  Known here: f, f."
        ),
    ]

    @Test(arguments: faults)
    func faultOfAJoinIsNamedAtItsPlace(_ fault: Fault) {
        #expect(fault.found(in: Fault.joined) == fault.errors)
    }
}
