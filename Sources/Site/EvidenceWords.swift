internal import Advice
internal import Report
internal import Settings

/// The numbers that called for a play, in words: each with what it rests on and its interval.
struct EvidenceWords {
    let say: FunnelWords
    let stage: Int

    private var words: Words { say.words }
    private var formats: Formats { words.formats }

    /// All of them, set apart by semicolons.
    func text(_ evidence: [Evidence]) -> String { evidence.map(text).joined(separator: "; ") }

    private func text(_ evidence: Evidence) -> String {
        let value = evidence.value
        var label = label(of: value.quantity)
        if let selection = value.selection {
            let part = words.say(
                "evidence.part",
                [
                    "dimension": words.dimension(selection.dimension),
                    "value": words.value(selection.value),
                ]
            )
            label = words.say("evidence.of_part", ["label": label, "part": part])
        }
        if value.isPrevious { label = words.say("evidence.previous", ["label": label]) }
        return words.say("evidence.item", ["label": label, "value": written(evidence)])
    }

    private func label(of quantity: Quantity) -> String {
        switch quantity {
        case .stage(let number): words.say("evidence.\(number.rawValue)")
        case .measure(let id):
            say.edition.report.measures.first { $0.settings.id == id }.flatMap {
                $0.settings.name.map(say.edition.text)
            }
                ?? id
        }
    }

    private func written(_ evidence: Evidence) -> String {
        let observation = evidence.observation
        let value: String
        switch observation.content {
        case .text(let text): value = words.say("evidence.signal_\(text)")
        case .number(let number): value = written(number, evidence.value.quantity)
        }
        let range = observation.interval.flatMap { interval(of: evidence.value.quantity, $0) }
        let base = observation.base.map { words.say("evidence.base", ["count": formats.count($0)]) }
        let details = [range, base, observation.week.map(words.weekName)].compactMap(\.self)
        return details.isEmpty ? value : "\(value) (\(details.joined(separator: "; ")))"
    }

    private func written(_ number: Double, _ quantity: Quantity) -> String {
        guard case .stage(let stageNumber) = quantity else { return measure(number, quantity) }
        switch stageNumber {
        case .count, .lost, .targetCount: return formats.count(Int(number.rounded()))
        case .gain: return formats.number((number * 10).rounded() / 10)
        case .rate, .rateFromFirst, .target, .share: return formats.percent(number)
        case .change: return stage == 0 ? formats.signedPercent(number) : words.points(number)
        case .medianDays, .p80Days:
            let days = (number * 10).rounded() / 10
            let plural = PluralNumber(days, decimals: 0...1)
            return words.say("evidence.days", ["count": formats.number(days)], plural: plural)
        case .signal: return ""
        }
    }

    private func measure(_ number: Double, _ quantity: Quantity) -> String {
        guard case .measure(let id) = quantity,
            let unit = say.edition.report.measures.first(where: { $0.settings.id == id })?.settings.unit
        else { return formats.number(number) }
        switch unit {
        case .percent: return formats.percent(number)
        case .seconds: return formats.length(seconds: number)
        case .currency: return formats.amount(number, currency: say.edition.site.currency)
        case .count: return formats.number(number)
        }
    }

    private func interval(of quantity: Quantity, _ interval: ClosedRange<Double>) -> String? {
        switch quantity {
        case .stage(.rate), .stage(.rateFromFirst), .stage(.share): formats.percentRange(interval)
        case .stage(.change): words.pointsRange(interval)
        case .stage(.gain):
            "\(formats.number((max(0, interval.lowerBound) * 10).rounded() / 10))–\(formats.number((interval.upperBound * 10).rounded() / 10))"
        case .measure(let id):
            say.edition.report.measures.first { $0.settings.id == id }?.settings.unit == .percent
                ? formats.percentRange(interval) : nil
        default: nil
        }
    }
}
