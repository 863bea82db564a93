/// When something happened, by the columns of a table.
struct TimeChoice {
    private let group: TableGroup

    init(of group: TableGroup) {
        self.group = group
    }

    /// The columns that say when: all kinds of dates and times.
    var names: [String] { group.names { $0.kind.isTime } }

    /// The likeliest: with a clock before those without, those filled in most rows first, then the order of the header.
    var name: String? {
        names.enumerated().min { rank(of: $0.element, $0.offset) < rank(of: $1.element, $1.offset) }?.element
    }

    private func rank(of name: String, _ index: Int) -> (Int, Int, Int) {
        let words = HeaderWords(name)
        let isOther = words.hold(["updated", "modified", "birth", "born", "due", "expected", "dogum"])
        let hasClock = group.kind(of: name) != .date
        return (isOther ? 1 : 0, group.missingCount(name) * 2 > group.rowCount ? 1 : 0, (hasClock ? 0 : 100) + index)
    }
}
