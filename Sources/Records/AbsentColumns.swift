/// The columns that JSON files did without. An object need not have every key, nor need a file; but a column that no file
/// of a source has is a fault of who asks for it.
struct AbsentColumns: Sendable {
    private var found: Set<String> = []
    private var faults: [(name: String, error: RecordsError)] = []

    /// Takes notice of whether a file has the column.
    mutating func look(at origin: ColumnOrigin, of wanted: RecordsError.WantedColumn, in table: TextTable) {
        guard case .absent = origin else {
            found.insert(wanted.name)
            return
        }
        if found.contains(wanted.name) || faults.contains(where: { $0.name == wanted.name }) { return }
        let kind = RecordsError.Kind.missingColumns([wanted], header: table.allNames)
        faults.append((wanted.name, RecordsError(kind: kind, position: table.position)))
    }

    /// The columns that no file had, one an error, each at the first file without it.
    var errors: [RecordsError] { faults.filter { !found.contains($0.name) }.map(\.error) }
}
