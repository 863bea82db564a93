internal import Calendars

/// The first visits of one week.
struct Arrivals {
    private let week: Week
    private let expected: Double
    private let swing: Double
    private var dice: Dice

    /// - Parameter index: Of the week, 0 for the story's first.
    init(story: Story, index: Int) {
        week = story.firstWeek.advanced(by: index)
        let month = week.monday.advanced(by: 3).parts.month
        let grown = Double(story.volume.newVisitors) * (1 + story.volume.growth * Double(index))
        expected = grown * story.volume.season[month - 1]
        swing = story.volume.swing
        dice = Dice(seed: story.seed, stream: -1 - index)
    }

    /// When each new visitor comes, in no order; seconds of the site's clock since 1970-01-01.
    func moments() -> [Int] {
        var dice = dice
        let count = Int(expected * (1 - swing + 2 * swing * dice.fraction()))
        return (0..<count).map { _ in
            let day = week.monday.dayNumber + dice.index(weights: Self.weekdays)
            return day * secondsADay + dice.index(weights: Self.hours) * 3600 + dice.whole(0...3599)
        }
    }

    /// Monday to Sunday: fewer come at the weekend.
    private static let weekdays = [104, 106, 103, 99, 92, 71, 77]
    /// Midnight to 23 h: a small peak at the tea break, a larger one in the evening.
    private static let hours =
        [6, 3, 1, 1, 1, 2, 8, 18, 28, 36, 40, 42] + [44, 42, 40, 42, 46, 44, 42, 46, 56, 58, 42, 20]
}
