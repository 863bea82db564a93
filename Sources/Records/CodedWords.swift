/// A column of words that grows.
struct CodedWords: Sendable {
    private(set) var codes: [Int32]
    private(set) var words = WordTable()
    /// The words of the joined column that the values of the present file come from, and their numbers here; -1 where a
    /// word has not come yet.
    private var joined: (words: [String], numbers: [Int32]) = ([], [])

    /// A column that is missing in so many rows, and knows no word.
    init(missingRows: Int = 0) {
        codes = Array(repeating: -1, count: missingRows)
    }

    var column: CodedColumn { CodedColumn(codes: codes, words: words.words) }

    /// Takes the values of the next rows from where `origin` says.
    mutating func begin(_ origin: ColumnOrigin, joins: [Join]) {
        guard case .joined(let join, let column) = origin else { return }
        let words = joins[join].table.words(ofColumn: column)
        joined = (words, words.map { _ in -1 })
    }

    /// Adds a row with that value.
    mutating func append(_ value: RowValue, in text: Span<UInt8>) {
        let number =
            switch value {
            case .cell(let cell): cell.withContent(in: text) { words.number(of: $0) }
            case .joined(let code): self.number(ofJoinedCode: Int(code))
            case .given(let word): words.number(of: word.span)
            case .missing: Int32(-1)
            }
        codes.append(number)
    }

    private mutating func number(ofJoinedCode code: Int) -> Int32 {
        if joined.numbers[code] < 0 {
            joined.numbers[code] = words.number(of: joined.words[code])
        }
        return joined.numbers[code]
    }
}
