/// A condition of CLDR's plural rules, as in `v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or n = 0`.
struct PluralCondition: Sendable {
    /// One comparison: the operand, perhaps the remainder of its division, against a list of ranges.
    private struct Relation: Sendable {
        var operand: Character
        var divisor: Int?
        var isEqual: Bool
        var ranges: [ClosedRange<Int>]

        func holds(for number: PluralNumber) -> Bool {
            let value = number.operand(operand).map { value in divisor.map { value % $0 } ?? value }
            return ranges.contains { range in value.map(range.contains) ?? false } == isEqual
        }
    }

    /// One of these lists must hold whole.
    private let alternatives: [[Relation]]

    /// - Returns: `nil` where `text` is no such condition.
    init?(_ text: String) {
        var alternatives: [[Relation]] = []
        for part in text.split(separator: " or ") {
            let relations = part.split(separator: " and ").map(Self.relation)
            guard !relations.contains(where: { $0 == nil }) else { return nil }
            alternatives.append(relations.compactMap(\.self))
        }
        guard !alternatives.isEmpty else { return nil }
        self.alternatives = alternatives
    }

    func holds(for number: PluralNumber) -> Bool {
        alternatives.contains { $0.allSatisfy { $0.holds(for: number) } }
    }

    /// `n = 1`, `i % 10 != 2..4,9`.
    private static func relation(_ text: Substring) -> Relation? {
        let words = text.split(separator: " ")
        guard words.count == 3 || words.count == 5, let operand = words[0].first, words[0].count == 1 else {
            return nil
        }
        let divisor = words.count == 5 ? Int(words[2]) : nil
        let sign = words[words.count - 2]
        let ranges = words[words.count - 1].split(separator: ",").map(range)
        guard sign == "=" || sign == "!=", words.count == 3 || (words[1] == "%" && divisor.map { $0 > 0 } == true),
            !ranges.contains(where: { $0 == nil })
        else { return nil }
        return Relation(
            operand: operand,
            divisor: divisor,
            isEqual: sign == "=",
            ranges: ranges.compactMap(\.self)
        )
    }

    private static func range(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: ".").map { Int($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last, ends.count < 3 else {
            return nil
        }
        return first...last
    }
}
