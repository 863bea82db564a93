/// Records as rounds: one way of an entity through the stages, from coming in to its outcome. An entity that was handed
/// back and came again has several.
public struct RecordTable: Sendable {
    /// Where a round stands with a stage.
    public enum Reaching: Hashable, Sendable {
        /// Nothing says that it got there.
        case no
        /// It got there, and nothing says when.
        case undated
        /// Microseconds since 1970 UTC (`Instant.microseconds`); a date alone is its midnight in the format's zone.
        case at(Int64)
    }

    /// How a round ended.
    public struct Ending: Hashable, Sendable {
        /// An index into `outcomes`.
        public var outcome: Int
        /// Microseconds since 1970 UTC; `nil` where nothing says when.
        public var time: Int64?

        /// An ending by the outcome of that index.
        public init(outcome: Int, time: Int64?) {
            self.outcome = outcome
            self.time = time
        }
    }

    /// The stages' ids, in the order of the source's settings.
    public var stages: [String]
    /// The outcomes' ids, e.g. `lost`.
    public var outcomes: [String]
    /// How many different entities there are.
    public var entityCount: Int
    /// Each round's entity, numbered from 0 by first appearance.
    public var entities: [Int32]
    /// For each stage, how each round stands with it.
    public var reached: [[Reaching]]
    /// How each round ended; `nil` while it is open. A round that reached the last stage needs no outcome.
    public var endings: [Ending?]
    /// What each round is worth, in the site's currency; `nil` where it is missing. Empty without such a column.
    public var amounts: [Double?]
    /// When each round is expected to close, as `Reaching.at` has it; `nil` where it is missing. Empty without such a column.
    public var expected: [Int64?]
    /// Columns by their names in the header; for long records the value on the round's last row that has one.
    public var columns: [String: CodedColumn]
    /// Where each round begins in its file, for messages: the row of wide records, the first row of long ones.
    public var rows: [RowPlace]
    /// Whether any time had a clock time. If not, there are dates only.
    public var hasClockTimes: Bool
    /// For each round, how many rows of the files it is made of (1 in wide records).
    public var rowCounts: [Int]

    /// How many rounds there are.
    public var count: Int { entities.count }

    /// A table of rounds.
    /// - Precondition: Every column, `reached` of each stage and `endings` are as long as `entities`.
    public init(
        stages: [String],
        outcomes: [String] = [],
        entityCount: Int,
        entities: [Int32],
        reached: [[Reaching]],
        endings: [Ending?],
        amounts: [Double?] = [],
        expected: [Int64?] = [],
        columns: [String: CodedColumn] = [:],
        rows: [RowPlace],
        hasClockTimes: Bool,
        rowCounts: [Int]? = nil
    ) {
        precondition(reached.count == stages.count && reached.allSatisfy { $0.count == entities.count })
        precondition(endings.count == entities.count && columns.values.allSatisfy { $0.codes.count == entities.count })
        self.stages = stages
        self.outcomes = outcomes
        self.entityCount = entityCount
        self.entities = entities
        self.reached = reached
        self.endings = endings
        self.amounts = amounts
        self.expected = expected
        self.columns = columns
        self.rows = rows
        self.hasClockTimes = hasClockTimes
        self.rowCounts = rowCounts ?? entities.map { _ in 1 }
    }
}

/// A row's place in a source.
public struct RowPlace: Hashable, Sendable {
    /// The file's path.
    public var file: String
    /// The physical line, from 1.
    public var line: Int

    /// The row on that line.
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}
