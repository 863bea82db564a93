internal import Calendars
internal import Figures
internal import Funnel
internal import Settings

/// What each step would bring at its target, at its best quarter, and at the rate of the best channel.
struct WhatIfTable {
    let say: FunnelWords
    let metrics: FunnelMetrics
    let week: WeekMetrics
    private let steps: [WhatIf]

    init(say: FunnelWords, metrics: FunnelMetrics, week: WeekMetrics) {
        self.say = say
        self.metrics = metrics
        self.week = week
        steps = metrics.whatIf(upTo: week.week)
    }

    private var words: Words { say.words }

    var title: String { words.say("whatif.title") }

    var subtitle: String {
        let values =
            [
                "stage": say.shortName(say.stages.count - 1), "weeks": String(steps.first?.weeks ?? 0),
                "noun": say.people,
            ] as KeyValuePairs
        return say.byView("whatif.sub", values)
    }

    /// `nil` where there is nothing to hold a step against.
    var table: DataTable? {
        guard steps.contains(where: { !$0.cases.isEmpty }) else { return nil }
        let dimension = steps.flatMap(\.cases).compactMap(\.dimension).first
        let value = dimension.map { words.say("whatif.best_value", ["dimension": words.dimension($0)]) }
        let columns =
            [words.say("steps.step"), words.say("steps.rate")]
            + places.map { place in
                place == .value ? value ?? "" : words.say("whatif.\(place.rawValue)")
            }
        return DataTable(
            caption: title,
            columns: columns.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: steps.map { step in
                DataTable.Row(
                    [head(of: step), say.rateCell(step.rate, isMatured: true)] + places.map { cell(step, $0) }
                )
            },
            regionLabel: say.region(title)
        )
    }

    /// The columns that any step has something in.
    private var places: [Place] {
        Place.allCases.filter { place in steps.contains { $0.cases.contains { $0.place == place } } }
    }

    private func head(of step: WhatIf) -> DataTable.Cell {
        let name = say.step(to: step.stage)
        let verdict = week.gains.first { $0.stage == step.stage }?.verdict
        let mark: String? =
            switch verdict {
            case .bottleneck: words.say("whatif.bottleneck")
            case .largestLoss: words.say("whatif.largest_loss")
            case nil: nil
            }
        return .markup(escaped(name) + (mark.map { " <small>\($0)</small>" } ?? ""))
    }

    private func cell(_ step: WhatIf, _ place: Place) -> DataTable.Cell {
        guard let own = step.cases.first(where: { $0.place == place }),
            step.rate.denominator >= FunnelWords.smallestBase
        else { return .text(words.say("table.none")) }
        let rate = words.formats.percent(own.rate) + (own.label(words).map { " " + $0 } ?? "")
        guard let gain = own.gain else { return .markup("<small>\(escaped(rate))</small>") }
        guard gain.entities > 0 else {
            return .markup("<b>\(words.say("whatif.reached"))</b> <small>\(escaped(rate))</small>")
        }
        let range = "\(more(gain.interval.lowerBound))–\(more(gain.interval.upperBound))"
        let money = gain.value.map { " · " + words.formats.amount($0, currency: say.edition.site.currency) } ?? ""
        return .markup("<b>+\(more(gain.entities))</b> <small>\(escaped("\(range)\(money) · \(rate)"))</small>")
    }

    private func more(_ entities: Double) -> String { words.formats.entities(entities) }
}

extension WhatIfTable {
    /// Where a rate comes from, and the name of its column.
    fileprivate enum Place: String, CaseIterable {
        case target, quarter, value
    }
}

extension WhatIf.Case {
    fileprivate var place: WhatIfTable.Place {
        switch origin {
        case .target: .target
        case .bestQuarter: .quarter
        case .bestValue: .value
        }
    }

    fileprivate var dimension: String? {
        if case .bestValue(_, let dimension) = origin { return dimension }
        return nil
    }

    /// What is to be said of the rate beside its number.
    fileprivate func label(_ words: Words) -> String? {
        switch origin {
        case .target: nil
        case .bestQuarter(let first, let last): "\(words.weekName(first))–\(words.weekTitle(last))"
        case .bestValue(let value, _): words.value(value)
        }
    }
}

extension Formats {
    /// A number of entities that need not be whole: with a decimal below ten.
    func entities(_ number: Double) -> String {
        number >= 10 ? count(Int(number.rounded())) : self.number((number * 10).rounded() / 10)
    }
}
