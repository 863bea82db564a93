internal import Diagnostics
internal import Funnel

/// Which of a funnel's dimensions its numbers are broken down by, segments being one dimension of their own.
///
/// Segments may overlap, so each is counted by itself, as those who are in it; then they are put together under one name.
struct BreakdownPlan {
    /// What the segments are called together.
    static let segments = "segment"

    private struct Part {
        /// The funnel's dimensions that are crossed.
        var indices: [Int]
        /// Which of them is a segment, and its id.
        var segment: (place: Int, id: String)?
    }

    /// One a breakdown asked for, in order: several where it has segments in it.
    private let parts: [[Part]]
    private let names: [[String]]

    /// The dimensions that are asked for by themselves.
    var single: [String] { names.filter { $0.count == 1 }.map { $0[0] } }

    /// - Parameter names: Ids of dimensions, several in one list being crossed; `nil`: each dimension by itself.
    /// - Throws: `Failure` for a name that the funnel does not have.
    init(_ funnel: FunnelDefinition, by names: [[String]]?) throws(Failure) {
        self.names = names ?? Self.dimensions(of: funnel).map { [$0] }
        var parts: [[Part]] = []
        for crossed in self.names { parts.append(try Self.parts(of: crossed, in: funnel)) }
        self.parts = parts
    }

    /// The names that can be asked for.
    static func dimensions(of funnel: FunnelDefinition) -> [String] {
        let others = funnel.dimensions.filter { !$0.isSegment }.map(\.id)
        guard let first = funnel.dimensions.firstIndex(where: \.isSegment) else { return others }
        let place = funnel.dimensions[..<first].count { !$0.isSegment }
        return Array(others[..<place]) + [segments] + others[place...]
    }

    private static func parts(
        of names: [String],
        in funnel: FunnelDefinition
    ) throws(Failure)
        -> [Part]
    {
        var parts = [Part(indices: [])]
        for name in names {
            if name == segments, funnel.dimensions.contains(where: \.isSegment) {
                parts = parts.flatMap { part in
                    funnel.dimensions.indices.filter { funnel.dimensions[$0].isSegment }.map { index in
                        Part(
                            indices: part.indices + [index],
                            segment: (part.indices.count, funnel.dimensions[index].id)
                        )
                    }
                }
            } else {
                let index = try index(of: name, in: funnel)
                for part in parts.indices { parts[part].indices.append(index) }
            }
        }
        return parts
    }

    private static func index(of name: String, in funnel: FunnelDefinition) throws(Failure) -> Int {
        let index = funnel.dimensions.firstIndex { $0.id == name && !$0.isSegment }
        if let index { return index }
        let known = dimensions(of: funnel)
        let meant = nearestWord(to: name, in: known).map { "Did you mean '\($0)'? " } ?? ""
        let all = known.isEmpty ? "It has none." : "It has: \(known.joined(separator: ", "))."
        throw Failure("funnel '\(funnel.id)' has no dimension '\(name)'", remedy: meant + all)
    }

    /// The dimensions to count by, as ``FunnelMetrics`` takes them.
    var indices: [[Int]] { parts.flatMap { $0.map(\.indices) } }

    /// Puts segments together in all breakdowns of `metrics`, which were counted by ``indices``.
    func applied(to metrics: FunnelMetrics) -> FunnelMetrics {
        var metrics = metrics
        metrics.funnel.dimensions = metrics.funnel.dimensions.puttingSegmentsTogether
        for week in metrics.weeks.indices {
            metrics.weeks[week].cohort.breakdowns = put(metrics.weeks[week].cohort.breakdowns)
            if let before = metrics.weeks[week].before?.breakdowns {
                metrics.weeks[week].before?.breakdowns = put(before)
            }
        }
        metrics.total.breakdowns = put(metrics.total.breakdowns)
        metrics.totalMatured.breakdowns = put(metrics.totalMatured.breakdowns)
        metrics.rearrangeValues(valueParts)
        return metrics
    }

    /// Which of the breakdowns counted go into each of those asked for, and what values are called there.
    private var valueParts: [[(breakdown: Int, name: ([String]) -> [String]?)]] {
        var next = 0
        return parts.map { parts in
            parts.map { part in
                next += 1
                return (next - 1, { values in name(of: values, in: part) })
            }
        }
    }

    private func name(of values: [String], in part: Part) -> [String]? {
        guard let (place, id) = part.segment else { return values }
        guard values[place] == Dimension.memberValue else { return nil }
        var named = values
        named[place] = id
        return named
    }

    private func put(_ breakdowns: [BreakdownMetrics]) -> [BreakdownMetrics] {
        var rest = breakdowns[...]
        return zip(names, parts).map { names, parts in
            let own = rest.prefix(parts.count)
            rest = rest.dropFirst(parts.count)
            return BreakdownMetrics(
                dimensions: names,
                values: zip(parts, own).flatMap { part, breakdown in values(of: breakdown, in: part) }
            )
        }
    }

    /// Those who are in the segment, under its id.
    private func values(of breakdown: BreakdownMetrics, in part: Part) -> [ValueMetrics] {
        breakdown.values.compactMap { value in
            guard let name = name(of: value.values, in: part) else { return nil }
            var named = value
            named.values = name
            return named
        }
    }
}

extension [Dimension] {
    /// All segments as one dimension, in the first one's place.
    fileprivate var puttingSegmentsTogether: [Dimension] {
        guard let first = firstIndex(where: \.isSegment) else { return self }
        var together = self[first]
        together.id = BreakdownPlan.segments
        return self[..<first] + [together] + self[first...].filter { !$0.isSegment }
    }
}

extension Dimension {
    /// Whether it tells who is in a segment.
    var isSegment: Bool {
        if case .condition = origin { return true }
        return false
    }
}
