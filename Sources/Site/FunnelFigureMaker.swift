internal import Calendars
internal import Figures
internal import Funnel
internal import Settings

/// The funnel figure of one week.
struct FunnelFigureMaker {
    let say: FunnelWords
    let week: WeekMetrics
    let id: String
    var headingLevel = 2
    /// Where the figure stands.
    var page = Address.index

    private var words: Words { say.words }
    private var formats: Formats { say.words.formats }
    private var stages: [StageMetrics] { week.cohort.stages }
    private var isMaturing: Bool { say.isActivity ? !week.isComplete : stages.contains { !$0.isMatured } }
    private var dates: String { formats.dates(week.week) }

    var figure: FunnelFigure {
        FunnelFigure(
            id: id,
            title: title,
            subtitle: subtitle,
            headingLevel: headingLevel,
            key: FunnelFigure.Key(
                thisWeek: words.say("figure.this_week"),
                lastWeek: words.say("figure.last_week"),
                target: words.say("figure.target"),
                lost: say.byView("figure.lost"),
                bottleneck: words.say("figure.bottleneck"),
                maturing: say.byView("figure.maturing")
            ),
            rows: stages.indices.map(row),
            smallPanelCaption: smallPanelCaption,
            table: table.linked(say.edition.downloads(.week(week.week), from: page)),
            tableSummary: words.say("figure.table")
        )
    }

    private var title: String {
        let first = stages[1]
        guard let rate = first.fromPrevious, say.shown(rate) != nil, let value = rate.rate, value >= 0.005 else {
            guard let count = stages[0].count else { return words.say("figure.title_unknown", ["stage": say.name(0)]) }
            return say.byView(
                "figure.title_small",
                ["stage": say.name(0), "count": say.count(count), "noun": say.noun(count)],
                plural: PluralNumber(count)
            )
        }
        let passed = formats.wholePercent(value)
        if say.countsAnyStages {
            return words.say(
                first.isMatured ? "figure.title_any" : "figure.title_any_maturing",
                ["noun": say.people, "passed": passed, "count": "2"]
            )
        }
        return say.byView(
            first.isMatured ? "figure.title" : "figure.title_maturing",
            [
                "noun": say.people, "passed": passed, "stage": say.name(1), "step": say.step(to: 1),
                "rate": formats.percent(value),
            ]
        )
    }

    private var subtitle: String {
        say.byView(
            isMaturing ? "figure.sub_maturing" : "figure.sub",
            ["dates": dates, "noun": say.people, "days": String(week.ageDays)]
        ) + " " + say.viewNote
    }

    private var smallPanelCaption: String {
        guard let first = FunnelFigure.firstSmallStage(in: stages.map(\.count)) else { return "" }
        let largest = stages[first...].compactMap(\.count).max() ?? 0
        let values = ["count": say.count(largest), "noun": say.noun(largest)] as KeyValuePairs
        return words.say("figure.small_panel", values, plural: PluralNumber(largest))
    }

    private func row(_ stage: Int) -> FunnelFigure.Row {
        let metrics = stages[stage]
        let target = say.target(stage)?.count
        return FunnelFigure.Row(
            name: say.counted(stage),
            count: metrics.count,
            countText: say.count(metrics.count),
            previous: week.before?.stages[stage].count,
            target: target,
            targetText: target.map { words.say("figure.target_count", ["count": say.count($0)]) },
            base: base(of: stage),
            isMaturing: !metrics.isMatured,
            remarks: remarks(stage),
            step: stage + 1 < stages.count ? step(to: stage + 1) : nil
        )
    }

    /// Nobody is drawn as lost who only left out an optional stage.
    private func base(of stage: Int) -> Int? {
        if say.isOptional(stage) { return stages[stage].count ?? 0 }
        return say.base(of: stage) < stage - 1 ? stages[say.base(of: stage)].count : nil
    }

    private func remarks(_ stage: Int) -> [Remark] {
        var remarks = say.isOptional(stage) ? [Remark(words.say("figure.optional"), tone: .plain)] : []
        if let before = week.before?.stages[stage].count, let now = stages[stage].count {
            remarks.append(Remark(change(from: before, to: now), tone: .plain))
        }
        if let state = say.unsettled(stages[stage], in: week) {
            remarks.append(Remark(state, tone: .maturing, symbol: stages[stage].count == nil ? nil : "◔"))
        }
        return remarks
    }

    private func change(from before: Int, to now: Int) -> String {
        guard before != now else { return words.say("figure.unchanged") }
        guard before >= FunnelWords.smallestBase else {
            return words.say("figure.change_small", ["count": say.count(before)])
        }
        let change = Double(now - before) / Double(before)
        return words.say("figure.change", ["percent": formats.signedPercent(change)])
    }

    private func step(to stage: Int) -> FunnelFigure.Step {
        let metrics = stages[stage]
        let maturing = Remark(words.say("figure.for_now"), tone: .maturing, symbol: "◔")
        let isNext = say.base(of: stage) == stage - 1
        let name = isNext ? [] : [FunnelFigure.Piece.plain(say.step(to: stage) + ": ")]
        let line = say.isOptional(stage) ? lineToOptional(metrics, stage) : line(of: metrics, to: stage)
        let handOff =
            say.isHandOff(stage) ? [FunnelFigure.Piece.strong(words.say("figure.handoff")), .plain(": ")] : []
        let isOpen = !metrics.isMatured && metrics.count != nil
        return FunnelFigure.Step(line: handOff + name + line, remarks: isOpen ? [maturing] : [])
    }

    /// Whoever did not come to an optional stage may have gone on without it.
    private func lineToOptional(_ metrics: StageMetrics, _ stage: Int) -> [FunnelFigure.Piece] {
        guard let rate = metrics.fromPrevious, let shown = say.shown(rate) else { return line(of: metrics, to: stage) }
        let missing = rate.denominator - rate.numerator
        let rest = metrics.isMatured ? "figure.left_out" : "figure.left_out_yet"
        return [
            .strong(shown.rate), .plain(words.say("figure.came")), .interval("(\(shown.interval))"),
            .plain(words.say(rest, counted(missing), plural: PluralNumber(missing))),
        ]
    }

    private func line(of metrics: StageMetrics, to stage: Int) -> [FunnelFigure.Piece] {
        guard let rate = metrics.fromPrevious else { return [] }
        let (from, to) = (rate.denominator, rate.numerator)
        if rate.isLarger { return [.plain(larger(by: to - from))] }
        if from == 0, metrics.count == nil || stages[say.base(of: stage)].count == nil {
            return [.plain(words.say("figure.unknown_rate"))]
        }
        guard from > 0 else { return [.plain(say.byView("figure.no_rate"))] }
        guard let shown = say.shown(rate) else {
            let values = ["from": say.count(from), "to": say.count(to), "noun": say.noun(from)] as KeyValuePairs
            return [.plain(say.byView("figure.small", values))]
        }
        let rest = metrics.isMatured ? "figure.lost_count" : "figure.open_count"
        return [
            .strong(shown.rate), .plain(say.byView("figure.passed")), .interval("(\(shown.interval))"),
            .plain(say.byView(rest, counted(from - to), plural: PluralNumber(from - to))),
        ]
    }

    /// Of counts as given, so many skipped the stage before; of what happened in a week that need not be so.
    private func larger(by count: Int) -> String {
        let plural = PluralNumber(count)
        guard say.form != .counts else { return words.say("figure.larger", counted(count), plural: plural) }
        return say.byView("figure.larger", counted(count), plural: plural)
    }

    private func counted(_ count: Int) -> KeyValuePairs<String, String> {
        ["count": say.count(count), "noun": say.noun(count)]
    }

    private var table: DataTable {
        let columns = ["stage", "count", "from_previous", "interval", "from_first", "last_week", "target", "state"]
        return DataTable(
            caption: words.say("figure.table_caption", ["dates": dates]),
            columns: columns.map {
                DataTable.Column(words.say("table.\($0)"), isNumeric: $0 != "stage" && $0 != "state")
            },
            rows: stages.indices.map { DataTable.Row(cells(stage: $0)) },
            regionLabel: say.region(words.say("figure.table_caption", ["dates": dates]))
        )
    }

    private func cells(stage: Int) -> [String] {
        let metrics = stages[stage]
        let none = words.say("table.none")
        let previous = say.shown(metrics.fromPrevious)
        return [
            say.counted(stage), say.count(metrics.count), previous?.rate ?? none, previous?.interval ?? none,
            say.shown(metrics.fromFirst)?.rate ?? none,
            week.before.map { say.count($0.stages[stage].count) } ?? none,
            say.target(stage)?.count.map(say.count) ?? none,
            say.state(of: metrics, in: week),
        ]
    }
}
