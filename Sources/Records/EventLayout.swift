/// Where the columns that are wanted come from in one file.
struct EventLayout {
    var entity: ColumnOrigin
    var time: ColumnOrigin
    /// The event, then the properties.
    var coded: [ColumnOrigin]
    /// For each join, the cell that holds its key; `nil` where nothing is taken from it.
    var keys: [Int?]
    /// The times of a joined table by the codes of its words; `nil` where a word is no time.
    var joinedTimes: [SpelledTime?] = []

    /// Finds the columns, each exactly once.
    /// - Parameter isEventFromFile: Whether the event is given, the same for all rows.
    init(
        of columns: EventColumns,
        in table: TextTable,
        _ values: CellValues,
        isEventFromFile: Bool,
        format: TextFormat
    ) throws(RecordsError) {
        var finder = ColumnFinder(in: table, joins: values.joins)
        entity = finder.find(columns.entity, for: .entity)
        time = finder.find(columns.time, for: .time)
        var origin = ColumnOrigin.absent
        if isEventFromFile {
            origin = .given
        } else if let column = columns.event {
            origin = finder.find(column, for: .event)
        }
        coded = [origin]
        for property in columns.properties { coded.append(finder.find(property, for: .property)) }
        try finder.check()
        keys = finder.keys
        joinedTimes = values.words(of: time).map { format.time(Array($0.utf8).span) }
    }
}

extension EventColumns {
    /// The names in the header that are needed; `isEventFromFile`: the event is none of them.
    func wanted(isEventFromFile: Bool) -> [String] {
        [entity, time] + (isEventFromFile ? [] : [event].compactMap { $0 }) + properties
    }

    /// A name asked for twice. `event` stands for the event column, so no property may have it beside one.
    func nameAskedForTwice(isEventFromFile: Bool) -> String? {
        var seen: Set<String> = []
        if let twice = wanted(isEventFromFile: isEventFromFile).first(where: { !seen.insert($0).inserted }) {
            return twice
        }
        let hasEvent = isEventFromFile || event != nil
        return hasEvent && properties.contains("event") ? "event" : nil
    }
}
