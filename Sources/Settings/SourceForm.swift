/// The forms that data have.
public enum DataForm: String, CaseIterable, Sendable {
    /// A row: one entity did one thing at one time.
    case events
    /// A row: one entity with a date a stage, or one change of its stage.
    case records
    /// A row: so many entities in a stage, on a day or in a week.
    case counts
    /// A row: figures of stages on a day or in a week.
    case measures
}

/// A source's form with the meaning of its columns.
public enum SourceForm: Sendable {
    /// One entity did one thing at one time.
    case events(EventColumnsSettings)
    /// One entity with its dates.
    case records(RecordColumnsSettings)
    /// So many entities in a stage.
    case counts(CountColumnsSettings)
    /// Figures of stages.
    case measures(MeasureColumnsSettings)

    /// The form alone.
    public var kind: DataForm {
        switch self {
        case .events: .events
        case .records: .records
        case .counts: .counts
        case .measures: .measures
        }
    }

    /// The column that tells entities apart; `nil` where rows are not of single ones.
    var entity: String? {
        switch self {
        case .events(let columns): columns.entity.value
        case .records(let columns): columns.entity.value
        case .counts, .measures: nil
        }
    }

    /// Every column that the settings name, each at its first place.
    var columns: [Placed<String>] {
        switch self {
        case .events(let columns): [columns.entity, columns.time] + [columns.event].compactMap { $0 }
        case .records(let columns): columns.all
        case .counts(let columns): columns.all
        case .measures(let columns): columns.all
        }
    }

    /// The stages that the file lists; empty where it lists none.
    var stages: [String] {
        switch self {
        case .events, .measures: []
        case .records(let columns): columns.stages.map(\.id)
        case .counts(let columns): columns.stages.ids
        }
    }
}

/// What the columns of events mean.
public struct EventColumnsSettings: Sendable {
    /// Tells entities apart.
    public var entity: Placed<String>
    /// The time.
    public var time: Placed<String>
    /// The event's name, if there is such a column.
    public var event: Placed<String>?
}

/// What the columns of measures mean.
public struct MeasureColumnsSettings: Sendable {
    /// Where measures stand.
    public enum Layout: Sendable {
        /// Each in a column, its header being its name.
        case columns
        /// Each in a row: its name, its value, perhaps the base it was taken from.
        case rows(name: Placed<String>, value: Placed<String>, base: Placed<String>?)
    }

    /// The column of days or weeks; `nil`: the format's date stands for all rows.
    public var day: Placed<String>?
    /// Whether that column names weeks.
    public var isWeekly: Bool
    /// Where measures stand.
    public var layout: Layout
    /// The column that says what feedback is about, if there is one.
    public var theme: Placed<String>?
    /// The column that says which stage a row is of, if there is one.
    public var stage: Placed<String>?

    var all: [Placed<String>] {
        let columns: [Placed<String>?] =
            switch layout {
            case .columns: [day]
            case .rows(let name, let value, let base): [day, name, value, base]
            }
        return (columns + [theme, stage]).compactMap { $0 }
    }
}
