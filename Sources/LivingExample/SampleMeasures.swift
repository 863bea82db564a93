public import Calendars

/// What a mail tool, a survey and a web counter would report of a story's weeks: one CSV file, a row a measure and week.
///
/// Visits, visitors, sign-ups and orders are counted in the events; the rest follows from them and from chance.
public struct SampleMeasures: Sendable {
    /// The file, by week; `n` is the number of visits that a mean was taken from, empty elsewhere.
    /// Weeks of too few answers have no survey.
    public let bytes: [UInt8]

    /// Reports every week of the events.
    /// - Parameter offer: The weeks in which the newsletter has an offer to tell of, and is opened more.
    public init(_ events: SampleEvents, seed: UInt64, offer: ClosedRange<Week>) {
        var lines = ["week,measure,value,n\n"]
        var readers = 4_150
        for (index, (week, rows)) in zip(events.files.map(\.week), events.rows).enumerated() {
            var report = WeeklyReport(dice: Dice(seed: seed, stream: index), rows: rows, readers: readers)
            lines += report.values(offer: offer.contains(week)).map { "\(week),\($0.name),\($0.value),\($0.base)\n" }
            readers += rows.count { $0.event == "signup" || $0.event == "guide" } - readers / 16
        }
        bytes = Array(lines.joined().utf8)
    }
}

/// The measures of one week.
private struct WeeklyReport {
    var dice: Dice
    let rows: [EventRow]
    /// Addresses on the newsletter's list when the week began.
    let readers: Int

    mutating func values(offer: Bool) -> [(name: String, value: String, base: String)] {
        letter(offer: offer) + survey() + site()
    }

    private mutating func letter(offer: Bool) -> [(name: String, value: String, base: String)] {
        let delivered = part(0.978...0.988, of: readers)
        let opens = part(offer ? 0.375...0.405 : 0.325...0.355, of: delivered)
        let clicks = part(offer ? 0.15...0.175 : 0.125...0.15, of: opens)
        return [
            ("sent", "\(readers)", ""), ("delivered", "\(delivered)", ""), ("opens", "\(opens)", ""),
            ("clicks", "\(clicks)", ""),
        ]
    }

    private mutating func survey() -> [(name: String, value: String, base: String)] {
        let answers = part(0.26...0.34, of: rows.count { $0.event == "order" })
        guard answers >= 10 else { return [] }
        return [("csat_answers", "\(answers)", ""), ("csat_satisfied", "\(part(0.86...0.94, of: answers))", "")]
    }

    private mutating func site() -> [(name: String, value: String, base: String)] {
        let visits = rows.filter { $0.event == "visit" }
        let visitors = Set(visits.map(\.person)).count
        return [
            ("visitors", "\(visitors)", ""), ("page_views", "\(part(2.9...3.3, of: visits.count))", ""),
            ("seconds_on_site", "\(dice.whole(128...152))", "\(visits.count)"),
        ]
    }

    private mutating func part(_ range: ClosedRange<Double>, of whole: Int) -> Int {
        Int(Double(whole) * (range.lowerBound + (range.upperBound - range.lowerBound) * dice.fraction()))
    }
}
