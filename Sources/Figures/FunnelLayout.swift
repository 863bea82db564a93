/// Where the marks of a funnel lie: percent of the track's width, and decisions. No pixels but the least ones, no text.
struct FunnelLayout: Equatable, Sendable {
    enum Density: Equatable, Sendable {
        /// 2–6 stages.
        case full
        /// 7–12 stages.
        case compact
    }

    /// Where the longest mark of a panel ends.
    static let longest = 96.0
    /// Stages under this share of the largest count are a tail, if there are two of them or more.
    static let tailShare = 0.02
    static let mostFullRows = 6

    let density: Density
    let rows: [BarLayout]
    /// Index of the first row that stands on the second scale.
    let tailStart: Int?

    init(of rows: [FunnelFigure.Row]) {
        density = rows.count > Self.mostFullRows ? .compact : .full
        tailStart = Self.tailStart(in: rows.map(\.count))
        let head = Scale(maximum: Self.largest(in: rows[..<(tailStart ?? rows.count)]))
        let tail = tailStart.map { Scale(maximum: Self.largest(in: rows[$0...])) }
        let start = tailStart ?? rows.count
        self.rows = rows.indices.map { index in
            let scale = index < start ? head : tail ?? head
            let base = index == start ? nil : rows[index].base ?? (index > 0 ? rows[index - 1].count : nil)
            let isBottleneck = index > 0 && rows[index - 1].step?.isBottleneck == true
            return BarLayout(rows[index], base: base, isBottleneck: isBottleneck, scale: scale)
        }
    }

    /// The start of the longest run of tiny counts at the end: at least two, not all of them 0, and never the whole.
    /// What is unknown is in no tail.
    static func tailStart(in known: [Int?]) -> Int? {
        let largest = known.compactMap(\.self).max() ?? 0
        let limit = Double(largest) * tailShare
        let counts = known.map { $0 ?? largest }
        let start = counts.lastIndex { Double($0) >= limit }.map { $0 + 1 } ?? counts.count
        let tail = counts[start...]
        return tail.count >= 2 && tail.contains { $0 > 0 } ? start : nil
    }

    /// The largest value that a bar, a strip, an estimate or a tick stands for.
    private static func largest(in rows: ArraySlice<FunnelFigure.Row>) -> Int {
        rows.map { row in
            [row.count, row.previous, row.target, row.expected].compactMap(\.self).max() ?? 0
        }.max() ?? 0
    }
}

/// A linear scale from 0; its maximum lies at ``FunnelLayout/longest``.
struct Scale: Equatable, Sendable {
    let maximum: Int

    /// The position of `value` in percent, cut off at the end of the track. All is at 0 where the maximum is 0.
    func position(_ value: Int) -> Double {
        maximum == 0 ? 0 : min(100, Double(value) / Double(maximum) * FunnelLayout.longest)
    }
}
