internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// A measure of a stage, week by week: its values as given, and what changed since the week before.
struct MeasureStory {
    let edition: Edition
    let measure: MeasureReport

    private typealias Point = MeasureSeries.Point

    private var words: Words { edition.words }
    private var settings: MeasureSettings { measure.settings }
    private var points: [Point] { measure.series.points }

    var name: String { settings.name.map(edition.text) ?? settings.id }

    /// The newest complete week's value.
    var now: String {
        guard let point = points.last(where: \.isComplete) ?? points.last else { return words.say("measures.none") }
        let week = words.weekTitle(point.week)
        guard let value = value(of: point) else {
            return words.say("measures.now", ["week": week, "value": missing(point), "details": ""])
        }
        let interval = shown(point).flatMap { _ in point.interval }.map(range)
        let details =
            (interval.map { words.say("measures.interval", ["interval": $0]) } ?? "")
            + (shown(point) == nil ? "" : base(of: point).map { words.say("measures.base_text", ["count": $0]) } ?? "")
        return words.say("measures.now", ["week": week, "value": value, "details": details])
    }

    /// The newest complete week's value alone; `nil` where there is none.
    var newest: String? { (points.last(where: \.isComplete) ?? points.last).flatMap(value) }

    /// The newest weeks, newest first, as many as the line has; `nil` without any. The files hold all of them.
    var table: DataTable? {
        guard !points.isEmpty else { return nil }
        let value = words.say("measures.value")
        let hasIntervals = points.contains { $0.interval != nil }
        let names =
            [words.say("table.week")]
            + [hasIntervals ? words.say("table.with_interval", ["rate": value]) : value]
            + (hasBases ? [words.say("measures.base")] : [])
            + [words.say("measures.change"), words.say("measures.usual")]
        let caption = words.say("measures.caption", ["name": name])
        return DataTable(
            caption: caption,
            columns: names.enumerated().map {
                DataTable.Column($0.element, isNumeric: $0.offset > 0 && $0.offset < names.count - 1)
            },
            rows: points.indices.suffix(Sparkline.usualWeeks).reversed().map(row),
            regionLabel: caption
        )
    }

    /// The newest weeks as a line; `nil` where fewer than six have a value.
    var line: Sparkline? {
        let shown = points.suffix(Sparkline.usualWeeks)
        let values = shown.map { self.shown($0) }
        guard Sparkline.isShown(values) else { return nil }
        let judgement = measure.series.judgements.last { $0 != nil } ?? nil
        let isSignal = shown.last?.isComplete == true && judgement?.signal.map { !$0.isProvisional } == true
        return Sparkline(
            values,
            normalRange: judgement?.range.map { $0.low...$0.high },
            maturing: shown.last?.isComplete == true ? 0 : 1,
            end: isSignal ? .signal : .plain
        )
    }

    private var hasBases: Bool { points.contains { $0.base != nil } }

    private func row(_ index: Int) -> DataTable.Row {
        let point = points[index]
        let none = words.say("table.none")
        let noBase = point.isHidden ? words.say("suppressed.cell") : none
        let base = hasBases ? [DataTable.Cell.text(base(of: point) ?? noBase)] : []
        let week = words.weekTitle(point.week) + (point.isComplete ? "" : "\u{a0}◔")
        let change = index > 0 ? change(of: point, since: points[index - 1]) : nil
        return DataTable.Row([.text(week), cell(of: point)] + base + [change ?? .text(none), usual(index)])
    }

    /// Between what the value usually lies, and whether it does not.
    private func usual(_ index: Int) -> DataTable.Cell {
        guard let judgement = measure.series.judgements[index], let range = judgement.range else {
            return .text(words.say("table.none"))
        }
        // A line may end between the two, not within one.
        let ends = [range.low, range.high].map { format($0).replacing(" ", with: "\u{a0}") }.joined(separator: "–")
        guard let signal = judgement.signal else { return .text(ends) }
        let said = words.say(signal.isProvisional ? "measures.signal_provisional" : "measures.signal")
        return .markup("\(ends) <b>\(escaped(said)) \(signal.direction == .up ? "↑" : "↓")</b>")
    }

    /// What it is about; `nil` where the data do not say.
    var themes: DataTable? {
        guard !measure.themes.isEmpty else { return nil }
        let title = words.say("measures.themes", ["name": name])
        let columns = ["theme", "all", "recent", "before"].map { words.say("measures.\($0)") }
        return DataTable(
            caption: title,
            hidesCaption: false,
            columns: columns.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: measure.themes.map { theme in
                DataTable.Row(
                    [theme.theme.map(words.value) ?? words.say("missing_value")]
                        + [theme.total, theme.recent, theme.before].map { number in
                            number.map(words.formats.number) ?? words.say("suppressed.cell")
                        }
                )
            },
            regionLabel: title
        )
    }

    private var isScore: Bool { if case .netScore = settings.formula { true } else { false } }

    private func range(_ range: ClosedRange<Double>) -> String {
        guard isScore else { return words.formats.percentRange(range) }
        return [range.lowerBound, range.upperBound].map { words.formats.number($0.rounded()) }.joined(separator: "…")
    }

    private func cell(of point: Point) -> DataTable.Cell {
        guard let value = value(of: point) else { return .text(missing(point)) }
        guard shown(point) != nil, let interval = point.interval else { return .text(value) }
        return .markup("\(escaped(value)) <small>\(range(interval))</small>")
    }

    /// What stands in the place of a value.
    private func missing(_ point: Point) -> String {
        words.say(point.isHidden ? "suppressed.cell" : "measures.missing")
    }

    /// The value; of a ratio with too small a base its two numbers.
    private func value(of point: Point) -> String? {
        guard let number = point.value else { return nil }
        guard shown(point) == nil, let base = point.base else { return format(number) }
        if isScore { return words.say("measures.small_score", ["base": words.formats.number(base)]) }
        let part = words.formats.number((number * base).rounded())
        return words.say("measures.small", ["part": part, "base": words.formats.number(base)])
    }

    /// The value, but `nil` for a ratio whose base is too small for one.
    private func shown(_ point: Point) -> Double? {
        switch settings.formula {
        case .ratio, .netScore: (point.base ?? 0) < Double(FunnelWords.smallestBase) ? nil : point.value
        case .sum, .mean: point.value
        }
    }

    private func base(of point: Point) -> String? { point.base.map(words.formats.number) }

    private func format(_ number: Double) -> String {
        if isScore, settings.unit == nil { return words.formats.number(number.rounded()) }
        return switch settings.unit {
        case .percent: words.formats.percent(number)
        case .seconds: words.formats.length(seconds: number)
        case .currency: words.formats.amount(number, currency: edition.site.currency)
        case .count: words.formats.number(number.rounded())
        case nil: words.formats.number(number)
        }
    }

    /// In points for percents, in percent for others, with an arrow; better or worse only in words.
    private func change(of point: Point, since before: Point) -> DataTable.Cell? {
        guard point.isComplete, before.isComplete, let now = shown(point), let earlier = shown(before) else {
            return nil
        }
        let isPercent = settings.unit == .percent || isScore
        guard isPercent || earlier != 0 else { return nil }
        let change = isScore ? (now - earlier) / 100 : isPercent ? now - earlier : (now - earlier) / abs(earlier)
        guard abs(change) >= 0.0005 else { return .text(words.say("measures.unchanged")) }
        let text = isPercent ? words.points(change) : words.formats.signedPercent(change)
        let verdict = settings.better.map { ($0 == .up) == (change > 0) ? "improved" : "worsened" }
        let said = verdict.map { " <small>\(escaped(words.say("measures.\($0)")))</small>" } ?? ""
        return .markup("<span aria-hidden=\"true\">\(change > 0 ? "▲" : "▼")</span> \(escaped(text))\(said)")
    }
}

extension Edition {
    /// The measures that any of `stages` shows, each once, and of that stage alone where the data tell stages apart.
    func measures(of stages: [StageSettings], on page: Address) -> [[String: TemplateValue]] {
        var seen: Set<String> = []
        let wanted = stages.flatMap { stage in stage.measures.map { (stage: stage.id, measure: $0) } }
        return wanted.filter { seen.insert($0.measure).inserted }.compactMap { stage, id in
            guard let measure = report.measures.first(where: { $0.settings.id == id }) else { return nil }
            let story = MeasureStory(edition: self, measure: measure.part(of: stage))
            return [
                "name": .text(story.name), "now": .text(story.now), "line": .optional(story.line?.svg()),
                "table": .optional(story.table?.linked(downloads(.measures, from: page)).html()),
                "themes": .optional(story.themes?.linked(downloads(.themes, from: page)).html()),
            ]
        }
    }
}
