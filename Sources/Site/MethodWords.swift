internal import Calendars
internal import Funnel
internal import Report
internal import Settings

/// The definitions that hold for one funnel.
struct MethodWords {
    let say: FunnelWords

    private var words: Words { say.words }
    private var funnel: FunnelDefinition { say.funnel.settings.definition }

    var definitions: [(term: String, text: String)] {
        [
            define("view", "view_text", ["noun": say.people]), define("cohort", "cohort_\(funnel.cohort.rawValue)"),
            (words.say("method.stages"), stages), define("chain", "chain_\(funnel.order.rawValue)"),
        ] + optionalStages + exclusion + [
            window, maturity,
            define("rate", "rate_text"), define("change", "change_text"), define("expected", "expected_text"),
            define("time", "time_text"),
        ] + touches + [define("weeks", "weeks_text", ["zone": say.edition.report.zone.name])]
    }

    private func define(
        _ term: String,
        _ text: String,
        _ values: KeyValuePairs<String, String> = [:]
    ) -> (term: String, text: String) {
        (words.say("method.\(term)"), words.say("method.\(text)", values))
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

    private var window: (term: String, text: String) {
        guard let seconds = funnel.windowSeconds else { return define("window", "window_none") }
        return define("window", "window_text", ["window": words.duration(seconds)])
    }

    private var maturity: (term: String, text: String) {
        if funnel.cohort == .person { return define("maturity", "maturity_person") }
        guard let seconds = funnel.windowSeconds ?? funnel.maturesAfterSeconds else {
            return define("maturity", "maturity_none")
        }
        return define("maturity", "maturity_text", ["time": words.duration(seconds)])
    }

    private var touches: [(term: String, text: String)] {
        guard !funnel.dimensions.isEmpty else { return [] }
        let texts = funnel.dimensions.map { dimension in
            let touch = words.say("by.\(dimension.touch.rawValue)")
            let values = ["dimension": words.dimension(dimension.id), "touch": touch] as KeyValuePairs
            return words.formats.capitalized(words.say("method.touch_text", values))
        }
        return [(words.say("method.touch"), texts.joined(separator: " "))]
    }
}
