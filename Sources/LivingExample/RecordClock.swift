internal import Calendars

/// Gives the dates of one record their time of day: office hours, each later than the one before.
struct RecordClock {
    private var dice: Dice
    private var last: Int

    /// - Parameter created: When the record was created, in seconds of the site's clock since 1970-01-01.
    init(dice: Dice, created: Int) {
        self.dice = dice
        last = created
    }

    /// A moment of the day, between 9 and 18 o'clock; on the day of the moment before, after it.
    mutating func moment(on day: LocalDate) -> Int {
        let midnight = day.dayNumber * secondsADay
        var moment = midnight + dice.whole(540...1079) * 60
        if moment <= last {
            moment = min(last + dice.whole(6...150) * 60, midnight + 1438 * 60)
        }
        last = max(last, moment)
        return moment
    }
}
