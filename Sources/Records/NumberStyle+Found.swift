extension NumberStyle {
    /// What a column's words say about how its numbers are written.
    public enum Finding: Hashable, Sendable {
        /// They are written in this style.
        case style(NumberStyle)
        /// They are right in two styles that give other numbers; up to three of them.
        case ambiguous([String])
        /// None is a number in any style; the first of them.
        case notNumbers(String)
    }

    /// The style of a column, decided from all its different words together, never from one alone.
    ///
    /// Only words that are right under one decimal sign decide: `12,5`, `1.234,5` and `0.123` do, `1.234` does not. If
    /// some speak for the point and some for the comma, one sign stands where at least ten times as many words speak for
    /// it as against it; else the column is ambiguous. Where no word decides, `1,234` is grouped by its comma, and `1.234`
    /// is ambiguous unless all numbers are known to be whole. O(words).
    /// - Parameters:
    ///   - words: The column's different words, missing ones left out; in the order of the input.
    ///   - areWhole: Whether the numbers are counts, so that `1.234` cannot but be grouped.
    public static func found(in words: [String], areWhole: Bool = false) -> Finding {
        var evidence = NumberEvidence()
        for word in words { evidence.add(word) }
        if evidence.isEmpty, let first = words.first { return .notNumbers(first) }
        return evidence.finding(areWhole: areWhole)
    }
}

/// What the words of a column that were looked at until now say.
private struct NumberEvidence {
    /// Words that are right under one decimal sign only, by that sign.
    private var deciding: [UInt8: [String]] = [:]
    /// Words that are right under both, and give other numbers, by the sign before the last three digits.
    private var undecided: [UInt8: [String]] = [:]
    /// How often each sign groups under a decimal sign.
    private var groupings: [UInt8: [UInt8: Int]] = [:]
    private(set) var isEmpty = true

    mutating func add(_ word: String) {
        guard let text = NumberText(Array(word.utf8).span) else { return }
        let readings = NumberStyle.readings(of: text)
        guard let first = readings.first else { return }
        isEmpty = false
        for style in readings {
            if let sign = style.grouping.first { groupings[style.decimal, default: [:]][sign, default: 0] += 1 }
        }
        if readings.count == 1 {
            deciding[first.decimal, default: []].append(word)
        } else if let sign = text.core.first(where: { $0 == ASCII.point || $0 == ASCII.comma }) {
            undecided[sign, default: []].append(word)
        }
    }

    func finding(areWhole: Bool) -> NumberStyle.Finding {
        let (points, commas) = (deciding[ASCII.point] ?? [], deciding[ASCII.comma] ?? [])
        if !points.isEmpty || !commas.isEmpty {
            if points.count >= 10 * commas.count { return .style(style(ASCII.point)) }
            if commas.count >= 10 * points.count { return .style(style(ASCII.comma)) }
            return .ambiguous(Array((points.prefix(1) + commas.prefix(1))))
        }
        guard let dotted = undecided[ASCII.point] else { return .style(style(ASCII.point)) }
        if let commaed = undecided[ASCII.comma] { return .ambiguous([dotted[0], commaed[0]]) }
        return areWhole ? .style(style(ASCII.comma)) : .ambiguous(Array(dotted.prefix(3)))
    }

    /// With the sign that groups most often under this decimal sign; the other of point and comma where none does.
    private func style(_ decimal: UInt8) -> NumberStyle {
        let usual = decimal == ASCII.point ? ASCII.comma : ASCII.point
        let most = groupings[decimal]?.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return NumberStyle(decimal: decimal, grouping: most?.key ?? usual)
    }
}
