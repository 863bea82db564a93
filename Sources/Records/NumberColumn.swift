/// A column of numbers, each different word of it read once.
struct NumberColumn {
    /// What a cell says.
    enum Cell {
        case missing
        case bad
        case number(SpelledNumber)
    }

    /// Its name.
    let name: String
    private let codes: [Int32]
    private let cells: [Cell]

    /// Reads a column of the sheet, in the configured style, or else in the one that all its words speak for.
    /// - Parameter areWhole: Whether the numbers are counts.
    /// - Throws: `RecordsError` where it is right in two styles.
    init(_ name: String, of sheet: Sheet, areWhole: Bool = false, format: TextFormat) throws(RecordsError) {
        let column = sheet.column(name) ?? CodedColumn(codes: [], words: [])
        var style = format.numbers
        if style == nil, !(sheet.isJSON && column.words.allSatisfy(Self.isJSONNumber)) {
            switch NumberStyle.found(in: column.words, areWhole: areWhole) {
            case .style(let found): style = found
            case .ambiguous(let examples):
                let kind = RecordsError.Kind.ambiguousNumbers(column: name, examples: examples)
                throw RecordsError(kind: kind, position: sheet.place(ofName: name))
            case .notNumbers: break
            }
        }
        self.name = name
        codes = column.codes
        cells = column.words.map { word in
            SpelledNumber(Array(word.utf8).span, style: style).map { .number($0) } ?? .bad
        }
    }

    private static func isJSONNumber(_ word: String) -> Bool {
        word.utf8.allSatisfy { ASCII.isDigit($0) || "+-.eE".utf8.contains($0) }
    }

    /// What the column says in that row of the sheet.
    subscript(row: Int) -> Cell {
        let code = Int(codes[row])
        return code < 0 ? .missing : cells[code]
    }
}

extension Sheet {
    /// The number in a row; `nil` inside where it is missing, and all of it where the row is rejected for it.
    mutating func number(ofRow row: Int, from column: NumberColumn) -> Double?? {
        switch column[row] {
        case .missing: return .some(nil)
        case .number(let number): return number.value
        case .bad:
            reject(row: row, .badNumber, column: column.name)
            return nil
        }
    }

    /// The count in a row: a whole number from 0 to a million million; `nil` inside where it is missing, which is not
    /// 0, and all of it where the row is rejected for it.
    mutating func count(ofRow row: Int, from column: NumberColumn) -> Int?? {
        switch column[row] {
        case .missing: return .some(nil)
        case .number(let number):
            if let whole = number.whole, !number.isPercent, (0...1_000_000_000_000).contains(whole) { return whole }
        case .bad: break
        }
        reject(row: row, .badCount, column: column.name)
        return nil
    }
}
