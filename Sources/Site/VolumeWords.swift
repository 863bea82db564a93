internal import Calendars
internal import Funnel

/// Days or weeks of a source that look like faults of recording, a sentence each.
struct VolumeWords {
    let words: Words
    /// The source's id.
    let source: String
    let volume: VolumeCheck

    /// Gaps, then jumps.
    var sentences: [String] { volume.gaps.map(gap) + volume.jumps.map(jump) }

    private func gap(_ days: VolumeCheck.Span) -> String {
        let values = ["dates": dates(days), "days": words.formats.count(days.count)] as KeyValuePairs
        return say("gap", values, plural: days.count)
    }

    private func jump(_ jump: VolumeCheck.Jump) -> String {
        let length = Double(volume.everyDays)
        func count(_ aDay: Double) -> String { words.formats.count(Int((aDay * length).rounded())) }
        let unit = "data.\(volume.unit.rawValue)_a_\(volume.everyDays == 7 ? "week" : "day")"
        return say(
            jump.rowsADay > jump.usual ? "jump_up" : "jump_down",
            [
                "dates": dates(jump.days), "rows": words.say(unit, ["count": count(jump.rowsADay)]),
                "usual": count(jump.usual),
            ]
        )
    }

    private func say(_ name: String, _ values: KeyValuePairs<String, String>, plural count: Int? = nil) -> String {
        "\(source): \(words.phrasebook.text("data.\(name)", values, plural: count.map { PluralNumber($0) }) ?? "")"
    }

    private func dates(_ span: VolumeCheck.Span) -> String { words.formats.dates(from: span.first, to: span.last) }
}
