/// The ages at which passages converted, and those at which the others were looked at last, up to a horizon; of the rest,
/// their numbers. In microseconds.
struct ConversionAges {
    fileprivate(set) var converted: Ages
    private(set) var open: Ages
    private(set) var laterConversions = 0
    private(set) var laterOpen = 0

    /// - Parameter overflow: Where ages go that are too many; `nil`: all are held.
    init(overflow: Overflow? = nil) { (converted, open) = (Ages(overflow: overflow), Ages(overflow: overflow)) }

    /// Adds a passage that converted.
    @inline(__always)
    mutating func add(conversionAt age: Int64, horizon: Int64) {
        if age <= horizon { converted.append(age) } else { laterConversions += 1 }
    }

    /// Adds a passage that converted after so many seconds.
    @inline(__always)
    mutating func add(conversionAtSecond age: UInt32, horizon: Int64) {
        if Int64(age) * AgeChunk.second <= horizon { converted.append(second: age) } else { laterConversions += 1 }
    }

    /// Adds a passage that had not when it was looked at last.
    @inline(__always)
    mutating func add(lookAt age: Int64, horizon: Int64) {
        if age < horizon { open.append(age) } else { laterOpen += 1 }
    }

    /// Of so many passages that had not converted, all that were not added were looked at beyond the horizon.
    mutating func countLaterLooks(among count: Int) { laterOpen = count - open.count }

    mutating func add(_ others: ConversionAges) {
        converted.append(others.converted)
        open.append(others.open)
        laterConversions += others.laterConversions
        laterOpen += others.laterOpen
    }
}

/// The ages at which passages converted, one after the other, and those at which others were looked at last.
struct IncidenceWalk {
    private let converted: SortedAges
    private let open: SortedAges
    private let count: Int

    /// O(n) for ages in whole seconds.
    init(_ ages: ConversionAges) {
        converted = ages.converted.sorted()
        open = ages.open.sorted()
        count = ages.converted.count + ages.open.count + ages.laterConversions + ages.laterOpen
    }

    /// Calls `body` with each age at which anybody converted, how many did, and how many could have. A conversion and a last
    /// look at the same age: the conversion came first.
    @inline(__always)
    func forEach(_ body: (_ age: Int64, _ events: Int, _ atRisk: Int) -> Void) {
        if let converted = converted.wholeSeconds, let open = open.wholeSeconds {
            walk(converted.span, open.span, body)
        } else {
            var (converted, open) = (converted, open)
            while let age = converted.least {
                open.takeAll(below: age)
                let atRisk = count - converted.takenCount - open.takenCount
                body(age, converted.take(age), atRisk)
            }
        }
    }

    @inline(__always)
    private func walk(
        _ converted: Span<UInt32>,
        _ open: Span<UInt32>,
        _ body: (_ age: Int64, _ events: Int, _ atRisk: Int) -> Void
    ) {
        var (index, opened) = (0, 0)
        while index < converted.count {
            let (age, first) = (converted[index], index)
            while opened < open.count, open[opened] < age { opened += 1 }
            repeat { index += 1 } while index < converted.count && converted[index] == age
            body(Int64(age) * AgeChunk.second, index - first, count - first - opened)
        }
    }
}

/// What `CumulativeIncidence` gives of ages up to their horizon.
struct ConversionCurve {
    private let walk: IncidenceWalk
    /// After the last conversion; `nil` without any.
    private let end: CumulativeIncidence.Point?

    init(_ ages: ConversionAges) {
        walk = IncidenceWalk(ages)
        var point: CumulativeIncidence.Point?
        var (survival, sum) = (1.0, 0.0)
        walk.forEach { age, events, atRisk in
            let (events, atRisk) = (Double(events), Double(atRisk))
            survival *= 1 - events / atRisk
            sum += events / (atRisk * (atRisk - events))
            point = CumulativeIncidence.Point(age: age, survival: survival, greenwoodSum: sum)
        }
        end = point
    }

    /// The share that has converted by the horizon.
    var share: (rate: Double, interval: ClosedRange<Double>) { end?.share ?? (0, 0...0) }

    /// For each of these shares, the largest first, the first age at which no more of all is left; fewer where that does not
    /// come. The curve is walked once more: its points may be too many to be held.
    func ages(leaving rests: [Double]) -> [Int64] {
        var found: [Int64] = []
        var survival = 1.0
        walk.forEach { age, events, atRisk in
            survival *= 1 - Double(events) / Double(atRisk)
            while found.count < rests.count, survival <= rests[found.count] { found.append(age) }
        }
        return found
    }
}

extension ConversionAges {
    /// What `CumulativeIncidence` gives of these ages for their horizon.
    func quantile(_ q: Double) -> Int64? {
        guard converted.count + laterConversions >= 30 else { return nil }
        return quantiles([q])?.first
    }

    /// The smallest ages t with F(t) ≥ q · F(horizon), for each of these fractions q, in ascending order.
    /// - Parameter curve: That of these ages, where somebody has it.
    /// - Returns: `nil` where nobody has converted.
    fileprivate func quantiles(_ fractions: [Double], curve: ConversionCurve? = nil) -> [Int64]? {
        guard converted.count > 0 else { return nil }
        if curve == nil, let ages = rankedQuantiles(fractions) { return ages }
        let curve = curve ?? ConversionCurve(self)
        return curve.ages(leaving: fractions.map { 1 - ($0 * curve.share.rate - CumulativeIncidence.tolerance) })
    }

    /// The same where nearly all converted before anybody was looked at last: until then the curve rises evenly with each
    /// conversion, and it is enough to count them.
    private func rankedQuantiles(_ fractions: [Double]) -> [Int64]? {
        guard converted.canBeRanked else { return nil }
        let firstLook = open.least ?? .max
        let lateCount = converted.count(laterThan: firstLook)
        guard lateCount * 8 <= converted.count else { return nil }
        var late = self
        late.converted = converted.later(than: firstLook)
        let all = converted.count + laterConversions + open.count + laterOpen
        let early = converted.count - lateCount
        let (rise, curve) = (Double(early) / Double(all), ConversionCurve(late))
        let goals = fractions.map { $0 * (1 - (1 - rise) * (1 - curve.share.rate)) - CumulativeIncidence.tolerance }
        let ranks = goals.prefix { $0 <= rise }.map { min(early, max(1, Int(($0 * Double(all)).rounded(.up)))) }
        guard let ages = converted.ranked(ranks) else { return nil }
        return ages + curve.ages(leaving: goals.dropFirst(ranks.count).map { (1 - $0) / (1 - rise) })
    }
}

extension TimeToConvert {
    /// The times by which each hundredth of those has converted who do by the horizon of these ages.
    /// - Parameter curve: That of these ages, where somebody has it.
    /// - Returns: `nil` with fewer than 30 conversions, or none by the horizon.
    init?(_ ages: ConversionAges, curve: ConversionCurve? = nil) {
        let conversions = ages.converted.count + ages.laterConversions
        let hundredths = (1...100).map { Double($0) / 100 }
        guard conversions >= 30, let quantiles = ages.quantiles(hundredths, curve: curve), quantiles.count == 100
        else { return nil }
        let percentiles = quantiles.map { $0 / AgeChunk.second }
        self.init(
            conversions: conversions,
            medianSeconds: percentiles[49],
            p80Seconds: percentiles[79],
            percentileSeconds: percentiles
        )
    }
}
