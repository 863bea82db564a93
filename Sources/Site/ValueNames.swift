internal import Funnel
internal import Notes

/// The values of one dimension that have pages, and the words for them in addresses.
///
/// The twenty values with most entrants of all weeks have a page each; the rest share one, with those of which too few are
/// there to be told apart.
struct ValueNames {
    /// A page's part of the dimension: one value, or the rest together.
    enum Part: Hashable {
        case value(String)
        case rest
    }

    static let mostPages = 20

    /// The values with pages, most entrants first, then the rest if there is any.
    let parts: [Part]

    /// - Parameter breakdown: The dimension's values over all weeks.
    init(_ breakdown: BreakdownMetrics) {
        let sorted = breakdown.largestFirst.map { $0.values.joined(separator: ", ") }
        let own = sorted.filter { $0 != Dimension.otherValue }
        let hasRest = own.count > Self.mostPages || own.count < sorted.count
        parts = own.prefix(Self.mostPages).map(Part.value) + (hasRest ? [.rest] : [])
    }

    /// The part's word in addresses; `nil` for a value without a page of its own.
    func word(for part: Part) -> String? {
        guard parts.contains(part) else { return nil }
        return switch part {
        case .value(let value): Self.word(for: value)
        case .rest: "other"
        }
    }

    /// A word of `a` to `z`, digits, hyphens and underscores that no other value has, in whatever letter case.
    ///
    /// A value that is such a word already stands for itself; others get a mark made of their bytes, so that a value's
    /// address never depends on which others there are.
    static func word(for value: String) -> String {
        isPlain(value) ? value : "\(slug(of: value).prefix(40))-\(mark(of: value))"
    }

    private static func isPlain(_ value: String) -> Bool {
        value != "other" && value.wholeMatch(of: /[a-z0-9][a-z0-9_-]{0,39}/) != nil
    }

    /// Twelve hexadecimal digits of the bytes' hash (Fowler, Noll & Vo, FNV-1a).
    private static func mark(of value: String) -> String {
        let hash = value.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        let digits = String(hash & 0xFFFF_FFFF_FFFF, radix: 16)
        return String(repeating: "0", count: 12 - digits.count) + digits
    }
}

extension BreakdownMetrics {
    /// The values by their number of entrants; equal ones in the order of their bytes.
    var largestFirst: [ValueMetrics] {
        values.enumerated().sorted { one, other in
            (other.element.stages[0].count ?? -1, one.offset) < (one.element.stages[0].count ?? -1, other.offset)
        }
        .map(\.element)
    }

    /// The numbers of a part of the values; `nil` where none of them occurs.
    func stages(of part: ValueNames.Part, besides names: ValueNames) -> [StageMetrics]? {
        switch part {
        case .value(let value):
            values.first { $0.values.joined(separator: ", ") == value }?.stages
        case .rest:
            [StageMetrics](
                sumOf: values.filter { !names.parts.contains(.value($0.values.joined(separator: ", "))) }.map(\.stages)
            )
        }
    }
}
