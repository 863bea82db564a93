/// The ages at which passages converted, and those at which the others were looked at last, up to a horizon; of the rest,
/// their numbers. In microseconds.
struct ConversionAges {
    /// In any order.
    private(set) var converted: [Int64] = []
    /// In any order.
    private(set) var open: [Int64] = []
    private(set) var laterConversions = 0
    private(set) var laterOpen = 0

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

    mutating func add(_ others: ConversionAges) {
        converted += others.converted
        open += others.open
        laterConversions += others.laterConversions
        laterOpen += others.laterOpen
    }
}

extension CumulativeIncidence {
    /// The curve of these ages, up to their horizon. A conversion and a last look at the same age: the conversion came
    /// first.
    /// - Complexity: O(n).
    init(_ ages: ConversionAges) {
        let converted = sortedAges(ages.converted)
        let open = sortedAges(ages.open)
        let count = converted.count + open.count + ages.laterConversions + ages.laterOpen
        var points: [Point] = []
        var (survival, sum) = (1.0, 0.0)
        var (index, closed) = (0, 0)
        while index < converted.count {
            let age = converted[index]
            while closed < open.count, open[closed] < age { closed += 1 }
            let atRisk = count - index - closed
            var events = 0
            while index < converted.count, converted[index] == age {
                events += 1
                index += 1
            }
            survival *= 1 - Double(events) / Double(atRisk)
            sum += Double(events) / (Double(atRisk) * Double(atRisk - events))
            points.append(Point(age: age, survival: survival, greenwoodSum: sum))
        }
        self.init(points: points, conversions: converted.count + ages.laterConversions)
    }
}
