public import Calendars
public import Records

/// How often a theme was named, as given in the data.
public struct ThemeCount: Hashable, Sendable {
    /// The theme; `nil` where a row names none.
    public var theme: String?
    /// The sum of its values up to the end of data.
    public var total: Double
    /// In the last thirteen weeks.
    public var recent: Double
    /// In the thirteen weeks before those.
    public var before: Double
}

extension MeasureSeries {
    /// The themes of a measure that is a sum, most frequent first, equals by their bytes, missing last; none where the
    /// source names no themes, or the measure is no sum.
    ///
    /// - Parameter stage: Only rows of this stage; `nil`: all.
    public static func themes(
        _ formula: MeasureFormula,
        in table: MeasureTable,
        of stage: String? = nil,
        on timeline: Timeline,
        before asOf: Int64
    ) -> [ThemeCount] {
        guard case .sum(let name) = formula, !table.themes.isEmpty else { return [] }
        let (recent, before) = (timeline.shift(asOf, days: -91), timeline.shift(asOf, days: -182))
        var counts: [Int32: ThemeCount] = [:]
        for row in table.rows where table.names[row.name] == name && table.isOf(stage, row) {
            let start = timeline.start(of: row.day)
            guard start < asOf else { continue }
            let theme = row.theme < 0 ? nil : table.themes[Int(row.theme)]
            var count = counts[row.theme] ?? ThemeCount(theme: theme, total: 0, recent: 0, before: 0)
            count.total += row.value
            if start >= recent { count.recent += row.value }
            if start >= before, start < recent { count.before += row.value }
            counts[row.theme] = count
        }
        return counts.values.sorted { left, right in
            guard let a = left.theme, let b = right.theme else { return left.theme != nil }
            return left.total == right.total ? a.utf8.lexicographicallyPrecedes(b.utf8) : left.total > right.total
        }
    }
}

extension MeasureTable {
    /// Whether a row counts for `stage`: it names it, or no stage at all.
    func isOf(_ stage: String?, _ row: Row) -> Bool {
        guard let stage, row.stage >= 0 else { return true }
        return stages[Int(row.stage)] == stage
    }
}
