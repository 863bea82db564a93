/// The ages at which passages converted, and those at which the others were looked at last, up to a horizon; of the rest,
/// their numbers. In microseconds.
struct ConversionAges {
    private(set) var converted: Ages
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

extension ConversionAges {
    /// What `CumulativeIncidence` gives of these ages: the share that has converted by their horizon.
    var share: (rate: Double, interval: ClosedRange<Double>) {
        var point: CumulativeIncidence.Point?
        var (survival, sum) = (1.0, 0.0)
        IncidenceWalk(self).forEach { age, events, atRisk in
            let (events, atRisk) = (Double(events), Double(atRisk))
            survival *= 1 - events / atRisk
            sum += events / (atRisk * (atRisk - events))
            point = CumulativeIncidence.Point(age: age, survival: survival, greenwoodSum: sum)
        }
        return point?.share ?? (0, 0...0)
    }

    /// What `CumulativeIncidence` gives of these ages for their horizon.
    func quantile(_ q: Double) -> Int64? {
        guard converted.count + laterConversions >= 30 else { return nil }
        return quantiles(1) { _ in q }.first
    }

    /// The ages by which fractions of those have converted who do by the horizon, in ascending order, as far as there are any:
    /// the smallest t with F(t) ≥ q · F(horizon). The curve is walked twice, as its height is known only at its end.
    fileprivate func quantiles(_ count: Int, _ fraction: (_ index: Int) -> Double) -> [Int64] {
        let walk = IncidenceWalk(self)
        var survival = 1.0
        walk.forEach { _, events, atRisk in survival *= 1 - Double(events) / Double(atRisk) }
        let whole = 1 - survival
        func goal(_ index: Int) -> Double { index < count ? fraction(index) * whole - 1e-12 : .infinity }
        var (found, next): ([Int64], Double) = ([], goal(0))
        survival = 1
        walk.forEach { age, events, atRisk in
            survival *= 1 - Double(events) / Double(atRisk)
            while 1 - survival >= next {
                found.append(age)
                next = goal(found.count)
            }
        }
        return found
    }
}

extension TimeToConvert {
    /// The times by which each hundredth of those has converted who do by the horizon of these ages.
    /// - Returns: `nil` with fewer than 30 conversions, or none by the horizon.
    init?(_ ages: ConversionAges) {
        let conversions = ages.converted.count + ages.laterConversions
        guard conversions >= 30 else { return nil }
        let percentiles = ages.quantiles(100) { Double($0 + 1) / 100 }.map { $0 / AgeChunk.second }
        guard percentiles.count == 100 else { return nil }
        self.init(
            conversions: conversions,
            medianSeconds: percentiles[49],
            p80Seconds: percentiles[79],
            percentileSeconds: percentiles
        )
    }
}
