internal import Funnel
internal import Report
internal import Settings

extension Report {
    /// The report with letters in the place of the owners of records: A, B, … in the order in which they had their first
    /// record, those of one moment by their names' bytes. Whoever comes later gets a later letter, and nobody's changes.
    func hidingOwners(_ settings: Settings) -> Report {
        var report = self
        for index in report.funnels.indices {
            let funnel = report.funnels[index]
            guard funnel.settings.origin.source != nil,
                case .records(let columns) = settings.sources(of: funnel.settings).first?.form,
                let owner = columns.owner
            else { continue }
            let letters = funnel.letters(ofColumn: owner.value)
            report.funnels[index].metrics?.rename(letters)
            report.funnels[index].activity?.rename(letters)
            report.funnels[index].figures?.rename(letters)
        }
        return report
    }
}

extension FunnelReport {
    /// For each dimension that shows `column`, a letter a value.
    fileprivate func letters(ofColumn column: String) -> [String: [String: String]] {
        let dimensions = (metrics?.funnel.dimensions ?? []).filter { $0.origin == .column(column) }.map(\.id)
        let people = figures?.breakdowns.filter(\.isPeople) ?? []
        let letters = letters(of: names(in: Set(dimensions)), since: people.flatMap(\.parts))
        return Dictionary(uniqueKeysWithValues: Set(dimensions + people.map(\.id)).map { ($0, letters) })
    }

    private func names(in dimensions: Set<String>) -> Set<String> {
        let totals = [metrics, activity].compactMap { $0?.total }
        let values = totals.flatMap(\.breakdowns).flatMap { breakdown in
            breakdown.dimensions.indices.filter { dimensions.contains(breakdown.dimensions[$0]) }
                .flatMap { place in breakdown.values.map { $0.values[place] } }
        }
        return Set(values)
    }

    private func letters(of names: Set<String>, since parts: [PipelinePart]) -> [String: String] {
        let since = Dictionary(parts.map { ($0.value, $0.since ?? .max) }, uniquingKeysWith: min)
        let people = names.union(since.keys).subtracting([Dimension.missingValue, Dimension.otherValue])
        let sorted = people.sorted { one, other in
            let (first, second) = (since[one] ?? .max, since[other] ?? .max)
            return first == second ? one.utf8.lexicographicallyPrecedes(other.utf8) : first < second
        }
        return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, letter($0.offset)) })
    }

    /// A to Z, then AA, AB, …
    private func letter(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26 - 1) + last
    }
}

extension FunnelMetrics {
    /// - Parameter names: For some dimensions, the values' new names; lines go by these, so that their order tells nothing.
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
            for (place, dimension) in breakdowns[index].dimensions.enumerated() {
                guard let new = names[dimension] else { continue }
                for value in breakdowns[index].values.indices {
                    let old = breakdowns[index].values[value].values[place]
                    breakdowns[index].values[value].values[place] = new[old] ?? old
                }
                breakdowns[index].values.sort { $0.values[place].utf8.lexicographicallyPrecedes($1.values[place].utf8) }
            }
        }
    }
}

extension PipelineFigures {
    fileprivate mutating func rename(_ names: [String: [String: String]]) {
        for index in breakdowns.indices {
            guard let new = names[breakdowns[index].id] else { continue }
            for part in breakdowns[index].parts.indices {
                let old = breakdowns[index].parts[part].value
                breakdowns[index].parts[part].value = new[old] ?? old
            }
            breakdowns[index].parts.sort { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
        }
    }
}
