internal import Calendars
internal import Funnel
internal import Records
internal import Report
internal import Settings

/// The definitions that hold for one funnel.
struct MethodWords {
    let say: FunnelWords

    var words: Words { say.words }
    var funnel: FunnelDefinition { say.funnel.settings.definition }

    var definitions: [(term: String, text: String)] {
        [(words.say("method.view"), say.byView("method.view_text", ["noun": say.people]) + both)] + cohort
            + [(words.say("method.stages"), stages)] + reach + joined + optionalStages + exclusion + window + [maturity]
            + [(words.say("method.rate"), say.byView("method.rate_text")), define("change", "change_text")] + judgement
            + times + touches + suppression
            + [define("weeks", "weeks_text", ["zone": say.edition.report.zone.name])] + advice
    }

    /// How the week's headline is chosen, and how plays are; numbers of any stages call for none.
    private var advice: [(term: String, text: String)] {
        let headline = define("headline", "headline_text")
        return say.countsAnyStages ? [headline] : [headline, define("plays", "plays_text")]
    }

    /// Where the other view of the same data is found.
    private var both: String { say.funnel.activity == nil ? "" : " " + words.say("method.view_both") }

    private var cohort: [(term: String, text: String)] {
        guard !say.isActivity else { return [] }
        return switch say.form {
        case .records: [define("cohort", "cohort_records")]
        case .counts: [define("cohort", "cohort_counts")]
        default: [define("cohort", "cohort_\(funnel.cohort.rawValue)")]
        }
    }

    /// What makes an entity reach a stage.
    private var reach: [(term: String, text: String)] {
        switch say.form {
        case .records:
            [
                define("chain", "reach_records"), skipped, define("rounds", "rounds_text", ["noun": say.people]),
                define("backwards", "backwards_text"),
            ] + pipeline
        case .counts: [define("chain", "reach_counts")]
        default: [define("chain", "chain_\(funnel.order.rawValue)")]
        }
    }

    /// What the page of the pipeline shows.
    private var pipeline: [(term: String, text: String)] {
        guard say.funnel.figures != nil else { return [] }
        return [
            define("flow", "flow_text"), define("win", "win_text"), define("deal_cycle", "deal_cycle_text"),
            define("velocity", "velocity_text"), define("weighted", "weighted_text"), define("ageing", "ageing_text"),
            define("answers", "answers_text"),
        ]
    }

    private var skipped: (term: String, text: String) {
        define("skipped", "skipped_\(say.funnel.settings.skipped.rawValue)")
    }

    private var joined: [(term: String, text: String)] {
        guard case .joined(let parts) = say.funnel.settings.origin, let handOff = say.funnel.handOff else { return [] }
        let texts =
            [
                "first": name(of: parts.first), "first_key": parts.keys[parts.first]?.value ?? "",
                "second": name(of: parts.second), "second_key": parts.keys[parts.second]?.value ?? "",
            ] as KeyValuePairs
        return [
            define("joined", "joined_text", texts),
            define("handoff", "handoff_text", ["step": say.step(to: handOff.stage)]), skipped,
        ]
    }

    private func name(of funnel: String) -> String {
        say.edition.report.funnels.first { $0.settings.definition.id == funnel }.map(say.edition.name) ?? funnel
    }

    /// Times to convert are told where entities are followed.
    private var times: [(term: String, text: String)] {
        guard !say.isActivity, say.form != .counts else { return [] }
        return [define("expected", "expected_text"), define("time", "time_text")]
    }

    func define(
        _ term: String,
        _ text: String,
        _ values: KeyValuePairs<String, String> = [:]
    ) -> (term: String, text: String) {
        (words.say("method.\(term)"), words.say("method.\(text)", values))
    }

    private var suppression: [(term: String, text: String)] {
        guard let least = say.edition.site.suppressBelow else { return [] }
        return [define("suppressed", "suppressed_text", ["count": say.count(least)])]
    }

    private var stages: String {
        say.stages.indices.map { "\($0 + 1). \(say.name($0))" }.joined(separator: " · ")
    }

    private var optionalStages: [(term: String, text: String)] {
        let names = funnel.stages.indices.filter(say.isOptional).map(say.name)
        guard !names.isEmpty else { return [] }
        return [define("optional", "optional_text", ["stages": words.formats.list(names)])]
    }

    private var exclusion: [(term: String, text: String)] {
        guard let exclusion = funnel.exclusion else { return [] }
        return [define("exclude", "exclude_text", ["rows": exclusion.asSetting])]
    }

    /// Records and counts know no window.
    private var window: [(term: String, text: String)] {
        guard say.form == .events else { return [] }
        guard let seconds = funnel.windowSeconds else { return [define("window", "window_none")] }
        return [define("window", "window_text", ["window": words.duration(seconds)])]
    }

    private var maturity: (term: String, text: String) {
        if say.isActivity {
            return define("maturity", say.form == .counts ? "maturity_counts" : "maturity_activity")
        }
        if funnel.cohort == .person, say.form == .events { return define("maturity", "maturity_person") }
        guard let seconds = funnel.windowSeconds ?? funnel.maturesAfterSeconds else {
            return define("maturity", "maturity_none")
        }
        return define("maturity", "maturity_text", ["time": words.duration(seconds)])
    }

    private var touches: [(term: String, text: String)] {
        let dimensions = say.funnel.metrics?.funnel.dimensions ?? funnel.dimensions
        guard !dimensions.isEmpty else { return [] }
        let texts = dimensions.map { dimension in
            let values =
                ["dimension": words.dimension(dimension.id), "touch": say.touch(of: dimension)] as KeyValuePairs
            return words.formats.capitalized(words.say("method.touch_text", values))
        }
        return [(words.say("method.touch"), texts.joined(separator: " "))]
    }
}

extension Edition {
    /// How each measure is made of the values given.
    var measureDefinitions: [(term: String, text: String)] {
        report.measures.map { measure in
            let names = measure.settings.formula.names
            let values = ["part": names[0], "base": names.last ?? ""] as KeyValuePairs
            let text =
                switch measure.settings.formula {
                case .sum: words.say("method.measure_sum", values)
                case .mean: words.say("method.measure_mean", values)
                case .ratio: words.say("method.measure_ratio", values)
                case .netScore:
                    words.say("method.measure_nps", ["promoters": names[0], "detractors": names[1], "base": names[2]])
                }
            return (MeasureStory(edition: self, measure: measure).name, text)
        }
    }
}
