internal import Calendars
internal import Records

/// What a column holds, in words for people.
extension ColumnProfile {
    /// The kind, with the currency of money.
    public var kindWords: String { currency.map { "\(kind.rawValue), \($0)" } ?? kind.rawValue }

    /// How its dates or numbers are written; `nil` where there is nothing to say.
    public var format: String? {
        if let dates {
            switch dates {
            case .iso: return "ISO 8601"
            case .pattern(let pattern): return pattern.pattern
            case .ambiguous(let patterns, _): return patterns.map(\.pattern).joined(separator: " or ")
            case .noYear(let pattern): return pattern.pattern + ", no year"
            case .notDates: return nil
            }
        }
        guard kind.isNumeric, let numbers else { return nil }
        let isGrouped = words.contains { word in word.utf8.contains { numbers.grouping.contains($0) } }
        if isGrouped { return numbers.example }
        return numbers.decimal == UInt8(ascii: ",") ? "1234,56" : nil
    }

    /// The first and the last of its times and numbers; `nil` for other columns.
    public var range: String? {
        if kind.isTime || kind == .week {
            let known = times.compactMap { $0 }
            guard let first = known.min(), let last = known.max() else { return nil }
            if case .noYear = dates { return named(first, last) }
            return "\(LocalDate(microseconds: first)) to \(LocalDate(microseconds: last))"
        }
        guard kind.isNumeric else { return nil }
        let known = readings.indices.filter { readings[$0] != nil }
        let value = { (index: Int) in readings[index]?.value ?? 0 }
        guard let least = known.min(by: { value($0) < value($1) }), let most = known.max(by: { value($0) < value($1) })
        else { return nil }
        return "\(words[least]) to \(words[most])"
    }

    /// The words of two times.
    private func named(_ first: Int64, _ last: Int64) -> String? {
        guard let least = times.firstIndex(of: first), let most = times.firstIndex(of: last) else { return nil }
        return "\(words[least]) to \(words[most])"
    }

    /// Up to three of its values, the most frequent first; of private columns none.
    public var examples: [String] {
        if kind.isPrivate { return [] }
        let order = words.indices.sorted { (rowCounts[$1], $0) < (rowCounts[$0], $1) }
        return order.prefix(20).compactMap { shownValue(words[$0]) }.prefix(3).map { $0 }
    }

    /// What its values look like, without any of them; `nil` of columns whose values may be shown.
    public var shape: String? {
        guard kind.isPrivate, !words.isEmpty else { return nil }
        return WordShape(words).description
    }
}
