internal import Advice
internal import Funnel

/// What stands behind the sentence of the week: two sentences, and the two facts that need no play.
struct WeekVerdict {
    let names: StageNames
    let week: WeekMetrics
    let finding: WeekFinding
    /// The rate of the whole way in the matured weeks, said where there is nothing else to add.
    let wholeWay: String

    private var words: Words { names.words }
    private var formats: Formats { words.formats }
    private var judgements: [StageJudgement] { week.judgements }

    /// Two sentences; of a week that says nothing but its entries, what they are to the week before, and the whole way.
    var text: String {
        switch finding.subject {
        case .running, .unknown, .nobody, .first, .small, .early: "\(entriesAlone) \(wholeWay)"
        case .broken: "\(words.say("story.look_at_data")) \(entries)"
        case .bottleneckSignal(let stage), .signal(let stage):
            "\(range(of: stage)) \(mixAlone(stage) ?? rest(beside: stage))"
        case .target(let stage, let isOfCount):
            "\(goal(of: stage, isOfCount: isOfCount)) \(rest(beside: isOfCount ? 0 : stage))"
        case .ordinary: "\(quiet) \(entriesAlone)"
        }
    }

    /// Where a rate is unusual for its mix of entrants alone, that it is.
    private func mixAlone(_ stage: Int) -> String? {
        week.signalMixes.first { $0.stage == stage && $0.isMixAlone }.map { mix in
            words.say(
                "story.mix_alone",
                ["dimension": words.dimension(mix.dimension), "rate": formats.percent(mix.rateOfUsualMix)]
            )
        }
    }

    /// Of a step, how many entered; of the entrants, how far they come.
    private func rest(beside stage: Int) -> String { stage == 0 ? wholeWay : entries }

    /// How many entered, and what that is to the week before.
    private var entries: String { entries("story.more", "story.fewer", "story.same") }

    /// The same where the headline has said how many.
    private var entriesAlone: String { entries("story.up", "story.down", "story.unchanged") }

    private func entries(_ more: String, _ fewer: String, _ same: String) -> String {
        guard let now = week.cohort.stages[0].count else { return words.say("counts.blank") }
        guard let before = week.before?.stages[0].count, before > 0 else { return words.say("week.first") }
        let shown = now == 0 ? before : now
        let name = now == 0 ? "story.none_now" : now == before ? same : now > before ? more : fewer
        let percent = formats.percentSize(Double(now - before) / Double(before))
        return names.byView(
            name,
            ["count": formats.count(shown), "noun": names.noun(shown), "percent": percent],
            plural: PluralNumber(shown)
        )
    }

    private var quiet: String {
        let ages = Set(finding.judged.map { judgements[$0].ageDays })
        guard finding.judged != [0] else { return words.say("story.quiet_entries") }
        guard ages.contains(where: { $0 != nil }) else { return words.say("story.quiet") }
        return words.say("story.quiet_at_age", ["days": formats.count(week.ageDays)])
    }

    /// The week before, and the normal range.
    private func range(of stage: Int) -> String {
        let judgement = judgements[stage]
        guard let range = judgement.range else { return words.say("week.first") }
        let values = [
            "before": judgement.before.map { value($0, of: judgement) } ?? "",
            "range": self.range(range, of: judgement),
            "weeks": formats.count(range.weeks), "days": formats.count(judgement.ageDays ?? 0),
            "mean": value(range.mean, of: judgement),
        ]
        let name = judgement.before == nil ? "range_alone" : judgement.ageDays == nil ? "range" : "range_at_age"
        return fill("story.\(name)", values)
    }

    private func range(_ range: NormalRange, of judgement: StageJudgement) -> String {
        guard judgement.number == .count else { return formats.percentRange(range.low...range.high) }
        return "\(formats.count(Int(range.low.rounded(.up))))–\(formats.count(Int(range.high.rounded(.down))))"
    }

    private func value(_ number: Double, of judgement: StageJudgement) -> String {
        judgement.number == .count ? formats.count(Int(number.rounded())) : formats.percent(number)
    }

    private func goal(of stage: Int, isOfCount: Bool) -> String {
        let judgement = judgements[stage]
        guard let target = isOfCount ? judgement.countTarget : judgement.rateTarget else { return "" }
        let before =
            isOfCount ? week.before?.stages[stage].count.map(formats.count) : judgement.before.map(formats.percent)
        let goal = isOfCount ? formats.count(Int(target.goal)) : formats.percent(target.goal)
        return words.say("story.goal", ["goal": goal, "before": before ?? words.say("table.none")])
    }

    private func fill(_ name: String, _ values: [String: String]) -> String {
        words.say(
            name,
            [
                "before": values["before"] ?? "", "range": values["range"] ?? "", "weeks": values["weeks"] ?? "",
                "days": values["days"] ?? "", "mean": values["mean"] ?? "",
            ]
        )
    }
}

/// One of the three facts under the headline.
struct WeekFact: Hashable {
    var title: String
    var lead: String?
    var text: String
}

extension WeekVerdict {
    /// The bottleneck with what it is worth; else the largest loss, without a verdict; else that nobody can tell.
    var stepFact: WeekFact {
        guard let step = finding.step, let rate = step.rate.rate, step.rate.denominator >= StageNumbers.smallestBase
        else {
            return WeekFact(title: names.byView("facts.loss"), text: names.byView("facts.loss_none"))
        }
        if step.verdict == .bottleneck, let fact = bottleneckFact(step, rate) { return fact }
        let lost = step.rate.denominator - step.rate.numerator
        let text = names.byView(
            "facts.loss_text",
            [
                "passed": formats.wholePercent(rate), "lost": formats.count(lost), "noun": names.noun(lost),
                "weeks": formats.count(step.weeks),
            ],
            plural: PluralNumber(lost)
        )
        return WeekFact(title: names.byView("facts.loss"), lead: names.step(to: step.stage) + ".", text: text)
    }

    private func bottleneckFact(_ step: StepGain, _ rate: Double) -> WeekFact? {
        guard let gain = step.gain, let reference = step.reference, let interval = step.rate.interval else {
            return nil
        }
        let text = words.say(
            step.origin == .target ? "facts.bottleneck_target" : "facts.bottleneck_quartile",
            [
                "rate": formats.percent(rate), "interval": formats.percentRange(interval),
                "reference": formats.percent(reference), "gain": names.gainRange(gain), "noun": names.noun(100),
                "last": names.stages.last?.short ?? "", "weeks": formats.count(step.weeks),
            ]
        )
        return WeekFact(title: words.say("facts.bottleneck"), lead: names.step(to: step.stage) + ".", text: text)
    }

    /// A signal, or the largest change and that it is usual.
    var changeFact: WeekFact {
        (finding.signals.first ?? finding.largestChange).flatMap(change)
            ?? WeekFact(title: words.say("facts.change"), text: names.byView("facts.change_none"))
    }

    /// What a stage's number was the week before and is now, whether that is unusual, and of a signal how many it comes to;
    /// `nil` where one of the two is unknown.
    func change(of stage: Int) -> WeekFact? {
        let judgement = judgements[stage]
        guard let now = judgement.value, let before = judgement.before else { return nil }
        let lead = words.say(
            judgement.signal.map(Self.mark) ?? (judgement.range == nil ? "facts.unjudged" : "facts.noise")
        )
        let subject =
            stage == 0 ? names.byView("facts.entries", ["stage": names.stages[0].short]) : names.step(to: stage)
        let change =
            stage == 0 ? formats.signedPercent(judgement.change ?? 0) : words.points(judgement.change ?? now - before)
        let text = words.say(
            judgement.ageDays == nil ? "facts.change_final" : "facts.change_text",
            [
                "subject": subject, "before": value(before, of: judgement), "now": value(now, of: judgement),
                "change": change, "days": formats.count(judgement.ageDays ?? 0),
            ]
        )
        let size = judgement.signal?.kind == .beyond ? size(of: stage, before: before) : nil
        return WeekFact(
            title: words.say("facts.change"),
            lead: lead,
            text: [text, size].compactMap(\.self).joined(separator: " ")
        )
    }

    private static func mark(_ signal: Signal) -> String {
        signal.isProvisional ? "facts.early_signal" : signal.kind == .run ? "facts.signal_run" : "facts.signal"
    }

    /// How many more or fewer passed than would have at the rate of the week before.
    private func size(of stage: Int, before: Double) -> String? {
        guard judgements[stage].number == .rate, let rate = week.cohort.stages[stage].fromPrevious else { return nil }
        let difference = rate.numerator - Int((before * Double(rate.denominator)).rounded())
        guard difference != 0 else { return nil }
        return names.byView(
            difference < 0 ? "facts.size_less" : "facts.size_more",
            ["count": formats.count(abs(difference)), "noun": names.noun(abs(difference))],
            plural: PluralNumber(abs(difference))
        )
    }
}

extension StageNames {
    /// Further final entities a week as a range, whole numbers from ten on.
    func gainRange(_ gain: Gain) -> String {
        let ends = [max(0, gain.interval.lowerBound), max(0, gain.interval.upperBound)]
        let isLarge = ends[1] >= 10
        let shown = ends.map { isLarge ? words.formats.count(Int($0.rounded())) : gainNumber($0) }
        return shown[0] == shown[1] ? shown[0] : shown.joined(separator: "–")
    }

    /// Further final entities a week, to a tenth.
    func gainNumber(_ gain: Double) -> String { words.formats.number((gain * 10).rounded() / 10) }
}

extension Gain {
    /// How much the range of a gain says.
    enum Reach: String {
        /// Its ends are of one order of magnitude.
        case clear
        /// Its upper end is ten times the lower one or more.
        case wide
        /// It reaches down to nothing: the reference lies within the interval of the step's rate.
        case open
    }

    var reach: Reach {
        if interval.lowerBound < 0.05 { return .open }
        return interval.upperBound >= 10 * interval.lowerBound ? .wide : .clear
    }
}
