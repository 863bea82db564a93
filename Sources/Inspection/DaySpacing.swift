internal import Calendars
internal import Records

/// Whether a column of dates names days, or weeks by their first day.
enum DaySpacing {
    case days
    /// Weeks that are named by their Monday, or by words.
    case weeks
    /// Weeks that are named by their Sunday.
    case sundayWeeks
    /// Rows a week apart on another weekday.
    case otherWeeks

    /// Weeks are always of one weekday, three at least, and most of them seven days apart.
    init(of name: String, in group: TableGroup) {
        if group.kind(of: name) == .week {
            self = .weeks
            return
        }
        let days = Set(group.days(name))
        let numbers = days.map(\.dayNumber).sorted()
        let neighbours = zip(numbers, numbers.dropFirst()).count { $1 - $0 == 7 }
        guard days.count >= 3, neighbours * 2 >= days.count - 1, group.kind(of: name) == .date,
            Set(days.map(\.weekday)).count == 1, let day = days.first,
            group.each(name).allSatisfy({ $0.areDaysKnown })
        else {
            self = .days
            return
        }
        self = day.weekday == 0 ? .weeks : day.weekday == 6 ? .sundayWeeks : .otherWeeks
    }

    /// The key of `columns:` that names the column.
    var key: String { self == .weeks || self == .sundayWeeks ? "week" : "date" }
    /// What `read:` has to say.
    var reading: [(key: String, value: String)] { self == .sundayWeeks ? [("week_starts", "sunday")] : [] }
    /// What there is to say of it, in the middle of a sentence.
    var words: String {
        switch self {
        case .days: "the day"
        case .weeks: "the week, by its Monday or its name"
        case .sundayWeeks: "the week, by its Sunday"
        case .otherWeeks: "a day of each week"
        }
    }
}

extension ColumnProfile {
    /// Whether its dates can be read in one way, year included.
    fileprivate var areDaysKnown: Bool {
        switch dates {
        case .ambiguous, .noYear: false
        default: true
        }
    }
}
