import Testing

/// What can be wrong under `segments:`, and with bounds elsewhere.
@Suite struct SegmentFaultTests {
    static let faults = [
        Fault(
            "small: { staff: { under: 10 } }",
            "small: hr",
            "huni.yaml:36:10: error: a condition must name columns and their values",
            "  Write `{ event: signup }`."
        ),
        Fault(
            "staff: { under: 10 }",
            "staff: { below: 10 }",
            "huni.yaml:36:21: error: unknown key 'below' in segments.<segment>.<column>",
            "  Known here: over, under, at_least, at_most."
        ),
        Fault(
            "staff: { under: 10 }",
            "staff: { under: ten }",
            "huni.yaml:36:28: error: 'ten' is no number",
            "  Expected: number, as in `under: 1`."
        ),
        Fault(
            "staff: { under: 10 }",
            "staff: { under: 10, over: 10 }",
            "huni.yaml:36:19: error: no number lies within these bounds",
            "  Exchange them, or remove one."
        ),
        Fault(
            "staff: { under: 10 }",
            "staff: {}",
            "huni.yaml:36:19: error: no bound is given",
            "  Write `{ over: 10 }`, or under, at_least, at_most."
        ),
        Fault(
            "staff: { under: 10 }",
            "any: []",
            "huni.yaml:36:17: error: 'any' lists no alternative",
            "  List conditions."
        ),
        Fault(
            "small: {",
            "Small: {",
            "huni.yaml:36:3: error: 'Small' cannot be a name in addresses",
            "  Use small letters a to z, digits, - and _, beginning with a letter or digit; at most 60 of them."
        ),
        Fault(
            "stages: [{ id: a }, { id: b }]",
            "stages: [{ id: a }, { id: b, match: { n: { over: x } } }]",
            "huni.yaml:40:54: error: 'x' is no number",
            "  Expected: number, as in `over: 10`."
        ),
        Fault(
            "stages: [{ id: a }, { id: b }]",
            "dimensions: [small, segment]\n    stages: [{ id: a }, { id: b }]",
            "huni.yaml:40:25: error: two dimensions have the id 'small'",
            "  Give each its own `id`."
        ),
    ]

    @Test(arguments: faults)
    func faultOfASegmentIsNamedAtItsPlace(_ fault: Fault) {
        #expect(fault.found(in: Fault.everyForm) == fault.errors)
    }
}
