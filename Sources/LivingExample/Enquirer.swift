internal import Calendars

/// Decides whether one person sends the story's form, and when.
///
/// It throws dice of its own, so that a story with a form tells the same visits as one without.
struct Enquirer {
    let enquiry: Story.Enquiry
    let stage: Story.Stage
    var dice: Dice

    /// The person's enquiry, still without identifier; `nil` where there is none.
    /// - Parameter rows: Everything else that the person does, in order of time.
    mutating func row(after rows: [EventRow]) -> EventRow? {
        guard let start = rows.first(where: { stage.events.contains($0.event) }), dice.chance(enquiry.share) else {
            return nil
        }
        var row = start
        row.event = enquiry.event
        row.moment += dice.whole((enquiry.delay.hours.lowerBound * 3600)...(enquiry.delay.hours.upperBound * 3600))
        waitForOffice(&row)
        if row.moment <= start.moment { row.moment += secondsADay }
        return row
    }

    /// Forms are sent by day, and half of those of a weekend on the Monday after it.
    private mutating func waitForOffice(_ row: inout EventRow) {
        let weekday = LocalDate(dayNumber: row.moment / secondsADay).weekday
        if weekday > 4, dice.chance(0.5) { row.moment += (7 - weekday) * secondsADay }
        row.moment += dice.whole(32_400...64_800) - row.moment % secondsADay
    }
}
