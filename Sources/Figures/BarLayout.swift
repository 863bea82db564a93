/// Where the marks of one stage lie in its track.
struct BarLayout: Equatable, Sendable {
    /// The solid bar; `nil` where the count is unknown.
    let bar: Reach?
    /// What is estimated to come.
    let expected: Stretch?
    /// Those of the base who are not here: lost, or not passed yet.
    let missing: Stretch?
    /// How ``missing`` is hatched.
    let hatch: Hatch
    /// Last week's strip.
    let previous: Reach?
    /// The target's tick, in percent.
    let target: Double?

    /// - Parameter base: Entities that could have come here; `nil` for the first row of a panel. Where it is not larger
    ///   than the count, nothing is missing.
    init(_ row: FunnelFigure.Row, base: Int?, isBottleneck: Bool, scale: Scale) {
        bar = row.count.map { Reach(of: $0, on: scale) }
        let count = row.count ?? 0
        let end = max(count, row.expected ?? 0)
        expected = Stretch(from: scale.position(count), to: scale.position(end))
        missing = row.count == nil ? nil : Stretch(from: scale.position(end), to: scale.position(base ?? 0))
        hatch =
            switch (row.isMaturing, isBottleneck) {
            case (false, false): .lost
            case (false, true): .hot
            case (true, false): .open
            case (true, true): .openHot
            }
        previous = row.previous.map { Reach(of: $0, on: scale) }
        target = row.target.map(scale.position)
    }
}

/// How far a mark reaches from the left edge, and how many pixels of it are seen at least.
struct Reach: Equatable, Sendable {
    /// Two pixels are at least this much of any track that a page shows.
    static let surelySeen = 1.0

    let percent: Double
    /// 1 for nothing (a tick), 2 for something too short to be sure of, `nil` where the percentage is enough.
    let leastPixels: Int?

    init(of value: Int, on scale: Scale) {
        self.init(to: scale.position(value), isZero: value == 0)
    }

    init(to percent: Double, isZero: Bool) {
        self.percent = percent
        leastPixels = isZero ? 1 : percent < Self.surelySeen ? 2 : nil
    }
}

/// A part of the track, in percent.
struct Stretch: Equatable, Sendable {
    let start: Double
    let end: Double

    /// `nil` where nothing would be left of it on paper.
    init?(from start: Double, to end: Double) {
        guard tenths(end) > tenths(start) else { return nil }
        (self.start, self.end) = (start, end)
    }

    /// From written start to written end, so that neighbours meet whatever was rounded.
    var writtenLength: Double { Double(tenths(end) - tenths(start)) / 10 }
}
