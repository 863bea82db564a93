/// The names that a table is found by.
struct SoughtColumns {
    /// Those that its header must hold.
    let needed: [String]
    /// All that its rows are read for; `nil` where every column is.
    let all: [String]?

    /// Names of which those that joined tables hold may be absent, but not the columns of the keys.
    init(needed: [String], optional: [String] = [], everything: Bool = false, joins: [Join]) {
        let joined = Set(joins.flatMap(\.table.columns))
        let keys = joins.map(\.column)
        var names: Set<String> = []
        self.needed = (needed.filter { !joined.contains($0) } + keys).filter { names.insert($0).inserted }
        all = everything ? nil : needed + optional + keys
    }
}
