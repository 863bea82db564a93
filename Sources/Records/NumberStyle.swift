/// How numbers are written: what parts the fraction from the whole, and what groups the whole in threes.
public struct NumberStyle: Hashable, Sendable {
    /// A point or a comma.
    public var decimal: UInt8
    /// The bytes of the sign that groups: `.`, `,`, `'` or a space, which stands for no-break and thin spaces too; empty
    /// where numbers are not grouped.
    public var grouping: [UInt8]

    /// A style of these two signs.
    init(decimal: UInt8, grouping: UInt8?) {
        self.decimal = decimal
        self.grouping = grouping.map { [$0] } ?? []
    }

    /// The style of `example`: `1.234,56` groups by points and has a decimal comma, `1 234,5` groups by spaces,
    /// `1234,56` does not group, `1.234.567` leaves the comma for fractions.
    /// - Returns: `nil` where it says nothing clear: it is no number, or it is right in two styles (`1.234`, `1 234`, `12`).
    public init?(example: String) {
        guard let text = NumberText(Array(example.utf8).span) else { return nil }
        let readings = NumberStyle.readings(of: text)
        guard readings.count == 1, let only = readings.first else { return nil }
        self = only
    }

    /// The usual style where none is given: `1234.5` and `1,234.5`.
    static let plain = NumberStyle(decimal: ASCII.point, grouping: ASCII.comma)

    /// The styles, one for each decimal sign at most, in which `text` is a number.
    ///
    /// Each groups by the sign that the text groups by, and not at all where it has none.
    static func readings(of text: NumberText) -> [NumberStyle] {
        [ASCII.point, ASCII.comma].compactMap { decimal in
            let grouping = text.core.first { !ASCII.isDigit($0) && $0 != decimal }
            let style = NumberStyle(decimal: decimal, grouping: grouping)
            return text.digits(in: style) == nil ? nil : style
        }
    }
}
