internal import Funnel
internal import Settings

extension [FunnelReport] {
    /// Judges the values' numbers, as far as they are told.
    mutating func judgeValues(toldFrom least: Int?, threads: Int) {
        for index in indices {
            self[index].metrics?.judgeValues(toldFrom: least, threads: threads)
            self[index].activity?.judgeValues(toldFrom: least, threads: threads)
        }
    }

    /// Hides small numbers in the breakdowns of all views together, before anything is told or made of them.
    mutating func suppress(below least: Int) {
        var metrics: [FunnelMetrics] = []
        var places: [WritableKeyPath<FunnelReport, FunnelMetrics?>] = []
        var owners: [Int] = []
        for index in indices {
            for path in [\FunnelReport.metrics, \FunnelReport.activity] {
                guard let found = self[index][keyPath: path] else { continue }
                metrics.append(found)
                places.append(path)
                owners.append(index)
            }
        }
        metrics.suppress(below: least)
        for (place, found) in metrics.enumerated() { self[owners[place]][keyPath: places[place]] = found }
        for index in indices {
            let hidden = self[index].valuesWithHiddenTotals
            self[index].touches.removeAll { hidden[$0.dimension]?.isEmpty == false || $0.hasNumber(below: least) }
            // Those handed over are a part of sales' own rounds: what is told of both could be subtracted.
            self[index].handOff?.reasons?.all = []
            self[index].figures?.suppress(below: least, beside: hidden, overlapping: [BreakdownPlan.segments])
        }
    }
}

extension FunnelReport {
    /// By dimension, the values of which a number over all weeks is not told in either view.
    fileprivate var valuesWithHiddenTotals: [String: Set<String>] {
        let breakdowns = [metrics, activity].compactMap(\.self).flatMap { [$0.total, $0.totalMatured] }
            .flatMap(\.breakdowns).filter { $0.dimensions.count == 1 }
        return breakdowns.reduce(into: [:]) { hidden, breakdown in
            let values = breakdown.values.filter { $0.stages.contains { !$0.suppressed.isEmpty } }.map { $0.values[0] }
            hidden[breakdown.dimensions[0], default: []].formUnion(values)
        }
    }
}

extension TestReport {
    /// Takes back what a funnel's breakdown by the same variants does not tell.
    func hiding(beside funnels: [FunnelReport], variants tests: [TestCounting]) -> TestReport {
        let origin = tests.first { $0.test.id == settings.id }?.variant
        let own = funnels.filter { $0.settings.origin.source == settings.source }
        let hidden = own.flatMap { funnel -> [Int] in
            let ids = funnel.settings.definition.dimensions.filter { $0.origin == origin }.map(\.id)
            let cohorts = [funnel.metrics, funnel.activity].compactMap(\.self).flatMap { [$0.total, $0.totalMatured] }
            let values = cohorts.flatMap(\.breakdowns).filter { ids.contains($0.dimensions.joined(separator: ",")) }
                .flatMap(\.values)
            return values.flatMap { value in value.stages.indices.filter { !value.stages[$0].suppressed.isEmpty } }
                .map { funnel.settings.stages[$0].id }
                .compactMap { id in stages.firstIndex { $0.id == id } }
        }
        guard let first = hidden.min() else { return self }
        var report = self
        report.comparison = comparison.withoutNumbers(from: first)
        return report
    }
}
