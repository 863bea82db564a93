internal import Advice
internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// What a stage's page says of it in one funnel.
struct StageStory {
    let say: FunnelWords
    let stage: Int

    private var words: Words { say.words }
    private var metrics: FunnelMetrics? { say.funnel.metrics }

    var kick: String {
        let settings = say.stages[stage]
        let place = words.say("stage.number", ["number": String(stage + 1), "count": String(say.stages.count)])
        return
            ([place]
            + [settings.phase.map { words.say("phase.\($0.rawValue)") }, settings.owner.map(words.owner)]
            .compactMap { $0 }).joined(separator: " · ")
    }

    var lede: String {
        if say.countsAnyStages { return words.say("stage.lede_any") }
        let weeks = say.settled(metrics?.weeks ?? []).count
        guard let matured, weeks > 0 else { return say.byView("stage.lede_none") }
        guard let count = matured.count else { return words.say("stage.lede_unknown") }
        guard let rate = matured.fromPrevious else {
            let values = ["weeks": String(weeks), "count": say.count(count), "noun": say.noun(count)] as KeyValuePairs
            return say.byView("stage.lede_first", values, plural: PluralNumber(count))
        }
        return lede(rate, weeks: weeks)
    }

    private func lede(_ rate: ConversionRate, weeks: Int) -> String {
        let (from, to, noun) = (say.count(rate.denominator), say.count(rate.numerator), say.noun(rate.denominator))
        if rate.isLarger { return words.say("stage.lede_larger", ["from": from, "to": to]) }
        guard let shown = say.shown(rate) else {
            return say.byView("stage.lede_small", ["from": from, "to": to, "noun": noun])
        }
        return say.byView(
            "stage.lede",
            [
                "weeks": String(weeks), "step": say.step(to: stage), "rate": shown.rate, "interval": shown.interval,
                "from": from, "to": to, "noun": noun,
            ]
        )
    }

    /// The stage over all weeks whose numbers are final.
    private var matured: StageMetrics? { metrics?.totalMatured.stages[stage] }

    private var remarks: [String] {
        var remarks = [say.viewNote] + (newest.map { [$0] } ?? [])
        if say.countsAnyStages { return remarks }
        if say.isOptional(stage) { remarks.append(words.say("stage.optional")) }
        if say.form == .counts, let rate = matured?.fromPrevious, rate.isLarger {
            let more = rate.numerator - rate.denominator
            remarks.append(
                words.say(
                    "stage.larger",
                    ["count": say.count(more), "noun": say.noun(more)],
                    plural: PluralNumber(more)
                )
            )
        }
        if let time = metrics?.total.stages[stage].timeFromFirst {
            let values =
                ["median": words.duration(time.medianSeconds), "p80": words.duration(time.p80Seconds)] as KeyValuePairs
            remarks.append(words.say("stage.time", values))
        }
        return remarks + targets
    }

    /// The step in the newest week that is over, held against weeks of its age; the figures hold final weeks alone.
    private var newest: String? {
        guard stage > 0, let week = metrics?.newestCompleteWeek, week.judgements[stage].ageDays != nil else {
            return nil
        }
        let verdict = WeekVerdict(names: say.names, week: week, finding: WeekFinding(of: week), wholeWay: "")
        return verdict.change(of: stage).map { fact in
            let text = [fact.lead, fact.text].compactMap(\.self).joined(separator: " ")
            return words.say("stage.newest", ["week": words.weekTitle(week.week), "text": text])
        }
    }

    private var bullets: String { metrics.map(TargetBullets(say: say, stage: stage).html) ?? "" }

    /// Whether every number of this stage is one of `other`'s, in each of this funnel's weeks: two funnels may begin with the
    /// same steps, or one be joined of the other.
    func tellsTheSame(as other: StageStory) -> Bool {
        guard say.view == other.say.view, say.countsAnyStages == other.say.countsAnyStages,
            let weeks = metrics?.weeks, let others = other.metrics?.weeks
        else { return false }
        func numbers(_ week: WeekMetrics, _ stage: Int) -> [Int?] {
            let metrics = week.cohort.stages[stage]
            let rate = metrics.fromPrevious
            return [week.week.monday.dayNumber, metrics.count, rate?.numerator, rate?.denominator]
        }
        return weeks.map { numbers($0, stage) } == others.map { numbers($0, other.stage) }
    }

    /// In words where no number stands beside them.
    private var targets: [String] {
        guard bullets.isEmpty else { return [] }
        let target = say.stages[stage].target
        let rate = target.rate.map { words.say("stage.target_rate", ["rate": words.formats.percent($0)]) }
        return [rate, target.count.map { words.say("stage.target_count", ["count": say.count($0)]) }].compactMap(\.self)
    }

    /// - Parameters:
    ///   - drawn: The stage's figures in this funnel.
    ///   - teller: The funnel on the page that told the same numbers before; `nil`: none did.
    func values(heading: Bool, drawn: StageFigures.Drawn, toldBy teller: FunnelReport?) -> [String: TemplateValue] {
        let name = say.edition.name(of: say.funnel)
        let weeks = words.say("stage.weeks")
        let bullets = bullets
        let same = teller.map { words.say("stage.same", ["funnel": say.edition.name(of: $0)]) }
        let table = drawn.trend == nil && teller == nil ? weeksTable : nil
        let files = say.edition.downloads(.funnel(say.funnel), from: .stage(say.stages[stage].id))
        return [
            "heading": heading ? .text(name) : .absent,
            "lede": .text(lede),
            "remarks": .list((same.map { [$0] } ?? remarks).map { ["text": .text($0)] }),
            "has_figures": .flag(!drawn.all.isEmpty || !bullets.isEmpty),
            "bullets": bullets.isEmpty ? .absent : .text(bullets),
            "bullets_title": .text(words.say("stage.targets", ["stage": say.name(stage)])),
            "figures": .list(drawn.all.map { ["figure": .text($0)] }),
            "weeks": .optional(table?.linked(files).html()),
            "endings": .list(teller == nil ? endings.map { $0.value.filter { $0.key != "texts" } } : []),
            "weeks_title": .text(heading ? "\(name): \(words.formats.uncapitalized(weeks))" : weeks),
        ]
    }

    /// Why rounds of a pipeline went no further.
    private var endings: [PageBlock] {
        guard let figures = say.funnel.figures, let outcomes = say.funnel.pipeline?.outcomes else { return [] }
        let page = Address.stage(say.stages[stage].id)
        return EndingBlocks(say: say, figures: figures, outcomes: outcomes, page: page).blocks(of: stage)
    }

    /// The newest 26 weeks, newest first.
    private var weeksTable: DataTable? {
        guard !say.countsAnyStages, let weeks = metrics?.weeks.suffix(26), !weeks.isEmpty else { return nil }
        let rate = say.withInterval(words.say("table.from_previous"))
        let names = [words.say("table.week"), words.say("table.came")] + (stage > 0 ? [rate] : [])
        let caption = say.byView("stage.weeks_caption", ["stage": say.name(stage)])
        return DataTable(
            caption: caption,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) }
                + [DataTable.Column(words.say("table.state"))],
            rows: weeks.reversed().map { DataTable.Row(cells($0), className: "line") },
            regionLabel: say.region(caption)
        )
    }

    private func cells(_ week: WeekMetrics) -> [DataTable.Cell] {
        let metrics = week.cohort.stages[stage]
        let page = Address.stage(say.stages[stage].id)
        var cells = [say.cell(week.week, from: page), .text(say.count(metrics.count))]
        if stage > 0 { cells.append(say.rateCell(metrics.fromPrevious, isMatured: true)) }
        return cells + [.text(say.state(of: metrics, in: week))]
    }
}
