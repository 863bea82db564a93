internal import Advice
internal import Funnel

/// The sentence of the week: at most 90 characters, one number, and never a cause.
struct WeekHeadline {
    let names: StageNames
    let week: WeekMetrics
    let finding: WeekFinding

    private var words: Words { names.words }
    private var entered: Int { week.cohort.stages[0].count ?? 0 }

    /// - Parameter namesFunnel: Whether it says of which funnel it is, where several share the page.
    func text(namesFunnel: Bool = false) -> String {
        names.headline(namesFunnel: namesFunnel, of: stage) { step, stage in
            switch finding.subject {
            case .running: entries("week.h1_running", stage)
            case .unknown: words.say("week.h1_unknown", ["stage": stage])
            case .broken(0): names.byView("story.broken_entry", ["stage": stage])
            case .broken: words.say("story.broken", ["stage": stage])
            case .bottleneckSignal(let place): signal(place, step, stage, prefix: "story.bottleneck")
            case .signal(let place): signal(place, step, stage, prefix: "story")
            case .target(let place, let isOfCount): target(place, step, stage, isOfCount: isOfCount)
            case .nobody: names.byView("week.h1_none", ["stage": stage])
            case .ordinary: entries("story.ordinary", stage)
            case .first: entries("story.first", stage)
            case .small: entries("story.small", stage)
            case .early: entries("story.early", stage)
            }
        }
    }

    private var stage: Int {
        switch finding.subject {
        case .broken(let stage), .bottleneckSignal(let stage), .signal(let stage), .target(let stage, _): stage
        default: 0
        }
    }

    private func entries(_ name: String, _ stage: String) -> String {
        names.byView(
            name,
            ["count": words.formats.count(entered), "noun": names.noun(entered), "stage": stage],
            plural: PluralNumber(entered)
        )
    }

    private func signal(_ place: Int, _ step: String, _ stage: String, prefix: String) -> String {
        let judgement = week.judgements[place]
        guard let signal = judgement.signal else { return entries("story.ordinary", stage) }
        let mark = words.say(signal.isProvisional ? "\(prefix).early_signal" : "\(prefix).signal")
        let way = "\(signal.kind.rawValue)_\(signal.direction.rawValue)"
        let value = judgement.value ?? 0
        guard judgement.number == .count else {
            return words.say(
                "story.rate_\(way)",
                ["mark": mark, "step": step, "rate": words.formats.percent(value), "weeks": Self.run]
            )
        }
        let count = Int(value)
        return names.byView(
            "story.count_\(way)",
            [
                "mark": mark, "stage": stage, "count": words.formats.count(count), "noun": names.noun(count),
                "weeks": Self.run,
            ],
            plural: PluralNumber(count)
        )
    }

    /// So many weeks on one side of the mean make a run.
    private static let run = "8"

    private func target(_ place: Int, _ step: String, _ stage: String, isOfCount: Bool) -> String {
        let judgement = week.judgements[place]
        let crossed = (isOfCount ? judgement.countTarget : judgement.rateTarget)?.crossed ?? .up
        guard isOfCount else {
            let rate = words.formats.percent(judgement.value ?? 0)
            return words.say("story.target_rate_\(crossed.rawValue)", ["step": step, "rate": rate])
        }
        let count = week.cohort.stages[place].count ?? 0
        return words.say(
            "story.target_count_\(crossed.rawValue)",
            ["stage": stage, "count": words.formats.count(count), "noun": names.noun(count)],
            plural: PluralNumber(count)
        )
    }
}
