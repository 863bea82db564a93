internal import Funnel
internal import Report
internal import Settings

extension MethodWords {
    /// How weeks are judged and steps are weighed, with this funnel's settings.
    var judgement: [(term: String, text: String)] {
        var rules = [
            define("same_age", say.isActivity ? "same_age_activity" : "same_age_text"),
            define("range", "range_text"),
            define(
                "signal",
                "signal_text",
                ["share": words.formats.percent(ControlChart.falseAlarmShare)]
            ),
        ]
        if say.funnel.metrics?.funnel.dimensions.isEmpty == false {
            let share = words.formats.percent(ControlChart.falseAlarmShareOfValues)
            rules.append(define("value_signal", "value_signal_text", ["share": share]))
        }
        guard funnel.cohort != .every || say.form != .events else { return rules + [define("gain", "gain_every")] }
        rules.append((words.say("method.gain"), words.say("method.gain_text") + " " + reference))
        rules.append(define("whatif", "whatif_text"))
        let dimensions = say.funnel.metrics?.funnel.dimensions ?? funnel.dimensions
        if !dimensions.isEmpty { rules.append(define("mix", "mix_text")) }
        if !say.funnel.touches.isEmpty { rules.append(define("both_touches", "both_touches_text")) }
        return rules
    }

    /// What steps are held against here.
    private var reference: String {
        let targets = say.stages.indices.dropFirst().filter { say.target($0)?.rate != nil }
        guard !targets.isEmpty else { return words.say("method.gain_quartile") }
        let steps = targets.map { index in
            words.say(
                "method.gain_target",
                ["step": say.step(to: index), "rate": words.formats.percent(say.target(index)?.rate ?? 0)]
            )
        }
        return words.say("method.gain_targets", ["steps": steps.joined(separator: " · ")])
    }
}
