internal import Calendars
internal import Figures
internal import Funnel

/// The trend of one step's rate, week by week.
struct RateTrendMaker {
    let say: FunnelWords
    /// The stage that the step leads to, not the first.
    let stage: Int
    /// The figure's id, unique on its page.
    let id: String
    var headingLevel = 2
    /// The page that it stands on; the table's weeks then lead to theirs.
    var page: Address?
    /// Files with the table's numbers.
    var downloads: DataTable.Downloads?

    /// Weeks shown at most: those of a normal range and the one held against it.
    static let mostWeeks = 27

    /// A week of the trend.
    struct Point {
        let week: Week
        let rate: ConversionRate?
        var isMaturing = false
        /// Whether weeks at another age stand beside it, with which its rate must not be compared.
        var isTooYoung = false
        var signal: Signal?

        var value: Double? {
            isTooYoung ? nil : rate.flatMap { $0.denominator >= FunnelWords.smallestBase ? $0.rate : nil }
        }
    }

    /// Weeks of a signal's trend, as in the line beside the step; the stage's page has them all.
    static let weeksOfSignal = 12

    /// Something done for the stage in a week.
    struct Deed {
        let week: Week
        let name: String
    }

    private var words: Words { say.words }
    private var formats: Formats { words.formats }

    /// The weeks up to `week`, all final or all at its age; `nil` where the rate is no signal, or has too few weeks.
    func signal(of week: WeekMetrics) -> RateTrend? {
        let judgement = week.judgements[stage]
        guard judgement.number == .rate, judgement.firmSignal != nil else { return nil }
        var points = judgement.trend.suffix(Self.weeksOfSignal).map {
            Point(week: $0.week, rate: $0.rate, signal: $0.signal)
        }
        if let last = points.indices.last { points[last].isMaturing = judgement.ageDays != nil }
        return trend(of: points, judgement, age: judgement.ageDays)
    }

    /// The newest weeks, of those not final yet only that they are: beside final ones their rates would look like a fall;
    /// `nil` where too few have a final rate.
    func history(in metrics: FunnelMetrics, deeds: [Deed]) -> RateTrend? {
        let weeks = metrics.weeks.suffix(Self.mostWeeks)
        let points = weeks.map { week in
            let stage = week.cohort.stages[stage]
            let signal = stage.isMatured ? week.judgements[self.stage].signal : nil
            return Point(
                week: week.week,
                rate: stage.fromPrevious,
                isMaturing: !stage.isMatured,
                isTooYoung: !stage.isMatured,
                signal: signal
            )
        }
        let newest = weeks.last { $0.cohort.stages[stage].isMatured }
        return trend(of: points, newest?.judgements[stage], age: nil, deeds: deeds)
    }

    private func trend(
        of points: [Point],
        _ judgement: StageJudgement?,
        age: Int?,
        deeds: [Deed] = []
    ) -> RateTrend? {
        guard RateTrend.isShown(points.map(\.value)) else { return nil }
        let drawn = drawn(points)
        let range = judgement?.range
        let target = age == nil ? say.target(stage)?.rate : nil
        return RateTrend(
            frame: frame(points, judgement, age: age),
            points: drawn,
            normalRange: range.map {
                let label = $0.isProvisional ? "trend.range_provisional" : "trend.range"
                return .init($0.low...$0.high, label: words.say(label), isProvisional: $0.isProvisional)
            },
            target: target.map { .init($0, label: words.say("figure.target")) },
            marks: marks(deeds, points),
            maturingLabel: words.say("trend.maturing"),
            axis: RateTrend.axis(
                for: drawn,
                normalRange: range.map { $0.low...$0.high },
                target: target,
                text: formats.percentTick
            )
        )
    }

    /// The newest final week is labelled; where there is none, the newest.
    private func drawn(_ points: [Point]) -> [RateTrend.Point] {
        let known = points.indices.filter { points[$0].value != nil }
        let labelled = known.last { !points[$0].isMaturing || points[$0].signal != nil } ?? known.last
        return points.enumerated().map { index, point in
            let value = point.value
            let text = value.map {
                words.say("trend.point", ["week": words.weekName(point.week), "rate": formats.percent($0)])
            }
            return RateTrend.Point(
                tick: words.say("trend.tick", ["number": String(point.week.yearAndWeek.week)]),
                value: value,
                interval: value == nil ? nil : point.rate?.interval,
                isMaturing: point.isMaturing,
                signal: point.signal.flatMap { $0.isProvisional ? nil : $0.direction == .up ? .good : .bad },
                label: index == labelled ? text : nil
            )
        }
    }

    private func marks(_ deeds: [Deed], _ points: [Point]) -> [RateTrend.Mark] {
        deeds.compactMap { deed in
            points.firstIndex { $0.week == deed.week }.map { RateTrend.Mark(at: $0, label: deed.name) }
        }
    }

    private func frame(_ points: [Point], _ judgement: StageJudgement?, age: Int?) -> FigureFrame {
        let title = title(judgement)
        return FigureFrame(
            id: id,
            title: title,
            subtitle: subtitle(points, age: age),
            headingLevel: headingLevel,
            table: table(points, title: title),
            tableSummary: words.say("figure.table")
        )
    }

    private func title(_ judgement: StageJudgement?) -> String {
        let step = ["step": say.step(to: stage)] as KeyValuePairs
        guard let judgement, let range = judgement.range else { return words.say("trend.title", step) }
        guard let signal = judgement.signal else { return words.say("trend.title_noise", step) }
        if range.isProvisional { return words.say("trend.title_provisional", step) }
        switch (signal.kind, signal.direction) {
        case (.beyond, .up): return words.say("trend.title_above", step)
        case (.beyond, .down): return words.say("trend.title_below", step)
        case (.run, .up): return words.say("trend.title_run_above", step)
        case (.run, .down): return words.say("trend.title_run_below", step)
        }
    }

    private func subtitle(_ points: [Point], age: Int?) -> String {
        let first = points.first.map { words.weekName($0.week) } ?? ""
        let last = points.last.map { words.weekName($0.week) } ?? ""
        let period = words.say("trend.period", ["first": first, "last": last])
        let measure =
            age.map { say.byView("trend.sub_age", ["days": String($0), "period": period]) }
            ?? say.byView("trend.sub", ["period": period])
        return "\(measure) \(words.say("trend.reading"))"
    }

    private func table(_ points: [Point], title: String) -> DataTable {
        let heads = [
            words.say("table.week"), say.byView("steps.base"), words.say("steps.rate"), words.say("steps.interval"),
        ]
        return DataTable(
            caption: title,
            columns: heads.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) }
                + [DataTable.Column(words.say("table.state"))],
            rows: points.reversed().map { point in
                let name = words.weekTitle(point.week)
                return DataTable.Row(
                    [page.map { say.cell(point.week, from: $0) } ?? .text(name)] + cells(point).map(DataTable.Cell.text)
                )
            },
            regionLabel: say.region(title)
        ).linked(downloads)
    }

    private func cells(_ point: Point) -> [String] {
        let none = words.say("table.none")
        let shown = say.shown(point.rate)
        let base = point.rate.map { "\(say.count($0.numerator)) / \(say.count($0.denominator))" }
        return [base ?? none, shown?.rate ?? none, shown?.interval ?? none, state(of: point)]
    }

    private func state(of point: Point) -> String {
        if let signal = point.signal, !signal.isProvisional {
            return words.say(signal.direction == .up ? "trend.signal_up" : "trend.signal_down")
        }
        return point.isMaturing ? "◔ " + words.say("table.maturing") : ""
    }
}
