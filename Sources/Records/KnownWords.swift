internal import Synchronization

/// The words of all coded columns and their combinations, as all threads that scan have found them.
///
/// A combination of words, one a column, is a *kind* of row; rows of one kind are alike to everybody. Codes and kinds are
/// numbered as they come, which differs from run to run: no result depends on them.
final class KnownWords: Sendable {
    /// One kind of row.
    struct Kind: Sendable {
        /// One code a column; -1 where the word is missing.
        var codes: [Int32]
        var users: UInt64
        var isKept: Bool
    }

    private struct Column {
        /// One for each code: the first word of it that came.
        var words: [String] = []
        /// By the word's bytes: `String` takes words for the same that differ in them.
        var codeOfWord: [[UInt8]: Int32] = [:]
        /// Of words that are not told apart, by what matters alone.
        var codeOfAspects: [[Bool]: Int32] = [:]

        mutating func code(of bytes: [UInt8], _ text: String, _ aspects: [Bool]?) -> Int32 {
            if let code = aspects.map({ codeOfAspects[$0] }) ?? codeOfWord[bytes] { return code }
            let code = Int32(words.count)
            words.append(text)
            if let aspects { codeOfAspects[aspects] = code } else { codeOfWord[bytes] = code }
            return code
        }
    }

    private struct State {
        var columns: [Column]
        var kinds: [Kind] = []
        var kindOfCodes: [[Int32]: Int32] = [:]
    }

    private let names: [String]
    private let interest: ScanInterest
    private let missing: MissingCells
    private let state: Mutex<State>

    /// - Parameter names: The columns' names, `event` first.
    init(_ names: [String], missing: MissingCells, interest: ScanInterest) {
        self.names = names
        self.interest = interest
        self.missing = missing
        state = Mutex(State(columns: names.map { _ in Column() }))
    }

    /// The code of a word in a column; see `WordWays` for those below 0.
    func code(of word: Span<UInt8>, column: Int) -> Int32 {
        if missing.contains(TextCell(start: 0, end: word.count), in: word) { return WordWays.missing }
        guard isUTF8(word) else { return WordWays.invalid }
        let bytes = word.indices.map { word[$0] }
        let text = String(decoding: bytes, as: UTF8.self)
        let aspects = interest.aspects[names[column]].map { $0(text) }
        return state.withLock { $0.columns[column].code(of: bytes, text, aspects) }
    }

    /// The kind of rows with these codes, one a column.
    func kind(of codes: [Int32]) -> (number: Int32, kind: Kind) {
        state.withLock { state in
            if let number = state.kindOfCodes[codes] { return (number, state.kinds[Int(number)]) }
            let columns = state.columns
            let use = interest.use { name in
                guard let column = self.names.firstIndex(of: name), codes[column] >= 0 else { return nil }
                return columns[column].words[Int(codes[column])]
            }
            let number = Int32(state.kinds.count)
            let kind = Kind(codes: codes, users: use.users, isKept: use.isKept)
            state.kinds.append(kind)
            state.kindOfCodes[codes] = number
            return (number, kind)
        }
    }

    /// Each column under its name, a row for each kind.
    var columns: [String: CodedColumn] {
        state.withLock { state in
            Dictionary(
                uniqueKeysWithValues: names.enumerated().map { index, name in
                    (name, CodedColumn(codes: state.kinds.map { $0.codes[index] }, words: state.columns[index].words))
                }
            )
        }
    }
}
