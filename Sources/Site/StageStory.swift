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
        let weeks = metrics?.weeks.filter { $0.cohort.stages.allSatisfy(\.isMatured) }.count ?? 0
        guard let matured = metrics?.totalMatured.stages[stage], weeks > 0 else { return words.say("stage.lede_none") }
        guard let rate = matured.fromPrevious else {
            let values =
                ["weeks": String(weeks), "count": say.count(matured.count), "noun": say.noun(matured.count ?? 0)]
                as KeyValuePairs
            return words.say("stage.lede_first", values)
        }
        let (from, to) = (say.count(rate.denominator), say.count(rate.numerator))
        guard let shown = say.shown(rate) else {
            return words.say("stage.lede_small", ["from": from, "to": to, "noun": say.noun(rate.denominator)])
        }
        return words.say(
            "stage.lede",
            [
                "weeks": String(weeks), "step": say.step(to: stage), "rate": shown.rate, "interval": shown.interval,
                "from": from, "to": to, "noun": say.noun(rate.denominator),
            ]
        )
    }

    private var remarks: [String] {
        let target = say.stages[stage].target
        var remarks = [say.cohortNote]
        if say.countsAnyStages { return remarks }
        if say.isOptional(stage) { remarks.append(words.say("stage.optional")) }
        if let time = metrics?.total.stages[stage].timeFromFirst {
            let values =
                ["median": words.duration(time.medianSeconds), "p80": words.duration(time.p80Seconds)] as KeyValuePairs
            remarks.append(words.say("stage.time", values))
        }
        if let rate = target.rate {
            remarks.append(words.say("stage.target_rate", ["rate": words.formats.percent(rate)]))
        }
        if let count = target.count { remarks.append(words.say("stage.target_count", ["count": say.count(count)])) }
        return remarks
    }

    func values(heading: Bool) -> [String: TemplateValue] {
        let name = say.edition.name(of: say.funnel)
        let weeks = words.say("stage.weeks")
        return [
            "heading": heading ? .text(name) : .absent,
            "lede": .text(lede),
            "remarks": .list(remarks.map { ["text": .text($0)] }),
            "weeks": .optional(weeksTable?.html()),
            "weeks_title": .text(heading ? "\(name): \(words.formats.uncapitalized(weeks))" : weeks),
        ]
    }

    /// The newest 26 weeks, newest first.
    private var weeksTable: DataTable? {
        guard !say.countsAnyStages, let weeks = metrics?.weeks.suffix(26), !weeks.isEmpty else { return nil }
        let rate = say.withInterval(words.say("table.from_previous"))
        let names = [words.say("table.week"), words.say("table.came")] + (stage > 0 ? [rate] : [])
        let caption = words.say("stage.weeks_caption", ["stage": say.name(stage)])
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
        var cells: [DataTable.Cell] = [
            .link(words.weekTitle(week.week), to: page.link(to: .week(week.week))), .text(say.count(metrics.count)),
        ]
        if stage > 0 { cells.append(say.rateCell(metrics.fromPrevious, isMatured: true)) }
        let state = say.state(of: metrics)
        return cells + [.text(state)]
    }
}
