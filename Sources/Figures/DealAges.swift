/// The ages of open deals, drawn as a ``BarList``: the days a deal has been in its stage, in four classes.
public enum DealAges {
    /// Open deals below which there is a table only.
    public static let leastDeals = 5
    /// The first day of each class; the last one has no end.
    public static let firstDays = [0, 8, 31, 61]

    /// Whether so many open deals are enough for a figure.
    public static func isShown(openDeals: Int) -> Bool { openDeals >= leastDeals }

    /// The class of a deal that has been in its stage for `days` whole days; what lies in the future counts as today.
    public static func index(days: Int) -> Int { firstDays.lastIndex { days >= $0 } ?? 0 }
}
