/// The accepted rows, column by column, in the order of the input.
public struct EventTable: Sendable {
    /// How many rows there are.
    public let rowCount: Int
    /// How many different entities there are.
    public let entityCount: Int
    /// Each row's entity, numbered from 0 by first appearance. The identifiers themselves are not kept.
    public let entities: [Int32]
    /// Each row's time in microseconds since 1970 UTC (`Instant.microseconds`); a date without a clock time is the
    /// beginning of that day in the format's zone.
    public let times: [Int64]
    /// Whether any row had a clock time. If not, there are dates only; so it is with a table without rows.
    public let hasClockTimes: Bool
    /// The event column, if there is one, under the name `event`; the properties under their names in the header.
    public let columns: [String: CodedColumn]

    /// A table of as many rows as there are `entities`.
    /// - Precondition: `times` and every column are as long; entities are numbers from 0 below `entityCount`.
    public init(
        entityCount: Int,
        entities: [Int32],
        times: [Int64],
        hasClockTimes: Bool,
        columns: [String: CodedColumn]
    ) {
        precondition(times.count == entities.count && columns.values.allSatisfy { $0.codes.count == entities.count })
        rowCount = entities.count
        self.entityCount = entityCount
        self.entities = entities
        self.times = times
        self.hasClockTimes = hasClockTimes
        self.columns = columns
    }
}

/// A column of words, as numbers.
public struct CodedColumn: Hashable, Sendable {
    /// Each row's word; -1 where it is missing.
    public let codes: [Int32]
    /// The words in the order of their first appearance, as they are written: different bytes are different words.
    public let words: [String]

    /// A column of rows with these codes.
    public init(codes: [Int32], words: [String]) {
        self.codes = codes
        self.words = words
    }
}

/// All that was read from the files of a source.
public struct EventReading: Sendable {
    /// The accepted rows.
    public let table: EventTable
    /// The sums.
    public let tally: RowTally
    /// Every rejected row.
    public let rejections: Rejections
    /// Properties that no file has, one an error; only JSON files may do without one.
    public let absent: [RecordsError]
}
