internal import Calendars

/// Measures of one source that share names, as a sum and a rate of the same orders do: what is told of one must not give
/// away what is hidden of another.
public struct MeasuresByStage {
    /// One measure: of all stages together, and of each.
    public struct Measure {
        /// How it comes from the values given.
        public let formula: MeasureFormula
        /// Of all stages.
        public let whole: MeasureSeries
        /// A series a stage; hidden ones are marked as such.
        public fileprivate(set) var stages: [MeasureSeries]

        /// A measure by stage.
        public init(_ formula: MeasureFormula, whole: MeasureSeries, stages: [MeasureSeries]) {
            self.formula = formula
            self.whole = whole
            self.stages = stages
        }
    }

    /// The measures, in the order given.
    public private(set) var measures: [Measure]
    /// Whether any week of theirs is hidden.
    public private(set) var hidesWeeks = false
    /// Whether the sum over all weeks is hidden.
    public private(set) var hidesTotals = false

    /// Hides small numbers in the weeks and totals of single stages; those of all stages are everybody's, and are told.
    ///
    /// - Parameter least: The smallest number that is told.
    public init(_ measures: [Measure], below least: Int) {
        self.measures = measures
        let weeks = Set(measures.flatMap { $0.whole.points.map(\.week) }).sorted()
        let parts = measures.flatMap { measure in measure.stages.map { measure.numbers(of: $0, in: weeks) } }
        let hidden = Set(HiddenWeeks(of: parts, below: least).places.map { weeks[$0] })
        hidesWeeks = !hidden.isEmpty
        hidesTotals = measures.contains { measure in
            measure.stages.contains { stage in
                measure.number(of: stage.total, beside: measure.whole.total).map { $0 < Double(least) } ?? false
            }
        }
        for index in measures.indices {
            let formula = measures[index].formula
            self.measures[index].stages = measures[index].stages.map { $0.hiding(hidden, total: hidesTotals, formula) }
        }
    }

    /// The places of `formulas` in groups of those that share names, directly or through others.
    public static func groups(of formulas: [MeasureFormula]) -> [[Int]] {
        formulas.indices.reduce(into: [[Int]]()) { groups, place in
            let names = Set(formulas[place].names)
            let related = groups.indices.filter { group in
                groups[group].contains { !names.isDisjoint(with: formulas[$0].names) }
            }
            let together = related.flatMap { groups[$0] } + [place]
            for group in related.reversed() { groups.remove(at: group) }
            groups.append(together.sorted())
        }
        .sorted { $0[0] < $1[0] }
    }
}

extension MeasuresByStage.Measure {
    /// One a week; `nil` where there is nothing to hide.
    fileprivate func numbers(of stage: MeasureSeries, in weeks: [Week]) -> [Double?] {
        let all = Dictionary(uniqueKeysWithValues: whole.points.map { ($0.week, $0) })
        let own = Dictionary(uniqueKeysWithValues: stage.points.map { ($0.week, $0) })
        return weeks.map { number(of: own[$0], beside: all[$0]) }
    }

    /// The smallest count behind a stage's value; `nil` where there is nothing of any stage, or nothing says how many.
    fileprivate func number(of point: MeasureSeries.Point?, beside all: MeasureSeries.Point?) -> Double? {
        guard let all, all.fewest != nil, all.value ?? 0 != 0 || all.base ?? 0 != 0 else { return nil }
        return point.map(\.fewest) ?? 0
    }
}

extension MeasureSeries {
    /// The same without the numbers of some weeks; what is told is judged by what is told.
    fileprivate func hiding(_ weeks: Set<Week>, total isTotalHidden: Bool, _ formula: MeasureFormula) -> MeasureSeries {
        var told = self
        told.points = points.map { weeks.contains($0.week) ? $0.hidden : $0 }
        told.judgements = Self.judgements(of: told.points, by: formula)
        if isTotalHidden { told.total = total?.hidden }
        return told
    }
}
