internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// How rounds that wait in a stage are answered: at the hand-off, and wherever a time is agreed.
struct AnswerBlocks {
    let say: FunnelWords
    let answers: StageAnswers
    /// Whether sales answer marketing here.
    let isHandOff: Bool
    let reasons: EndingReasons
    let outcomes: [String]
    /// How many stages of the funnel come before the records' own.
    var offset = 0
    /// Where they stand.
    var page = Address.pipeline

    private var words: Words { say.words }
    private var stage: Int { answers.stage + offset }

    var block: PageBlock {
        let step = say.step(to: stage + 1)
        let title = words.say(isHandOff ? "deals.hand_off" : "deals.answers", ["step": step])
        let table = table(title)
        let subtitle = words.say("deals.answers_sub", ["stage": say.name(stage), "noun": say.people])
        let figure = figure(title, subtitle, table)
        return PageBlock(title: title, subtitle: subtitle, texts: texts, figure: figure, table: table)
    }

    /// How those who came part; `nil` where they do not, or have too many ways.
    private func figure(_ title: String, _ subtitle: String, _ table: DataTable) -> String? {
        let ways =
            [(say.name(stage + 1), answers.acceptance.numerator)]
            + zip(outcomes.map(say.outcome), answers.refused).filter { $0.1 > 0 }
            + (answers.waiting > 0 ? [(words.say("deals.waiting"), answers.waiting)] : [])
        let links = ways.indices.map { way in
            HandOffFlow.Link(from: 0, to: way + 1, count: ways[way].1, isAccent: way == 0)
        }
        guard HandOffFlow.isShown(links), ways.count < HandOffFlow.mostNodes else { return nil }
        let start = HandOffFlow.Node(say.name(stage), text: say.count(answers.acceptance.denominator), column: 0)
        let ends = ways.map { way in
            HandOffFlow.Node(words.formats.capitalized(way.0), text: say.count(way.1), column: 1)
        }
        let frame = FigureFrame(
            id: "\(say.funnel.settings.definition.id)-answers-\(stage)",
            title: title,
            subtitle: subtitle,
            table: table,
            tableSummary: words.say("figure.table")
        )
        return HandOffFlow(frame: frame, nodes: [start] + ends, links: links).html()
    }

    var texts: [String] {
        let acceptance = words.say("deals.acceptance", ["rate": say.sentence(answers.maturedAcceptance)])
        return [acceptance, time, corrected, sla].compactMap(\.self)
    }

    private var time: String? {
        guard let closed = answers.time.closed, say.isShown(closed) else { return nil }
        return words.say(
            "deals.answer_time",
            [
                "count": say.count(closed.count), "median": words.duration(closed.medianSeconds),
                "p80": words.duration(closed.p80Seconds),
            ],
            plural: PluralNumber(closed.count)
        )
    }

    /// The same with those who still wait.
    private var corrected: String? {
        guard let corrected = answers.time.corrected, answers.waiting > 0 else { return nil }
        return words.say(
            "deals.answer_corrected",
            ["median": words.duration(corrected.medianSeconds), "p80": words.duration(corrected.p80Seconds)]
        )
    }

    private var sla: String? {
        guard let seconds = answers.slaSeconds, let rate = answers.withinSLA else { return nil }
        return words.say("deals.sla", ["sla": words.duration(seconds), "rate": say.sentence(rate)])
    }

    /// What the answers were, and of the refusals why; together all who came.
    private func table(_ title: String) -> DataTable {
        let all = answers.acceptance.denominator
        let columns = ["answer", "count", "share"].map { words.say("deals.\($0)") }
        func row(_ name: String, _ count: Int, _ className: String? = nil) -> DataTable.Row {
            let share = say.shown(ConversionRate(count, of: all))?.rate ?? words.say("table.none")
            return DataTable.Row([words.formats.capitalized(name), say.count(count), share], className: className)
        }
        let refused = outcomes.indices.flatMap { outcome -> [DataTable.Row] in
            guard answers.refused[outcome] > 0 else { return [] }
            let name = say.outcome(outcomes[outcome])
            let why = reasons.ranked(outcome: outcome, stage: answers.stage)
            guard why.contains(where: { $0.reason != nil }) else { return [row(name, answers.refused[outcome])] }
            return why.map { reason in
                let both = ["outcome": name, "reason": say.reason(reason.reason)] as KeyValuePairs
                return row(words.say("deals.refused_why", both), reason.count)
            }
        }
        let rows =
            [row(say.name(stage + 1), answers.acceptance.numerator)] + refused
            + [row(words.say("deals.waiting"), answers.waiting), row(words.say("pipeline.total"), all, "total")]
        return say.table(title, columns, rows, file: "answers", on: page)
    }
}
