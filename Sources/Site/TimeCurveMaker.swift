internal import Figures
internal import Funnel

/// How fast entrants come to a stage: the curve of all weeks together, corrected for those who may still come.
struct TimeCurveMaker {
    let say: FunnelWords
    /// Not the first stage.
    let stage: Int
    let id: String
    var headingLevel = 2
    /// Files with the table's numbers.
    var downloads: DataTable.Downloads?

    private var words: Words { say.words }

    /// `nil` where fewer than 30 came, where nobody could be watched to the end, or where coming takes no time.
    func figure(of metrics: FunnelMetrics) -> TimeCurve? {
        guard let time = metrics.total.stages[stage].timeFromFirst,
            TimeCurve.isShown(medianSeconds: time.medianSeconds),
            let last = time.percentileSeconds.last
        else { return nil }
        let unit = Unit(for: last)
        let points = time.percentileSeconds.enumerated().map { index, seconds in
            TimeCurve.Point(age: Double(seconds) / unit.seconds, share: Double(index + 1) / 100)
        }
        let milestones = [(0.5, time.medianSeconds, "time.median"), (0.8, time.p80Seconds, "time.p80")]
        return TimeCurve(
            frame: frame(time),
            points: points,
            milestones: milestones.map { share, seconds, name in
                let label = words.say(name, ["time": words.duration(seconds)])
                return .init(share: share, age: Double(seconds) / unit.seconds, label: label)
            },
            ages: ValueAxis(
                covering: [Double(last) / unit.seconds],
                leastSpan: 1,
                startsAtZero: true,
                mostTicks: 4,
                text: { value, _ in text(value, unit) }
            ),
            tickTexts: [0, 0.5, 1].map { words.formats.percentTick($0, step: 0.5) }
        )
    }

    /// The unit of the ages' axis: the largest of which the curve takes two at least.
    private struct Unit {
        let name: String
        let seconds: Double

        init(for last: Int64) {
            (name, seconds) =
                switch last {
                case ..<7200: ("minutes", 60)
                case ..<172_800: ("hours", 3600)
                default: ("days", 86_400)
                }
        }
    }

    private func text(_ value: Double, _ unit: Unit) -> String {
        let plural = PluralNumber(value, decimals: 0...2)
        return words.say("duration.\(unit.name)", ["count": words.formats.number(value)], plural: plural)
    }

    private func frame(_ time: TimeToConvert) -> FigureFrame {
        let title = words.say("time.title", ["stage": say.name(stage), "time": words.duration(time.medianSeconds)])
        let rows = [10, 25, 50, 75, 80, 90, 100].compactMap { hundredth -> DataTable.Row? in
            guard time.percentileSeconds.indices.contains(hundredth - 1) else { return nil }
            let share = words.formats.percentTick(Double(hundredth) / 100, step: 0.01)
            return DataTable.Row([share, words.duration(time.percentileSeconds[hundredth - 1])])
        }
        return FigureFrame(
            id: id,
            title: title,
            subtitle: words.say(
                "time.sub",
                ["count": say.count(time.conversions), "noun": say.noun(time.conversions), "first": say.name(0)],
                plural: PluralNumber(time.conversions)
            ),
            headingLevel: headingLevel,
            table: DataTable(
                caption: title,
                columns: [.init(words.say("time.share")), .init(words.say("time.age"), isNumeric: true)],
                rows: rows,
                regionLabel: say.region(title)
            ).linked(downloads),
            tableSummary: words.say("figure.table")
        )
    }
}
