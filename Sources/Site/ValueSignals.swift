internal import Figures
internal import Funnel

/// What is unusual among a dimension's values in one week, and what its mix has to do with everybody's signals.
struct ValueSignals {
    let say: FunnelWords
    let week: WeekMetrics
    /// The dimension's place among the breakdowns.
    let breakdown: Int
    let dimension: Dimension

    private var words: Words { say.words }
    private var values: [ValueMetrics] { week.cohort.breakdowns[breakdown].values }

    /// Whether any value has enough weeks and cases to be judged.
    var isJudged: Bool {
        values.contains { $0.judgements.contains { $0.range?.isProvisional == false } }
    }

    /// A sentence a signal, then what of everybody's signals comes of the mix; that there is none, where values were judged.
    var sentences: [String] {
        let own = values.flatMap { value in value.judgements.indices.compactMap { sentence(on: value, $0) } }
        let none = own.isEmpty && isJudged ? [words.say("value_signal.none")] : []
        return own + none + week.signalMixes.filter { $0.dimension == dimension.id }.map(sentence)
    }

    private func sentence(on value: ValueMetrics, _ stage: Int) -> String? {
        let judgement = value.judgements[stage]
        guard let signal = judgement.firmSignal, let range = judgement.range, let number = judgement.value else {
            return nil
        }
        return words.say(
            "value_signal.\(signal.kind.rawValue)_\(signal.direction.rawValue)",
            [
                "value": say.name(of: .value(value.values[0]), in: dimension.id), "subject": subject(stage),
                "number": say.number(number, of: judgement), "range": say.range(range, of: judgement),
            ]
        )
    }

    private func subject(_ stage: Int) -> String { stage == 0 ? say.shortName(0) : say.step(to: stage) }

    private func sentence(on mix: SignalMix) -> String {
        words.say(
            "value_signal.\(mix.isMixAlone ? "mix_alone" : "mix_not_alone")",
            [
                "step": say.step(to: mix.stage), "dimension": words.dimension(dimension.id),
                "rate": words.formats.percent(mix.rateOfUsualMix),
                "range": words.formats.percentRange(mix.range.low...mix.range.high),
            ]
        )
    }
}

extension FunnelWords {
    /// A judged number as pages show it.
    func number(_ value: Double, of judgement: StageJudgement) -> String {
        judgement.number == .count ? count(Int(value.rounded())) : words.formats.percent(value)
    }

    /// A normal range; of counts, the whole numbers in it.
    func range(_ range: NormalRange, of judgement: StageJudgement) -> String {
        guard judgement.number == .count else { return words.formats.percentRange(range.low...range.high) }
        return "\(count(Int(range.low.rounded(.up))))–\(count(Int(range.high.rounded(.down))))"
    }

    /// Whether a judged number is unusual, in words; `nil` where there are too few weeks for any.
    func verdict(on judgement: StageJudgement) -> Remark? {
        guard let range = judgement.range else { return nil }
        if range.isProvisional { return Remark(words.say("steps.early"), tone: .plain) }
        guard let signal = judgement.firmSignal else {
            return Remark(words.say("steps.noise"), tone: .noise, symbol: "≈")
        }
        let isUp = signal.direction == .up
        return Remark(
            words.say("steps.signal"),
            tone: isUp ? .good : .bad,
            symbol: isUp ? "▲" : "▼",
            spoken: words.say(isUp ? "steps.signal_up" : "steps.signal_down")
        )
    }
}
