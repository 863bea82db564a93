internal import Funnel
internal import Report
internal import Settings

/// Marketing's hand-over to sales, on the page of a joined funnel.
struct HandOffStory {
    let say: FunnelWords
    let metrics: FunnelMetrics
    let handOff: HandOff

    private var words: Words { say.words }

    /// The rate of the hand-off over all matured weeks.
    var lede: String {
        let weeks = say.settled(metrics.weeks).count
        guard weeks > 0, let rate = metrics.totalMatured.stages[handOff.stage].fromPrevious, rate.denominator > 0 else {
            return words.say("joined.none")
        }
        let (from, to, noun) = (say.count(rate.denominator), say.count(rate.numerator), say.noun(rate.denominator))
        guard let shown = say.shown(rate) else {
            return words.say("joined.small", ["from": from, "to": to, "noun": noun])
        }
        return words.say(
            "joined.lede",
            [
                "weeks": String(weeks), "step": say.step(to: handOff.stage), "rate": shown.rate,
                "interval": shown.interval, "from": from, "to": to, "noun": noun,
            ]
        )
    }

    /// How long the way to sales takes; none where too few have gone it.
    var waits: [String] {
        guard let closed = handOff.wait.closed, say.isShown(closed) else { return [] }
        func text(_ name: String, _ median: Int64, _ p80: Int64) -> String {
            words.say(name, ["median": words.duration(median), "p80": words.duration(p80)])
        }
        let plain = text("joined.wait", closed.medianSeconds, closed.p80Seconds)
        return [plain]
            + [handOff.wait.corrected].compactMap(\.self).map {
                text("joined.wait_corrected", $0.medianSeconds, $0.p80Seconds)
            }
    }

    /// How sales answer what was handed over, and why they refuse.
    var blocks: [PageBlock] {
        guard let answers = handOff.answers, let reasons = handOff.reasons, answers.acceptance.denominator > 0,
            handOff.stage + answers.stage + 1 < say.stages.count
        else { return [] }
        return [
            AnswerBlocks(
                say: say,
                answers: answers,
                isHandOff: true,
                reasons: reasons,
                outcomes: handOff.outcomes,
                offset: handOff.stage,
                page: .funnel(say.funnel.settings.definition.id)
            ).block
        ]
    }

    /// Whom the funnel cannot follow.
    var notes: [String] {
        let missing = [("without_first", handOff.withoutFirstContact), ("without_key", handOff.withoutKey)]
        let told = missing.filter { $0.1 > 0 }.map { name, count in
            words.say("joined.\(name)", ["count": say.count(count)], plural: PluralNumber(count))
        }
        let all = told.isEmpty ? [words.say("joined.all_matched")] : told
        return all + [words.say("joined.anonymous", ["noun": say.people])]
    }

    /// The funnels that it joins.
    func parts(from page: Address) -> [[String: TemplateValue]] {
        guard case .joined(let joined) = say.funnel.settings.origin else { return [] }
        let sides = [("first", joined.first), ("second", joined.second)]
        return sides.compactMap { side, id in
            say.edition.report.funnels.first { $0.settings.definition.id == id }.map { part in
                FunnelWords(edition: say.edition, funnel: part).placeElsewhere(from: page)
                    .merging(["side": .text(words.say("joined.\(side)"))]) { $1 }
            }
        }
    }
}

extension Edition {
    /// The account of the hand-off; absent for funnels that are not joined.
    func handOff(of story: WeekStory, from page: Address) -> TemplateValue {
        guard let handOff = story.say.funnel.handOff else { return .absent }
        let told = HandOffStory(say: story.say, metrics: story.metrics, handOff: handOff)
        return .object([
            "view": .text(story.say.viewNote), "lede": .text(told.lede),
            "notes": .list((told.waits + told.notes).map { ["text": .text($0)] }),
            "blocks": .list(told.blocks.map(\.value)), "parts": .list(told.parts(from: page)),
        ])
    }
}
