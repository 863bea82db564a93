public import Calendars

/// What tools beside the site would report of a story's weeks: one CSV file a tool, a row a measure and week.
///
/// `site` is the web server's own count, which no fault of the tracking touches; `mail` the newsletter; `shop` the orders
/// and reviews; `survey` the questions to buyers and to a panel; `feedback` the messages to customer service, by theme.
/// What can be counted in the events is counted there; the rest follows from it and from chance.
public struct SampleMeasures: Sendable {
    /// Names without ending, and the files: by week, then in the tool's own order. `n` is what a mean was taken from,
    /// empty elsewhere. Weeks of too few answers have no survey of buyers.
    public let files: [(name: String, bytes: [UInt8])]

    /// Reports every week of the events.
    /// - Parameters:
    ///   - betterLetters: The weeks in which the newsletter is opened more.
    ///   - complaints: How many complain of single weeks' troubles, beside the usual few; by theme.
    public init(
        _ events: SampleEvents,
        seed: UInt64,
        betterLetters: ClosedRange<Week>,
        complaints: [Week: [(theme: String, count: Int)]] = [:]
    ) {
        let names = ["site", "mail", "shop", "survey", "feedback"]
        var texts = names.map { _ in "week,measure,value,n\n" }
        var readers = 4_150
        for (index, (week, rows)) in zip(events.files.map(\.week), events.happened).enumerated() {
            var report = WeeklyReport(dice: Dice(seed: seed, stream: index), index: index, rows: rows)
            let parts = [
                report.site(), report.letter(to: readers, better: betterLetters.contains(week)), report.shop(),
                report.survey(), report.feedback(more: complaints[week] ?? []),
            ]
            for (tool, values) in parts.enumerated() {
                texts[tool] += values.map { "\(week),\($0.name),\($0.value),\($0.base)\n" }.joined()
            }
            readers += report.count(["signup", "guide"]) - readers / 16
        }
        files = zip(names, texts).map { ($0, Array($1.utf8)) }
    }
}
