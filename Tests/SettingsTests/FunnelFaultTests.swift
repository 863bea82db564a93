import Testing

/// What can be wrong with a funnel over one source.
@Suite struct FunnelFaultTests {
    static let faults = [
        Fault(
            pipe: "stages: [{ id: lead }, { id: won }]",
            "huni.yaml:41:5: error: missing key 'source' in funnels[]",
            "  Where its rows come from. Add `source: web`."
        ),
        Fault(
            pipe: "source: mail\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:42:13: error: source 'mail' holds measures, which stages show but no funnel counts",
            "  Name a source of events, records or counts; measures are listed at stages."
        ),
        Fault(
            pipe: "source: crm\n    stages: [{ id: laed }, { id: won }]",
            "huni.yaml:43:20: error: source 'crm' has no stage 'laed'",
            "  Did you mean 'lead'?"
        ),
        Fault(
            pipe: "source: crm\n    stages: [{ id: lead }, { id: lost }]",
            "huni.yaml:43:34: error: 'lost' is an outcome of source 'crm', not a stage",
            "  Move it to sources.crm.stages."
        ),
        Fault(
            pipe: "source: crm\n    preset: sales-pipeline",
            "huni.yaml:43:13: error: source 'crm' lacks stages of the preset: mql, sal, sql",
            "  Add them to sources.crm.stages, or list the funnel's own stages."
        ),
        Fault(
            pipe: "source: crm\n    stages: [{ id: lead, match: { event: x } }, { id: won }]",
            "huni.yaml:43:26: error: 'match' is for events, and source 'crm' holds records",
            "  Say in sources.crm.stages what shows the stage."
        ),
        Fault(
            pipe: "source: daily\n    stages: [{ id: visit }, { id: clik }]",
            "huni.yaml:43:35: error: source 'daily' has no stage 'clik'",
            "  Did you mean 'click'?"
        ),
        Fault(
            pipe: "source: daily\n    view: cohort\n    stages: [{ id: visit }, { id: click }]",
            "huni.yaml:43:11: error: the counts of source 'daily' do not say when those counted came in, so there is no cohort view",
            "  Name the column of the entry week, as in `columns: { entry: entry_week }`, or write `view: activity`."
        ),
        Fault(
            pipe: "source: daily\n    view: weekly\n    stages: [{ id: visit }, { id: click }]",
            "huni.yaml:43:11: error: 'weekly' is no view",
            "  Expected: cohort, activity, as in `view: activity`."
        ),
        Fault(
            pipe: "source: shop\n    stages: [{ id: home }, { id: paid }]",
            "huni.yaml:43:34: error: no file of source 'shop' is the event 'paid'",
            "  Known here: home, pay."
        ),
        Fault(
            pipe: "source: shop\n    stages: [{ id: home }, { id: paid, match: { event: [pay, pai] } }]",
            "huni.yaml:43:49: error: no file of source 'shop' is the event 'pai'",
            "  Did you mean 'pay'?"
        ),
        Fault(
            pipe: "source: crm\n    window: 60d\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:5: error: 'window' is for events, and source 'crm' holds records",
            "  Write `matures_after: 60d`, the age at which rates are final."
        ),
        Fault(
            pipe: "source: crm\n    cohort: every\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:5: error: 'cohort' is for events, and source 'crm' holds records",
            "  Remove it."
        ),
        Fault(
            pipe:
                "source: crm\n    dimensions: [{ id: month, from: time, part: month, touch: last }]\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:56: error: 'touch' is for events, and source 'crm' holds records",
            "  Remove it."
        ),
        Fault(
            pipe: "source: web\n    sla: { a: 24h }\n    stages: [{ id: a }, { id: b }]",
            "huni.yaml:43:5: error: 'sla' is for records, and source 'web' holds events",
            "  Remove it."
        ),
        Fault(
            pipe: "source: crm\n    sla: { laed: 24h, won: none }\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:12: error: the funnel has no stage 'laed'",
            "  Did you mean 'lead'?",
            "huni.yaml:43:28: error: 'none' is no duration",
            "  Expected: a stage: duration, as in `sla: { mql: 24h }`."
        ),
        Fault(
            pipe: "source: crm\n    outcomes: { last: { name: X } }\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:17: error: source 'crm' has no outcome 'last'",
            "  Did you mean 'lost'?"
        ),
        Fault(
            pipe: "source: crm\n    outcomes: { lost: { nam: X } }\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:25: error: unknown key 'nam' in funnels[].outcomes.<outcome>",
            "  Did you mean 'name'?"
        ),
        Fault(
            pipe: "source: crm\n    skipped: ignore\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:14: error: 'ignore' is no rule for skipped stages",
            "  Expected: backfill, stop, as in `skipped: stop`."
        ),
        Fault(
            pipe: "source: crm\n    weighting: []\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:5: error: unknown key 'weighting' in funnels[]",
            "  Known here: id, name, source, preset, entity, matures_after, skipped, view, dimensions, sla, outcomes, stages."
        ),
        Fault(
            pipe: "source: crm\n    key: { a: b }\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:5: error: 'key' goes with 'join'",
            "  Remove it, or join two funnels."
        ),
        Fault(
            pipe: "source: crm\n    stages: { lead: won }",
            "huni.yaml:43:13: error: 'stages' must be a list",
            "  Expected: list of sections, as in `stages: [{ id: awareness }, { id: interest }]`."
        ),
        Fault(
            pipe: "source: crm\n    matures_after: soon\n    stages: [{ id: lead }, { id: won }]",
            "huni.yaml:43:20: error: 'soon' is no duration",
            "  Expected: duration (30m, 24h, 14d, 2w) or none, as in `matures_after: 60d`."
        ),
    ]

    @Test(arguments: faults)
    func faultOfAFunnelIsNamedAtItsPlace(_ fault: Fault) {
        #expect(fault.found(in: Fault.everyForm) == fault.errors)
    }
}
