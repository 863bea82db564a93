/// What the columns of a records file mean, by the names in its header.
public struct RecordColumns: Hashable, Sendable {
    /// How a file says that a record reached a stage, or came to an outcome.
    public struct StageColumn: Hashable, Sendable {
        /// The stage or outcome.
        public var id: String
        /// Wide files: the column of the day or time when it was reached.
        public var date: String?
        /// Wide files: the column that names what was reached. Beside a date, the date counts only where this says so.
        public var status: String?
        /// The words that mean it in the status column, or in the stage column of long files; the id itself where there
        /// are none.
        public var values: [String]

        /// Says how the stage is known.
        public init(id: String, date: String? = nil, status: String? = nil, values: [String] = []) {
            self.id = id
            self.date = date
            self.status = status
            self.values = values
        }

        /// The words that mean it.
        var words: [String] { values.isEmpty ? [id] : values }
    }

    /// Where a row is a change of stage.
    public struct LongColumns: Hashable, Sendable {
        /// The column that names the stage, or the outcome.
        public var stage: String
        /// The column of the day or time when it was reached.
        public var time: String

        /// Names the two columns.
        public init(stage: String, time: String) {
            self.stage = stage
            self.time = time
        }
    }

    /// Who moves through the stages.
    public var entity: String
    /// In the order of the source's settings; the first is where a round begins.
    public var stages: [StageColumn]
    /// How a round may end. The one with the id `recycled` lets another follow.
    public var outcomes: [StageColumn]
    /// What a record is worth.
    public var amount: String?
    /// When it is expected to close: a plan, which neither reaches a stage nor tells up to when data are complete.
    public var expected: String?
    /// Further columns to keep.
    public var properties: [String]
    /// Non-nil where a row is a change of stage, not a record.
    public var long: LongColumns?

    /// Maps the columns; nothing but entity and stages by default, a row being a record.
    public init(
        entity: String,
        stages: [StageColumn],
        outcomes: [StageColumn] = [],
        amount: String? = nil,
        expected: String? = nil,
        properties: [String] = [],
        long: LongColumns? = nil
    ) {
        self.entity = entity
        self.stages = stages
        self.outcomes = outcomes
        self.amount = amount
        self.expected = expected
        self.properties = properties
        self.long = long
    }
}

extension RecordColumns {
    /// The columns that a sheet has to have.
    var sheetColumns: [SheetColumn] {
        var columns = [SheetColumn(entity, for: .entity)]
        if let long {
            columns += [SheetColumn(long.stage, for: .stage), SheetColumn(long.time, for: .time)]
        } else {
            for stage in stages + outcomes {
                columns += [stage.date].compactMap { $0 }.map { SheetColumn($0, for: .time) }
                columns += [stage.status].compactMap { $0 }.map { SheetColumn($0, for: .stage) }
            }
        }
        columns += [amount].compactMap { $0 }.map { SheetColumn($0, for: .amount) }
        columns += [expected].compactMap { $0 }.map { SheetColumn($0, for: .time) }
        return columns + properties.map { SheetColumn($0) }
    }

    /// The outcome that lets another round follow; `nil` where there is none of that name.
    var recycled: Int? { outcomes.firstIndex { $0.id == "recycled" } }
}
