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

/// The ages at which passages converted, one after the other, with the share that had not converted by then.
struct IncidenceWalk {
    private(set) var survival = 1.0
    /// How many converted at the present age, and how many could have.
    private(set) var events = 0
    private(set) var atRisk = 0
    private var converted: SortedAges
    private var open: SortedAges
    private let count: Int

    /// Before the first age. O(n) for ages in whole seconds.
    init(_ ages: ConversionAges) {
        converted = ages.converted.sorted()
        open = ages.open.sorted()
        count = ages.converted.count + ages.open.count + ages.laterConversions + ages.laterOpen
    }

    /// Goes on to the next age at which anybody converted. A conversion and a last look at the same age: the conversion
    /// came first.
    @inline(__always)
    mutating func next() -> Int64? {
        guard let age = converted.least else { return nil }
        open.takeAll(below: age)
        atRisk = count - converted.takenCount - open.takenCount
        events = converted.take(age)
        survival *= 1 - Double(events) / Double(atRisk)
        return age
    }
}

extension ConversionAges {
    /// What `CumulativeIncidence` gives of these ages: the share that has converted by their horizon.
    var share: (rate: Double, interval: ClosedRange<Double>) {
        var point: CumulativeIncidence.Point?
        var (walk, sum) = (IncidenceWalk(self), 0.0)
        while let age = walk.next() {
            let (events, atRisk) = (Double(walk.events), Double(walk.atRisk))
            sum += events / (atRisk * (atRisk - events))
            point = CumulativeIncidence.Point(age: age, survival: walk.survival, greenwoodSum: sum)
        }
        return point?.share ?? (0, 0...0)
    }

    /// What `CumulativeIncidence` gives of these ages for their horizon.
    func quantile(_ q: Double) -> Int64? {
        guard converted.count + laterConversions >= 30 else { return nil }
        var walk = IncidenceWalk(self)
        let start = walk
        while walk.next() != nil {}
        let goal = q * (1 - walk.survival)
        walk = start
        while let age = walk.next() {
            if 1 - walk.survival >= goal - 1e-12 { return age }
        }
        return nil
    }
}

extension TimeToConvert {
    /// The times by which each hundredth of those has converted who do by the horizon of these ages: the smallest t with
    /// F(t) ≥ q · F(horizon). The curve is walked twice, as its height is known only at its end.
    /// - Returns: `nil` with fewer than 30 conversions, or none by the horizon.
    init?(_ ages: ConversionAges) {
        let conversions = ages.converted.count + ages.laterConversions
        guard conversions >= 30 else { return nil }
        var walk = IncidenceWalk(ages)
        let start = walk
        while walk.next() != nil {}
        let whole = 1 - walk.survival
        walk = start
        var percentiles: [Int64] = []
        while percentiles.count < 100, let age = walk.next() {
            while percentiles.count < 100,
                1 - walk.survival >= Double(percentiles.count + 1) / 100 * whole - 1e-12
            {
                percentiles.append(age / 1_000_000)
            }
        }
        guard percentiles.count == 100 else { return nil }
        self.init(
            conversions: conversions,
            medianSeconds: percentiles[49],
            p80Seconds: percentiles[79],
            percentileSeconds: percentiles
        )
    }
}
