/// What the columns of a counts file mean, by the names in its header.
public struct CountColumns: Hashable, Sendable {
    /// A stage that has a column of its own.
    public struct StageHeader: Hashable, Sendable {
        /// The stage.
        public var id: String
        /// The column that holds its counts.
        public var header: String

        /// The stage counted in that column.
        public init(id: String, header: String) {
            self.id = id
            self.header = header
        }
    }

    /// A stage by the words in a column of stages.
    public struct StageWords: Hashable, Sendable {
        /// The stage.
        public var id: String
        /// The words that mean it, as they are written; the id itself where there are none.
        public var words: [String]

        /// The stage that these words mean.
        public init(id: String, words: [String] = []) {
            self.id = id
            self.words = words
        }
    }

    /// How stages are laid out.
    public enum Stages: Hashable, Sendable {
        /// Wide: a column a stage.
        case columns([StageHeader])
        /// Long: a row a stage, with a column that names it and one that counts.
        case rows(stage: String, count: String, stages: [StageWords])
    }

    /// The column of days, or of weeks; `nil` where the format's `date` stands for all rows.
    public var day: String?
    /// Whether that column names weeks: `2026-W07`, or the date of their first day.
    public var isWeekly: Bool
    /// The column of the weeks in which the counted entities entered.
    public var entryWeek: String?
    /// Where the counts are.
    public var stages: Stages
    /// Further columns to keep.
    public var properties: [String]

    /// Maps the columns; neither an entry week nor properties by default, and days, not weeks.
    public init(
        day: String?,
        isWeekly: Bool = false,
        entryWeek: String? = nil,
        stages: Stages,
        properties: [String] = []
    ) {
        self.day = day
        self.isWeekly = isWeekly
        self.entryWeek = entryWeek
        self.stages = stages
        self.properties = properties
    }
}

extension CountColumns {
    /// The columns that a sheet has to have.
    var sheetColumns: [SheetColumn] {
        let times = [day, entryWeek].compactMap { $0 }.map { SheetColumn($0, for: .time) }
        var stageColumns: [SheetColumn] = []
        if case .rows(let stage, _, _) = stages { stageColumns = [SheetColumn(stage, for: .stage)] }
        let counts = countHeaders.map { SheetColumn($0, for: .count) }
        return times + stageColumns + counts + properties.map { SheetColumn($0) }
    }

    /// The columns that hold counts.
    var countHeaders: [String] {
        switch stages {
        case .columns(let headers): headers.map(\.header)
        case .rows(_, let count, _): [count]
        }
    }

    /// The stages' ids, in their order.
    var stageIDs: [String] {
        switch stages {
        case .columns(let headers): headers.map(\.id)
        case .rows(_, _, let stages): stages.map(\.id)
        }
    }
}
