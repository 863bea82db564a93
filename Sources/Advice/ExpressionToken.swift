/// A word, number or sign of an expression, and the bytes that it stands in.
struct ExpressionToken: Hashable {
    enum Kind: Hashable {
        case word(String)
        case literal(Literal)
        case text(String)
        case sign(Sign)
        case end
    }

    enum Sign: String, CaseIterable {
        case open = "("
        case close = ")"
        case comma = ","
        case equal = "="
        case notEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case more = ">"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }

    var kind: Kind
    var range: Range<Int>

    /// As messages name it.
    var words: String {
        switch kind {
        case .word(let word): "'\(word)'"
        case .literal(let literal): "'\(literal)'"
        case .text(let text): "the text \"\(text)\""
        case .sign(let sign): "'\(sign.rawValue)'"
        case .end: "the end"
        }
    }
}

/// A number as written.
struct Literal: Hashable, Sendable, CustomStringConvertible {
    enum Unit: String, Sendable {
        case none = ""
        case percent = "%"
        case points = "pp"
        case days = "d"
    }

    /// Of a percentage and of points, the fraction.
    var value: Double
    var unit: Unit

    init(_ number: Double, _ unit: Unit) {
        value = unit == .percent || unit == .points ? number / 100 : number
        self.unit = unit
    }

    var kind: ValueKind {
        switch unit {
        case .none: .number
        case .percent: .rate
        case .points: .points
        case .days: .days
        }
    }

    var description: String {
        let isFraction = unit == .percent || unit == .points
        let number = isFraction ? (value * 1e8).rounded() / 1e6 : value
        let digits = number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
        return digits + unit.rawValue
    }
}
