import Testing

/// What can be wrong under `tests:`.
@Suite struct TestFaultTests {
    static let faults = [
        Fault(
            test: "{ id: x, source: dialy, stage: click }",
            "huni.yaml:38:26: error: no such source 'dialy'",
            "  Did you mean 'daily'?"
        ),
        Fault(
            test: "{ id: x, source: web, stage: a }",
            "huni.yaml:38:26: error: source 'web' has no variants",
            "  Say in sources.web what tells them apart, as in `variant: { column: group }`."
        ),
        Fault(
            test: "{ id: x, source: daily, stage: clik }",
            "huni.yaml:38:40: error: source 'daily' has no stage 'clik'",
            "  Did you mean 'click'?"
        ),
        Fault(
            test: "{ id: x, source: daily, stage: click, baseline: 20 }",
            "huni.yaml:38:57: error: '20' is no baseline",
            "  Expected: fraction over 0 and under 1, as in `baseline: 0.2`."
        ),
        Fault(
            test: "{ id: x, source: daily, stage: click, detect: 2% }",
            "huni.yaml:38:55: error: '2%' is no difference of rates",
            "  Expected: points (2pp) or fraction, as in `detect: 2pp`."
        ),
        Fault(
            test: "{ id: x, source: daily, stage: click, power: 1 }",
            "huni.yaml:38:54: error: '1' is no power",
            "  Expected: fraction over 0 and under 1, as in `power: 0.8`."
        ),
        Fault(
            test: "{ id: x, source: daily, stage: click }, { id: x, source: daily, stage: visit }",
            "huni.yaml:38:55: error: two tests have the id 'x'",
            "  Give each its own."
        ),
        Fault(
            test: "{ id: x, source: daily }",
            "huni.yaml:38:9: error: missing key 'stage' in tests[]",
            "  The stage that the variants are to move. Add `stage: enrol`."
        ),
    ]

    @Test(arguments: faults)
    func faultOfATestIsNamedAtItsPlace(_ fault: Fault) {
        #expect(fault.found(in: Fault.everyForm) == fault.errors)
    }
}
