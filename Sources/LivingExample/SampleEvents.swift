public import Calendars

/// The rows that a story leaves behind, one CSV file a week.
///
/// A story told for more weeks begins with the same files.
public struct SampleEvents: Sendable {
    /// Columns of every file, in order; a story with an enquiry adds `lead_id`, filled in its rows alone. Times are of the site's own clock, without offset.
    public static let columns = ["user_id", "time", "event", "channel", "device", "campaign"]

    /// The weeks of the story in order, each with its file; a file's rows are sorted by time, then by person.
    public let files: [(week: Week, bytes: [UInt8])]
    /// The enquiries of the story's weeks, in order of time.
    public let enquiries: [SentEnquiry]
    /// The rows of each file.
    let rows: [[EventRow]]
    /// What happened in each week, recorded or not; without the identifiers of enquiries.
    let happened: [[EventRow]]

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
        rows = rows.map { $0.sorted(by: EventRow.precedes) }
        happened = rows
        Self.lose(&rows, of: story)
        enquiries = Self.number(&rows, of: story)
        let keyed = story.enquiry != nil
        let header = (Self.columns + (keyed ? ["lead_id"] : [])).joined(separator: ",") + "\n"
        files = rows.enumerated().map { index, rows in
            let lines = rows.map { $0.line(keyed: keyed) }
            return (story.firstWeek.advanced(by: index), Array((header + lines.joined()).utf8))
        }
        self.rows = rows
    }

    /// Takes out what was not recorded.
    private static func lose(_ rows: inout [[EventRow]], of story: Story) {
        for (index, fault) in story.trackingFaults.enumerated() {
            var dice = Dice(seed: story.seed, stream: .max / 2 - index)
            for week in rows.indices {
                rows[week].removeAll { fault.concerns($0) && dice.chance(fault.share) }
            }
        }
    }

    /// Gives enquiries their identifiers, in order of time.
    private static func number(_ rows: inout [[EventRow]], of story: Story) -> [SentEnquiry] {
        guard let event = story.enquiry?.event else { return [] }
        var channels: [String: String] = [:]
        var enquiries: [SentEnquiry] = []
        for week in rows.indices {
            for (index, row) in rows[week].enumerated() {
                let channel = channels[row.person] ?? row.session.channel
                channels[row.person] = channel
                guard row.event == event else { continue }
                let id = "W\(1001 + enquiries.count)"
                rows[week][index].leadID = id
                enquiries.append(SentEnquiry(id: id, moment: row.moment, channel: channel))
            }
        }
        return enquiries
    }

    private static func rows(of story: Story) -> [EventRow] {
        let name = PersonName(seed: story.seed)
        var rows: [EventRow] = []
        var people = 0
        for index in 0..<story.weeks {
            for moment in Arrivals(story: story, index: index).moments() {
                let dice = Dice(seed: story.seed, stream: people)
                let luck = Dice(seed: story.seed, stream: .max / 4 + people)
                var walk = Walk(story: story, person: name(people), moment: moment, dice: dice, luck: luck)
                let ways = walk.allRows()
                rows += ways
                if let enquiry = story.enquiry {
                    let own = Dice(seed: story.seed, stream: .max - people)
                    var enquirer = Enquirer(enquiry: enquiry, stage: story.stages[enquiry.stage], dice: own)
                    if let row = enquirer.row(after: ways) { rows.append(row) }
                }
                people += 1
            }
        }
        return rows
    }
}
