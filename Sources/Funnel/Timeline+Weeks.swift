internal import Calendars

extension Timeline {
    /// The weeks from `first` to the one that `asOf` ends or cuts; none without a first, or if it begins no earlier.
    func weeks(from first: Week?, before asOf: Int64) -> [Week] {
        guard let first, start(of: first) < asOf else { return [] }
        return (first.number...week(at: asOf - 1).number).map(Week.init(number:))
    }
}
