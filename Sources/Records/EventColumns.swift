/// What the columns of an events file mean, by the names in its header.
public struct EventColumns: Hashable, Sendable {
    /// Who did something.
    public var entity: String
    /// When.
    public var time: String
    /// What; `nil` where the file itself is the event, or where there is but one kind.
    public var event: String?
    /// The other columns to keep; none of the above, and each once.
    public var properties: [String]

    /// Maps the columns; neither an event column nor properties by default.
    public init(entity: String, time: String, event: String? = nil, properties: [String] = []) {
        self.entity = entity
        self.time = time
        self.event = event
        self.properties = properties
    }
}

/// What a column is wanted for, as messages say it.
public enum ColumnRole: String, Hashable, Sendable {
    /// It says who.
    case entity
    /// It says when.
    case time
    /// It says what.
    case event
    /// It is kept for conditions and dimensions.
    case property
    /// It says in which stage.
    case stage
    /// It says how many.
    case count
    /// It says what a record is worth.
    case amount
    /// It holds a measure.
    case measure
    /// It names the measure.
    case measureName = "measure’s name"
    /// It says how many answers a measure was taken from.
    case base
    /// It holds the key of a joined table.
    case key
}
