import Testing

/// What can be wrong under `measures:`.
@Suite struct MeasureFaultTests {
    static let faults = [
        Fault(
            "source: mail, ratio",
            "source: mial, ratio",
            "huni.yaml:34:19: error: no such source 'mial'",
            "  Did you mean 'mail'?"
        ),
        Fault(
            "source: mail, ratio",
            "source: web, ratio",
            "huni.yaml:34:19: error: source 'web' holds events, not measures",
            "  Name a source with `form: measures`."
        ),
        Fault(
            "ratio: [opens, sent]",
            "ratio: opens",
            "huni.yaml:34:32: error: a ratio is of two measures",
            "  Expected: [part, whole], as in `ratio: [opens, delivered]`."
        ),
        Fault(
            "ratio: [opens, sent]",
            "sum: a, mean: b",
            "huni.yaml:34:39: error: a measure is made one way, not by sum and mean",
            "  Write one of `sum: visitors`, `mean: score`, `ratio: [opens, delivered]`, "
                + "`nps: [promoters, detractors, answers]`."
        ),
        Fault(
            ", ratio: [opens, sent]",
            "",
            "huni.yaml:34:9: error: nothing says how the measure is made",
            "  Write one of `sum: visitors`, `mean: score`, `ratio: [opens, delivered]`, "
                + "`nps: [promoters, detractors, answers]`."
        ),
        Fault(
            "ratio: [opens, sent]",
            "sum: a, unit: meters",
            "huni.yaml:34:39: error: 'meters' is no unit",
            "  Expected: percent, seconds, currency, count, as in `unit: percent`."
        ),
        Fault(
            "ratio: [opens, sent]",
            "sum: a, better: more",
            "huni.yaml:34:41: error: 'more' is no direction",
            "  Expected: up, down, as in `better: up`."
        ),
        Fault(
            "stages: [{ id: a }, { id: b }]",
            "stages: [{ id: a }, { id: b, measures: [rat] }]",
            "huni.yaml:40:45: error: no such measure 'rat'",
            "  Did you mean 'rate'?"
        ),
    ]

    @Test(arguments: faults)
    func faultOfAMeasureIsNamedAtItsPlace(_ fault: Fault) {
        #expect(fault.found(in: Fault.everyForm) == fault.errors)
    }
}
