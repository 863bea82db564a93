internal import Diagnostics

/// A column that names stages, by the words that mean them.
struct StageWordColumn {
    /// What a cell says.
    enum Cell: Equatable {
        case missing
        /// No stage has this word.
        case unknown
        /// The index of the stage.
        case stage(Int)
    }

    private let name: String
    private let column: CodedColumn
    private let cells: [Cell]
    private let known: [String]

    /// Reads a column of the sheet.
    /// - Parameter words: For each stage, the words that mean it, as they are written.
    init(_ name: String, of sheet: Sheet, words: [[String]]) {
        self.name = name
        column = sheet.column(name) ?? CodedColumn(codes: [], words: [])
        known = words.flatMap { $0 }
        cells = column.words.map { word in
            words.firstIndex { $0.contains(word) }.map { .stage($0) } ?? .unknown
        }
    }

    /// What the column says in that row of the sheet.
    subscript(row: Int) -> Cell {
        let code = Int(column.codes[row])
        return code < 0 ? .missing : cells[code]
    }

    /// The stage that a row names; `nil` where the row is rejected because it names none.
    func stage(ofRow row: Int, in sheet: inout Sheet) -> Int? {
        switch self[row] {
        case .stage(let stage): return stage
        case .missing: sheet.reject(row: row, .missingStage, column: name)
        case .unknown:
            let near = nearestWord(to: column.words[Int(column.codes[row])], in: known)
            sheet.reject(row: row, .unknownStage, column: name, nearest: near)
        }
        return nil
    }
}
