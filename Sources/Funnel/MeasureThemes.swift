public import Calendars
public import Records

/// How often a theme was named, as given in the data.
public struct ThemeCount: Hashable, Sendable {
    /// The theme; `nil` where a row names none.
    public var theme: String?
    /// The sum of its values up to the end of data.
    public var total: Double
    /// In the last thirteen weeks; `nil` where it is not told.
    public var recent: Double?
    /// In the thirteen weeks before those; `nil` where it is not told.
    public var before: Double?

    /// A theme named so often.
    public init(theme: String?, total: Double, recent: Double?, before: Double?) {
        self.theme = theme
        self.total = total
        self.recent = recent
        self.before = before
    }
}

extension [ThemeCount] {
    /// The same without small numbers: themes of few are told together as ``Dimension/otherValue``, or left out where that
    /// is all there is; of quarters all themes are told or none, as their sum is everybody's.
    ///
    /// - Parameter least: The smallest number that is told.
    public func suppressed(below least: Int) -> [ThemeCount] {
        func name(_ theme: ThemeCount) -> String { theme.theme ?? Dimension.missingValue }
        let merging = ValueMerging(
            Dictionary(map { (name($0), Int($0.total.rounded(.up))) }, uniquingKeysWith: +),
            below: least
        )
        let few = filter { merging.merged.contains(name($0)) }
        var told = filter { !merging.merged.contains(name($0)) }
        if var together = few.first {
            for other in few.dropFirst() { together.add(other) }
            together.theme = Dimension.otherValue
            if together.total >= Double(least) { told.append(together) }
        }
        let quarters: [KeyPath<ThemeCount, Double?>] = [\.recent, \.before, \.earlier]
        let isSmall = quarters.contains { quarter in
            told.contains { ($0[keyPath: quarter] ?? 0) > 0 }
                && told.contains { ($0[keyPath: quarter] ?? 0) < Double(least) }
        }
        if isSmall { for index in told.indices { (told[index].recent, told[index].before) = (nil, nil) } }
        return told
    }
}

extension ThemeCount {
    /// Before the two quarters.
    fileprivate var earlier: Double? { recent.flatMap { recent in before.map { total - recent - $0 } } }

    fileprivate mutating func add(_ other: ThemeCount) {
        total += other.total
        recent = recent.flatMap { own in other.recent.map { own + $0 } }
        before = before.flatMap { own in other.before.map { own + $0 } }
    }
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
            let code = row.theme
            let theme = row.theme < 0 ? nil : table.themes[Int(row.theme)]
            let isRecent = start >= recent
            let single = ThemeCount(
                theme: theme,
                total: row.value,
                recent: isRecent ? row.value : 0,
                before: !isRecent && start >= before ? row.value : 0
            )
            counts[code, default: ThemeCount(theme: theme, total: 0, recent: 0, before: 0)].add(single)
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
