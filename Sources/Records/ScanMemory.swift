internal import Calendars

/// What one thread that scans remembers from chunk to chunk, and from file to file.
struct ScanMemory {
    var clock: ClockReader
    /// One a coded column.
    var ways: [WordWays]
    private(set) var kinds = KindMemory()
    var days: DayCounter
    /// The rows of the chunks that the thread has put away.
    var rows: PartitionedRows

    /// - Parameters:
    ///   - zone: Its calendar says which day a row lies on.
    ///   - allowance: How much memory rows may take; `nil`: as much as they need.
    init(columns: Int, format: TextFormat, zone: Zone, allowance: RowAllowance?) {
        rows = PartitionedRows(allowance)
        clock = ClockReader(format)
        ways = Array(repeating: WordWays(), count: columns)
        days = DayCounter(zone)
    }

    /// The node of a row with one more code.
    mutating func node(behind node: Int32, code: Int32) -> Int32 { kinds.node(behind: node, code: code) }

    /// Asks for the kind of a row that has not come before.
    mutating func learnKind(at node: Int32, from words: KnownWords) -> KindMemory.Kind {
        let (number, found) = words.kind(of: kinds.codes(of: node))
        let kind = KindMemory.Kind(
            number: number,
            isKept: found.isKept,
            users: days.index(ofUsers: found.users)
        )
        kinds.learn(kind, at: node)
        return kind
    }

    /// Forgets kinds if there are too many.
    mutating func tidy() {
        guard kinds.isFull else { return }
        kinds = KindMemory()
        ways = ways.map { _ in WordWays() }
    }
}
