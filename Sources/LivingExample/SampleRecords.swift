internal import Calendars

/// The export that a CRM would give at the end of a pipeline story: one CSV file, one row a record.
///
/// Columns are the identifier, `source` where the story has sources, `owner`, `amount`, a date a stage, a date an
/// outcome, and `reason`; dates are `2026-11-15`, or with a clock `2026-11-15T14:05`; what has not happened by the last day is empty. Somebody who comes
/// again has a second row.
public struct SampleRecords: Sendable {
    /// The file; its rows are sorted by the date of the first stage, then by identifier; identifiers count on in order of creation.
    public let bytes: [UInt8]

    /// Tells the story to its end. O(n log n) in its records.
    /// - Parameters:
    ///   - story: With at least one stage and one owner.
    ///   - enquiries: Those who came by a form; their channel is their source.
    public init(_ story: PipelineStory, from enquiries: [SentEnquiry] = []) {
        precondition(!story.stages.isEmpty && !story.owners.isEmpty, "nobody works in this pipeline")
        let all = Self.rows(of: story) + Self.rows(of: story, from: enquiries)
        let rows = all.sorted { ($0.created / secondsADay, $0.entity) < ($1.created / secondsADay, $1.entity) }
        let lines = [RecordRow.header(of: story)] + rows.map { $0.cells(in: story) }
        bytes = Array(lines.map { $0.map(csvCell).joined(separator: ",") + "\n" }.joined().utf8)
    }

    private static func rows(of story: PipelineStory) -> [RecordRow] {
        var rows: [RecordRow] = []
        var number = 1000
        for index in 0..<story.weeks {
            var dice = Dice(seed: story.seed, stream: -1 - index)
            let monday = story.firstWeek.advanced(by: index).monday
            let count = dice.whole(story.newRecords) + (story.fairs[story.firstWeek.advanced(by: index)] ?? 0)
            let days = (0..<count).map { _ in dice.index(weights: weekdays) }
            for day in days.sorted() {
                number += 1
                let own = Dice(seed: story.seed, stream: number)
                var luck = Dice(seed: story.seed, stream: .max / 2 - number)
                let created = monday.advanced(by: day).dayNumber * secondsADay + luck.whole(540...1079) * 60
                let name = "\(story.entityLetter)\(number)"
                var walk = RecordWalk(story: story, entity: name, dice: own, luck: luck)
                rows += walk.rows(from: created)
            }
        }
        return rows
    }

    private static func rows(of story: PipelineStory, from enquiries: [SentEnquiry]) -> [RecordRow] {
        enquiries.enumerated().flatMap { index, enquiry -> [RecordRow] in
            var dice = Dice(seed: story.seed, stream: .max - index)
            if dice.chance(story.sortedOut) { return [] }
            let luck = Dice(seed: story.seed, stream: .max / 4 + index)
            var walk = RecordWalk(story: story, entity: enquiry.id, source: enquiry.channel, dice: dice, luck: luck)
            return walk.rows(from: enquiry.moment)
        }
    }

    /// Monday to Sunday: offices are closed at the weekend, forms are not.
    private static let weekdays = [22, 21, 20, 19, 16, 5, 4]
}
