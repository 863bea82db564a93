extension [FunnelMetrics] {
    /// Hides small numbers in every breakdown, and those that would give one away, over all of these funnels together.
    ///
    /// Everybody's numbers are told as they are. Breakdowns of one dimension are protected by swaps (``SmallCells``); funnels
    /// and views that have the same numbers hide the same ones. Segments may overlap with anything, so that in one line and
    /// stage they are all told or none is; crossed dimensions are told where no cell of a stage is small in any line.
    /// Each value stands in every line then: that one is absent would say that it is 0.
    ///
    /// - Parameter least: The smallest number that is told.
    public mutating func suppress(below least: Int) {
        var tables = indices.flatMap { index in
            self[index].plainBreakdowns.map {
                (index: index, breakdown: $0, cells: SmallCells(self[index], breakdown: $0))
            }
        }
        for table in tables.indices where tables[table].cells.values.count > 1 {
            tables[table].cells.hideSmall(below: least)
            tables[table].cells.protect()
        }
        var hasMore = true
        while hasMore {
            hasMore = false
            for one in tables.indices {
                for other in tables.indices where one != other {
                    if tables[one].cells.hideEqual(of: tables[other].cells) {
                        tables[one].cells.protect()
                        hasMore = true
                    }
                }
            }
        }
        for index in indices {
            let own = tables.filter { $0.index == index }
            self[index].suppressOthers(below: least, beside: own.map(\.cells))
            for table in own { self[index].suppress(table.breakdown, by: table.cells, below: least) }
        }
    }
}

extension FunnelMetrics {
    /// The breakdowns of one dimension whose values do not overlap.
    fileprivate var plainBreakdowns: [Int] {
        total.breakdowns.indices.filter { index in
            total.breakdowns[index].dimensions.count == 1 && !isOfSegments(index)
        }
    }

    /// Tells what a table leaves; of a single value, which is everybody, nothing.
    fileprivate mutating func suppress(_ breakdown: Int, by cells: SmallCells, below least: Int) {
        let isAlone = cells.values.count < 2
        func told(_ cohort: CohortMetrics, _ row: Int) -> BreakdownMetrics {
            var told = cohort.breakdowns[breakdown].filled(with: isAlone ? [] : cells.values, like: cohort.stages)
            for value in told.values.indices {
                told.values[value].stages.suppress(in: funnel) { cells.isHidden(row, value, $0) }
            }
            return told
        }
        for week in weeks.indices {
            weeks[week].cohort.breakdowns[breakdown] = told(weeks[week].cohort, week)
            guard var before = weeks[week].before else { continue }
            let filled = before.breakdowns[breakdown].filled(with: isAlone ? [] : cells.values, like: before.stages)
            let hidden = filled.smallCells(below: least, among: before.stages) { value, stage in
                week > 0 && cells.isHidden(week - 1, value, stage)
            }
            before.breakdowns[breakdown] = filled.suppressed(in: funnel) { hidden[$0].contains($1) }
            weeks[week].before = before
        }
        totalMatured.breakdowns[breakdown] = told(totalMatured, cells.maturedRow)
        total.breakdowns[breakdown] = told(total, cells.totalRow)
    }

    /// Hides segments and crossed dimensions.
    fileprivate mutating func suppressOthers(below least: Int, beside cells: [SmallCells]) {
        let plain = plainBreakdowns
        for breakdown in total.breakdowns.indices where !plain.contains(breakdown) {
            let crossed = total.breakdowns[breakdown].dimensions.count > 1
            let cells = OverlappingCells(self, breakdown: breakdown, isCrossed: crossed, below: least, beside: cells)
            for week in weeks.indices {
                cells.suppress(&weeks[week].cohort, week, breakdown, funnel)
                if weeks[week].before != nil {
                    weeks[week].before?.breakdowns[breakdown].values = []
                }
            }
            cells.suppress(&totalMatured, weeks.count, breakdown, funnel)
            cells.suppress(&total, weeks.count + 1, breakdown, funnel)
        }
    }
}

extension BreakdownMetrics {
    /// A line for each of `values`, with nobody where it has none.
    func filled(with values: [[String]], like everybody: [StageMetrics]) -> BreakdownMetrics {
        let nobody = everybody.map { stage in
            let none = stage.fromPrevious == nil ? nil : ConversionRate(0, of: 0)
            return StageMetrics(count: 0, isMatured: stage.isMatured, fromPrevious: none, fromFirst: none)
        }
        return BreakdownMetrics(
            dimensions: dimensions,
            values: values.map { value in
                self.values.first { $0.values == value } ?? ValueMetrics(values: value, stages: nobody)
            }
        )
    }

    /// The stages to hide of each value: small ones, those that `isGiven` names, and where one alone would be hidden, or
    /// only empty ones, the next smallest.
    fileprivate func smallCells(
        below least: Int,
        among everybody: [StageMetrics],
        isGiven: (Int, Int) -> Bool
    ) -> [Set<Int>] {
        var hidden = values.map { _ in Set<Int>() }
        for stage in everybody.indices where everybody[stage].count != 0 {
            let counts = values.map { $0.stages[stage].count ?? 0 }
            let sorted = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
            var own = sorted.filter { counts[$0] < least || isGiven($0, stage) }
            guard !own.isEmpty else { continue }
            for value in sorted where !own.contains(value) {
                if own.count > 1, own.contains(where: { counts[$0] > 0 }) { break }
                own.append(value)
            }
            for value in own { hidden[value].insert(stage) }
        }
        return hidden
    }

    fileprivate func suppressed(in funnel: FunnelDefinition, where isHidden: (Int, Int) -> Bool) -> BreakdownMetrics {
        var told = self
        for value in told.values.indices {
            told.values[value].stages.suppress(in: funnel) { isHidden(value, $0) }
        }
        return told
    }
}
