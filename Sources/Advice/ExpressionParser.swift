/// Reads an expression by recursive descent: or < and < not < comparison < sum < product < value.
struct ExpressionParser {
    private let tokens: [ExpressionToken]
    private let vocabulary: StageVocabulary
    private var index = 0
    private var depth = 0

    /// Brackets, `not` and minus signs within one another.
    private static let greatestDepth = 64

    init(_ text: String, vocabulary: StageVocabulary) throws(ExpressionError) {
        var lexer = ExpressionLexer(text)
        tokens = try lexer.tokens()
        self.vocabulary = vocabulary
    }

    var token: ExpressionToken { tokens[index] }

    mutating func parse() throws(ExpressionError) -> Expression {
        let result = try alternatives()
        guard token.kind == .end else { throw unexpected("`and`, `or` or the end") }
        return result
    }

    private mutating func alternatives() throws(ExpressionError) -> Expression {
        var left = try conjunction()
        while skip(word: "or") {
            let right = try conjunction()
            left = joined(left, right) { .or($0, $1) }
        }
        return left
    }

    private mutating func conjunction() throws(ExpressionError) -> Expression {
        var left = try negation()
        while skip(word: "and") {
            let right = try negation()
            left = joined(left, right) { .and($0, $1) }
        }
        return left
    }

    private mutating func negation() throws(ExpressionError) -> Expression {
        let start = token.range.lowerBound
        guard skip(word: "not") else { return try comparison() }
        try goDeeper(at: start)
        defer { depth -= 1 }
        let inner = try negation()
        return Expression(node: .not(inner), range: start..<inner.range.upperBound)
    }

    private mutating func comparison() throws(ExpressionError) -> Expression {
        let left = try sum()
        guard let sign = comparisonSign else { return left }
        index += 1
        let right = try sum()
        if comparisonSign != nil { throw ExpressionError(.chained, at: token.range.lowerBound) }
        return joined(left, right) { .comparison($0, sign, $1) }
    }

    private var comparisonSign: Expression.Comparison? {
        guard case .sign(let sign) = token.kind else { return nil }
        return Expression.Comparison(sign)
    }

    private mutating func sum() throws(ExpressionError) -> Expression {
        var left = try product()
        while let operation = skip([.plus: .plus, .minus: .minus]) {
            let right = try product()
            left = joined(left, right) { .arithmetic($0, operation, $1) }
        }
        return left
    }

    private mutating func product() throws(ExpressionError) -> Expression {
        var left = try signed()
        while let operation = skip([.times: .times, .over: .over]) {
            let right = try signed()
            left = joined(left, right) { .arithmetic($0, operation, $1) }
        }
        return left
    }

    private mutating func signed() throws(ExpressionError) -> Expression {
        let start = token.range.lowerBound
        guard skip(sign: .minus) else { return try primary() }
        try goDeeper(at: start)
        defer { depth -= 1 }
        let inner = try signed()
        return Expression(node: .negated(inner), range: start..<inner.range.upperBound)
    }

    private mutating func primary() throws(ExpressionError) -> Expression {
        let first = token
        switch first.kind {
        case .literal(let literal):
            index += 1
            return Expression(node: .literal(literal), range: first.range)
        case .text(let text):
            index += 1
            return Expression(node: .text(text), range: first.range)
        case .word:
            return try value()
        case .sign(.open):
            return try bracketed()
        default: throw unexpected("a value")
        }
    }

    private mutating func bracketed() throws(ExpressionError) -> Expression {
        let start = token.range.lowerBound
        index += 1
        try goDeeper(at: start)
        defer { depth -= 1 }
        let inner = try alternatives()
        try expect(.close)
        return Expression(node: inner.node, range: start..<tokens[index - 1].range.upperBound)
    }

    private mutating func goDeeper(at offset: Int) throws(ExpressionError) {
        depth += 1
        if depth > Self.greatestDepth { throw ExpressionError(.tooDeep, at: offset) }
    }

    private func joined(
        _ left: Expression,
        _ right: Expression,
        _ node: (Expression, Expression) -> Expression.Node
    ) -> Expression {
        Expression(node: node(left, right), range: left.range.lowerBound..<right.range.upperBound)
    }
}

extension ExpressionParser {
    /// `rate`, `previous rate`, `previous(rate)`, `rate(channel = "ads")`, `measure("open rate")`.
    private mutating func value() throws(ExpressionError) -> Expression {
        let start = token.range.lowerBound
        var isPrevious = false
        if skip(word: "previous") {
            isPrevious = true
            if skip(sign: .open) {
                let inner = try namedValue(isPrevious: true)
                try expect(.close)
                return Expression(node: .value(inner), range: start..<tokens[index - 1].range.upperBound)
            }
        }
        let named = try namedValue(isPrevious: isPrevious)
        return Expression(node: .value(named), range: start..<tokens[index - 1].range.upperBound)
    }

    private mutating func namedValue(isPrevious: Bool) throws(ExpressionError) -> StageValue {
        let first = token
        guard case .word(let word) = first.kind else { throw unexpected("a value of the stage") }
        index += 1
        if word == "measure" { return try measure(isPrevious: isPrevious) }
        guard let number = StageNumber(rawValue: word) else {
            throw ExpressionError(.unknownWord(word, known: Self.words), at: first.range.lowerBound)
        }
        if isPrevious, number == .target || number == .targetCount {
            throw ExpressionError(.noPrevious(word), at: first.range.lowerBound)
        }
        return StageValue(.stage(number), of: try selection(of: number, at: first), isPrevious: isPrevious)
    }

    private static let words = StageNumber.allCases.map(\.rawValue) + ["measure", "previous", "and", "or", "not"]

    private mutating func measure(isPrevious: Bool) throws(ExpressionError) -> StageValue {
        try expect(.open)
        let name = token
        guard case .text(let text) = name.kind else { throw unexpected("a measure's name in quotes") }
        index += 1
        try expect(.close)
        guard let id = vocabulary.measure(named: text) else {
            let known = vocabulary.measures.map(\.id)
            throw ExpressionError(.unknownMeasure(text, known: known), at: name.range.lowerBound + 1)
        }
        return StageValue(.measure(id), isPrevious: isPrevious)
    }

    private mutating func selection(
        of number: StageNumber,
        at word: ExpressionToken
    ) throws(ExpressionError) -> StageValue.Selection? {
        let open = token
        guard skip(sign: .open) else {
            guard number != .share else {
                throw ExpressionError(.needsSelection(number.rawValue), at: word.range.lowerBound)
            }
            return nil
        }
        guard number.takesSelection else {
            throw ExpressionError(.noSelection(number.rawValue), at: open.range.lowerBound)
        }
        let place = token.range.lowerBound
        let dimension = try dimensionName()
        try expect(.equal)
        let value = token
        guard case .text(let text) = value.kind else { throw unexpected("a value in quotes") }
        index += 1
        try expect(.close)
        return try vocabulary.selection(dimension, text, dimensionAt: place, valueAt: value.range.lowerBound + 1)
    }

    /// A word, words with hyphens, or anything in quotes.
    private mutating func dimensionName() throws(ExpressionError) -> String {
        if case .text(let text) = token.kind {
            index += 1
            return text
        }
        guard case .word(var name) = token.kind else { throw unexpected("a dimension") }
        index += 1
        while token.kind == .sign(.minus), case .word(let next) = tokens[index + 1].kind {
            name += "-" + next
            index += 2
        }
        return name
    }

    private mutating func skip(word: String) -> Bool {
        guard token.kind == .word(word) else { return false }
        index += 1
        return true
    }

    private mutating func skip(sign: ExpressionToken.Sign) -> Bool {
        guard token.kind == .sign(sign) else { return false }
        index += 1
        return true
    }

    private mutating func skip(
        _ operations: [ExpressionToken.Sign: Expression.Arithmetic]
    ) -> Expression.Arithmetic? {
        guard case .sign(let sign) = token.kind, let operation = operations[sign] else { return nil }
        index += 1
        return operation
    }

    private mutating func expect(_ sign: ExpressionToken.Sign) throws(ExpressionError) {
        guard skip(sign: sign) else { throw unexpected("'\(sign.rawValue)'") }
    }

    private func unexpected(_ wanted: String) -> ExpressionError {
        ExpressionError(.unexpected(token.words, wanted: wanted), at: token.range.lowerBound)
    }
}
