internal import Funnel

extension [FunnelReport] {
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
    }
}
