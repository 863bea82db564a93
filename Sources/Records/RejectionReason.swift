/// What is wrong with a row, in the order in which a row is judged: the first that holds is its reason.
public enum RejectionReason: String, Hashable, Sendable, CaseIterable {
    /// Something other than a delimiter or a line break follows a closing quote.
    case textAfterQuote = "text-after-quote"
    /// A quoted cell is not closed properly before another quote, or the file's end.
    case unclosedQuote = "unclosed-quote"
    /// The row has more bytes than a row may have.
    case rowTooLong = "row-too-long"
    /// The row is no whole JSON object.
    case badJSON = "bad-json"
    /// The row has fewer cells than the header.
    case tooFewCells = "too-few-cells"
    /// The row has more cells than the header.
    case tooManyCells = "too-many-cells"
    /// A cell that is needed is not UTF-8.
    case invalidUTF8 = "invalid-utf8"
    /// Nobody did it.
    case missingEntity = "missing-entity"
    /// It never happened.
    case missingTime = "missing-time"
    /// The time is in no form that is read, or there is no such time.
    case badTime = "bad-time"
    /// It names a week that its year does not have.
    case badWeek = "bad-week"
    /// It should be the first day of a week, and is another.
    case midWeek = "mid-week"
    /// Which stage it is is not said.
    case missingStage = "missing-stage"
    /// No stage is meant by this word.
    case unknownStage = "unknown-stage"
    /// Which measure it is is not said.
    case missingName = "missing-name"
    /// It is no number, or not in the style of the column.
    case badNumber = "bad-number"
    /// It is no count: not whole, negative or no number.
    case badCount = "bad-count"
    /// The entity has a record already that is not over.
    case entityTwice = "entity-twice"
    /// The entity has been in this stage already.
    case stageTwice = "stage-twice"
    /// The entity's round was over.
    case afterEnd = "after-end"
    /// A row of a joined table says not which rows it belongs to.
    case missingKey = "missing-key"
    /// A row of a joined table has the key of an earlier one.
    case duplicateKey = "duplicate-key"
}

extension RejectionReason: Comparable {
    /// In the order in which rows are judged.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
