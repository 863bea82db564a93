/// What the columns of counts mean.
public struct CountColumnsSettings: Sendable {
    /// A stage and what stands for it in the data.
    public struct Words: Sendable {
        /// The stage.
        public var id: String
        /// The words of the stage column that mean it.
        public var words: [String]
    }

    /// A stage and the column of its counts.
    public struct Header: Sendable {
        /// The stage.
        public var id: String
        /// The column.
        public var header: Placed<String>
    }

    /// Where stages stand.
    public enum Stages: Sendable {
        /// Each in a column, in the order of the file.
        case columns([Header])
        /// Each in a row, in the order of the file; by default the stages of the funnels that use the source, each meant by
        /// its id.
        case rows(stage: Placed<String>, count: Placed<String>, words: [Words])

        var ids: [String] {
            switch self {
            case .columns(let headers): headers.map(\.id)
            case .rows(_, _, let words): words.map(\.id)
            }
        }
    }

    /// The column of days or weeks; `nil`: the format's date stands for all rows.
    public var day: Placed<String>?
    /// Whether that column names weeks.
    public var isWeekly: Bool
    /// The column of the week in which those counted came in, if there is one.
    public var entryWeek: Placed<String>?
    /// Where stages stand.
    public var stages: Stages

    var all: [Placed<String>] {
        let ofStages: [Placed<String>] =
            switch stages {
            case .columns(let headers): headers.map(\.header)
            case .rows(let stage, let count, _): [stage, count]
            }
        return [day, entryWeek].compactMap { $0 } + ofStages
    }
}
