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
                case .records(let columns) = settings.sources(of: funnel.settings).first?.form,
                let owner = columns.owner
            else { continue }
            let letters = funnel.letters(ofColumn: owner.value)
            report.funnels[index].metrics?.rename(letters)
            report.funnels[index].activity?.rename(letters)
            report.funnels[index].figures?.rename(people: funnel.letters)
        }
        return report
    }
}

extension FunnelReport {
    /// For each dimension that shows `column`, a letter a value.
    fileprivate func letters(ofColumn column: String) -> [String: [String: String]] {
        let letters = letters
        return Dictionary(uniqueKeysWithValues: dimensions(of: column).map { id in (id, letters) })
    }

    private func dimensions(of column: String) -> [String] {
        (metrics?.funnel.dimensions ?? []).filter { $0.origin == .column(column) }.map(\.id)
    }

    /// A letter for each owner of any round, the same wherever the funnel names owners.
    fileprivate var letters: [String: String] {
        let people = (figures?.breakdowns ?? []).filter(\.isPeople).flatMap { $0.parts.map(\.value) }
        let names = Set(people).subtracting([Dimension.missingValue])
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

extension PipelineFigures {
    /// - Parameter people: The owners' new names.
    fileprivate mutating func rename(people: [String: String]) {
        for index in breakdowns.indices where breakdowns[index].isPeople {
            for part in breakdowns[index].parts.indices {
                let name = breakdowns[index].parts[part].value
                breakdowns[index].parts[part].value = people[name] ?? name
            }
        }
    }
}
