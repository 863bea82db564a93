internal import Diagnostics

/// What is wrong with an expression, and at which of its bytes.
public struct ExpressionError: Error, Hashable, Sendable {
    /// What is wrong, with what is needed to say so.
    public enum Kind: Hashable, Sendable {
        /// Something stands where it cannot.
        case unexpected(String, wanted: String)
        /// A character that means nothing here.
        case strayCharacter(String)
        /// A text whose second quote is missing.
        case unclosedText
        /// A number that cannot be read.
        case badNumber(String)
        /// More brackets or `not` within one another than are read.
        case tooDeep
        /// A longer text than is read.
        case tooLong
        /// A word that is none of the known ones.
        case unknownWord(String, known: [String])
        /// A dimension that no funnel with this stage has.
        case unknownDimension(String, known: [String])
        /// A segment that huni.yaml does not name.
        case unknownSegment(String, known: [String])
        /// A measure that huni.yaml does not name.
        case unknownMeasure(String, known: [String])
        /// A text that a value never is.
        case unknownText(String, known: [String])
        /// `rate` in another's place, such as `target(channel = "ads")`.
        case noSelection(String)
        /// `share` alone.
        case needsSelection(String)
        /// `signal` of the week before and the like.
        case noPrevious(String)
        /// Two kinds of value that cannot be set against each other, or added.
        case mismatch(ValueKind, ValueKind)
        /// A plain number beside a rate that is none of 0 to 1.
        case rateOutOfRange(Double)
        /// A plain number beside a difference in points.
        case barePoints(Double)
        /// An operation on a kind of value that has none.
        case noArithmetic(ValueKind)
        /// `<` and the like between texts.
        case noOrder(ValueKind)
        /// A value where a condition must stand.
        case notCondition(ValueKind)
        /// `a < b < c`.
        case chained
    }

    /// What is wrong.
    public var kind: Kind
    /// The place in the expression, in UTF-8 bytes from its beginning.
    public var offset: Int

    /// A fault at a byte of an expression.
    public init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension ExpressionError {
    /// One sentence without a full stop.
    public var message: String {
        switch kind {
        case .unexpected(let found, let wanted): "\(found) stands where \(wanted) is expected"
        case .strayCharacter(let character): "'\(character)' means nothing in a condition"
        case .unclosedText: "the text has no second quote"
        case .badNumber(let text): "'\(text)' is no number"
        case .tooDeep: "the condition is nested too deeply"
        case .tooLong: "the condition is longer than 2,000 bytes"
        case .unknownWord(let word, _): "'\(word)' is no value of a stage"
        case .unknownDimension(let id, _): "no funnel with this stage has a dimension '\(id)'"
        case .unknownSegment(let id, _): "no funnel with this stage has a segment '\(id)' among its dimensions"
        case .unknownMeasure(let name, _): "there is no measure '\(name)'"
        case .unknownText(let text, _): "a signal is never \"\(text)\""
        case .noSelection(let word): "'\(word)' is not known of a part of the entities"
        case .needsSelection(let word): "'\(word)' needs the part of the entities that it is of"
        case .noPrevious(let word): "'\(word)' has no previous value"
        case .mismatch(let one, let other): "\(one.words) cannot be set beside \(other.words)"
        case .rateOutOfRange(let number): "\(Literal(number, .none)) is no rate: rates lie between 0 and 1"
        case .barePoints(let number): "\(Literal(number, .none)) says no unit, and differences of rates are in points"
        case .noArithmetic(let kind): "\(kind.words) cannot be reckoned with like this"
        case .noOrder(let kind): "\(kind.words) is not more or less than another"
        case .notCondition(let kind): "this is \(kind.words), not a condition"
        case .chained: "two comparisons stand in a row"
        }
    }

    /// What to do, one sentence or two.
    public var remedy: String {
        switch kind {
        case .unexpected: "Write it as in `rate < target and change < 0`."
        case .strayCharacter(let character): Self.remedy(forStray: character)
        case .unclosedText: "Close it with the same quote."
        case .badNumber: "Write 250, 4.5, 36%, 5pp or 3d."
        case .tooDeep: "Use fewer brackets."
        case .tooLong: "Split the play in two."
        case .unknownWord(let word, let known): Self.near(word, known, "Known are")
        case .unknownDimension(let id, let known): Self.near(id, known, "Dimensions are")
        case .unknownSegment(let id, let known): Self.near(id, known, "Segments among the dimensions are")
        case .unknownMeasure(let name, let known): Self.near(name, known, "Measures are")
        case .unknownText(let text, let known): Self.near(text, known, "It is one of")
        case .noSelection:
            "Write it without brackets; of a part, ask count, rate, rate_from_first, lost, change or share."
        case .needsSelection: "Write it as in `share(channel = \"ads\")`."
        case .noPrevious: "Write it without `previous`."
        case .mismatch, .noArithmetic, .noOrder, .notCondition: Self.remedy(forTypes: kind)
        case .rateOutOfRange(let number): "Write \(Literal(number, .percent)), or a fraction."
        case .barePoints(let number): "Write \(Literal(number, .points))."
        case .chained: "Write `a < b and b < c`."
        }
    }

    private static func near(_ word: String, _ known: [String], _ list: String) -> String {
        let meant = nearestWord(to: word, in: known).map { "Did you mean '\($0)'? " } ?? ""
        return known.isEmpty ? "There are none." : "\(meant)\(list) \(known.joined(separator: ", "))."
    }

    private static func remedy(forStray character: String) -> String {
        switch character {
        case ":", "==": "`=` alone compares."
        case "&", "&&": "Write `and`."
        case "|", "||": "Write `or`."
        case "!": "Write `not`, or `!=` between two values."
        case "≤": "Write `<=`."
        case "≥": "Write `>=`."
        case "≠": "Write `!=`."
        case "−", "–": "Write the minus of the keyboard: `-`."
        case "“", "”", "‘", "’", "„": "Write straight quotes."
        default: "Take it out."
        }
    }

    private static func remedy(forTypes kind: Kind) -> String {
        switch kind {
        case .mismatch(.points, .rate), .mismatch(.rate, .points):
            "Rates are written 36%, their differences 5pp."
        case .notCondition: "Compare it with something, as in `rate < target`."
        case .noOrder: "Compare with `=` or `!=`."
        default: "Compare rates with rates, counts with counts; a count over a count is a plain number."
        }
    }
}
