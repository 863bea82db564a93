/// A column of words that grows.
struct CodedWords: Sendable {
    private(set) var codes: [Int32]
    private(set) var words = WordTable()
    /// The words that values of the present file name by their codes, and their numbers here; -1 where a word has not come
    /// yet.
    private var known: (words: [String], numbers: [Int32]) = ([], [])

    /// A column that is missing in so many rows, and knows no word.
    init(missingRows: Int = 0) {
        codes = Array(repeating: -1, count: missingRows)
    }

    var column: CodedColumn { CodedColumn(codes: codes, words: words.words) }

    /// The values of the next rows name these words by their codes, as far as they are no cells.
    mutating func begin(_ words: [String]) {
        known = (words, words.map { _ in -1 })
    }

    /// Adds a row with that value.
    mutating func append(_ value: RowValue, in text: Span<UInt8>) {
        let number =
            switch value {
            case .cell(let cell): cell.withContent(in: text) { words.number(of: $0) }
            case .word(let code): self.number(ofKnown: Int(code))
            case .missing: Int32(-1)
            }
        codes.append(number)
    }

    private mutating func number(ofKnown code: Int) -> Int32 {
        if known.numbers[code] < 0 {
            known.numbers[code] = words.number(of: known.words[code])
        }
        return known.numbers[code]
    }
}
