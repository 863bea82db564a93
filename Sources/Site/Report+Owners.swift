internal import Funnel
internal import Report
internal import Settings

extension Report {
    /// The report with letters in the place of the owners of records: A, B, … in the order of their names' bytes.
    func hidingOwners(_ settings: Settings) -> Report {
        var report = self
        for index in report.funnels.indices {
            let funnel = report.funnels[index]
            guard funnel.settings.origin.source != nil,
                case .records(let columns) = settings.sources(of: funnel.settings).first?.form, let owner = columns.owner
            else { continue }
            let letters = funnel.letters(ofColumn: owner.value)
            report.funnels[index].metrics?.rename(letters)
            report.funnels[index].activity?.rename(letters)
        }
        return report
    }
}

extension FunnelReport {
    /// For each dimension that shows `column`, a letter a value.
    fileprivate func letters(ofColumn column: String) -> [String: [String: String]] {
        let dimensions = (metrics?.funnel.dimensions ?? []).filter { $0.origin == .column(column) }.map(\.id)
        let totals = [metrics, activity].compactMap { $0?.total }
        return Dictionary(uniqueKeysWithValues: dimensions.map { id in (id, letters(of: id, in: totals)) })
    }

    private func letters(of dimension: String, in totals: [CohortMetrics]) -> [String: String] {
        let values = totals.flatMap { $0.breakdowns.filter { $0.dimensions == [dimension] } }
            .flatMap { $0.values.flatMap(\.values) }
        let names = Set(values).subtracting([Dimension.missingValue])
            .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, letter($0.offset)) })
    }

    /// A to Z, then AA, AB, …
    private func letter(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26 - 1) + last
    }
}

extension FunnelMetrics {
    /// - Parameter names: For some dimensions, the values' new names.
    fileprivate mutating func rename(_ names: [String: [String: String]]) {
        for week in weeks.indices {
            weeks[week].cohort.rename(names)
            weeks[week].before?.rename(names)
        }
        total.rename(names)
        totalMatured.rename(names)
    }
}

extension CohortMetrics {
    fileprivate mutating func rename(_ names: [String: [String: String]]) {
        for index in breakdowns.indices {
            guard let dimension = breakdowns[index].dimensions.first, let new = names[dimension] else { continue }
            for value in breakdowns[index].values.indices {
                breakdowns[index].values[value].values = breakdowns[index].values[value].values.map { new[$0] ?? $0 }
            }
        }
    }
}
