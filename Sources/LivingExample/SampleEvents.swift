public import Calendars

/// The rows that a story leaves behind, one CSV file a week.
///
/// A story told for more weeks begins with the same files.
public struct SampleEvents: Sendable {
    /// Columns of every file, in order. Times are of the site's own clock, without offset.
    public static let columns = ["user_id", "time", "event", "channel", "device", "campaign"]

    /// The weeks of the story in order, each with its file; a file's rows are sorted by time, then by person.
    public let files: [(week: Week, bytes: [UInt8])]

    /// Tells the story to its end. O(n log n) in its rows.
    /// - Parameter story: With at least one stage and one channel.
    public init(_ story: Story) {
        precondition(!story.stages.isEmpty && !story.channels.isEmpty, "nobody can come to this site")
        var rows = Array(repeating: [EventRow](), count: story.weeks)
        for row in Self.rows(of: story) {
            let week = Week(containing: LocalDate(dayNumber: row.moment / secondsADay))
            guard week < story.endWeek else { continue }
            rows[week.number - story.firstWeek.number].append(row)
        }
        files = rows.enumerated().map { index, rows in
            let lines = rows.sorted(by: EventRow.precedes).map(\.line)
            return (story.firstWeek.advanced(by: index), Array((EventRow.header + lines.joined()).utf8))
        }
    }

    private static func rows(of story: Story) -> [EventRow] {
        let name = PersonName(seed: story.seed)
        var rows: [EventRow] = []
        var people = 0
        for index in 0..<story.weeks {
            for moment in Arrivals(story: story, index: index).moments() {
                let dice = Dice(seed: story.seed, stream: people)
                var walk = Walk(story: story, person: name(people), moment: moment, dice: dice)
                rows += walk.allRows()
                people += 1
            }
        }
        return rows
    }
}
