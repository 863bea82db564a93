internal import Funnel

/// The three things to know of a pipeline: how much of it is won, what is open, how fast it turns to money.
struct PipelineFacts {
    let say: FunnelWords
    let figures: PipelineFigures

    private var words: Words { say.words }

    var values: [[String: TemplateValue]] {
        [("win", win), ("value", value), ("velocity", velocity)].map { name, sentences in
            ["title": .text(words.say("deals.\(name)")), "text": .text(sentences.joined(separator: " "))]
        }
    }

    private var win: [String] {
        [
            figures.knowsLosses
                ? words.say("deals.win_closed", ["rate": say.sentence(figures.closedWinRate)])
                : words.say("deals.win_no_losses"),
            words.say("deals.win_created", ["rate": say.sentence(figures.createdWinRate)]),
            cycle,
        ]
    }

    /// Time from creation to winning, and the same corrected for those still open.
    private var cycle: String {
        guard let closed = figures.cycle.closed, say.isShown(closed) else { return words.say("deals.cycle_small") }
        let plain = ["median": words.duration(closed.medianSeconds), "p80": words.duration(closed.p80Seconds)]
        let text = words.say("deals.cycle", ["median": plain["median"] ?? "", "p80": plain["p80"] ?? ""])
        guard let corrected = figures.cycle.corrected else { return text }
        return text + " "
            + words.say(
                "deals.cycle_corrected",
                [
                    "median": words.duration(corrected.medianSeconds), "p80": words.duration(corrected.p80Seconds),
                ]
            )
    }

    private var value: [String] {
        guard figures.hasAmounts else { return [words.say("deals.value_none")] }
        let open = figures.openValue
        let weighted = say.amount(figures.weightedValue)
        var sentences = [words.say("deals.value_text", ["value": say.amount(open.amount), "weighted": weighted])]
        if open.withoutAmount > 0 {
            let count = say.count(open.withoutAmount)
            sentences.append(
                words.say("deals.value_missing", ["count": count], plural: PluralNumber(open.withoutAmount))
            )
        }
        return sentences
    }

    private var velocity: [String] {
        [speed] + [target].compactMap(\.self)
    }

    private var speed: String {
        let velocity = figures.velocity
        guard let amount = velocity.amountADay, let rate = velocity.winRate.rate, let average = velocity.won.mean,
            let cycle = velocity.cycle
        else { return words.say("deals.velocity_none") }
        return words.say(
            "deals.velocity_text",
            [
                "amount": say.amount(amount), "deals": say.count(velocity.winRate.denominator),
                "noun": say.noun(velocity.winRate.denominator), "rate": words.formats.percent(rate),
                "average": say.amount(average), "cycle": words.duration(cycle.medianSeconds),
            ]
        )
    }

    /// The newest week that is over against the amount to be won a week.
    private var target: String? {
        guard let target = figures.targetAmount, let week = figures.weeks.last(where: \.isComplete) else { return nil }
        return words.say(
            "deals.target_text",
            [
                "week": words.weekTitle(week.week), "amount": say.amount(week.won.amount),
                "target": say.amount(target), "share": words.formats.percent(week.won.amount / target),
            ]
        )
    }
}
