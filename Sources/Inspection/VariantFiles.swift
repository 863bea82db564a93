internal import Calendars

/// Files of one header that hold the variants of a test, by their names.
struct VariantFiles {
    /// The variants with the names of their files; empty where the files are none.
    let values: [(value: String, file: String)]

    /// Files are variants if they are of the same days, and each name has a word that only it has: one of `known` before
    /// all others.
    init(of group: TableGroup, time: String) {
        let parts = group.parts
        let days = parts.map { part in Set((part.table.column(time)?.times ?? []).compactMap { $0 }) }
        let overlaps = days.dropFirst().allSatisfy { !$0.isDisjoint(with: days[0]) }
        let stems = parts.map { HeaderWords(FileName($0.file.sitePath).stem).words }
        let names: [String] = stems.indices.compactMap { index in
            let own = stems[index].filter { word in
                !stems.indices.contains { $0 != index && stems[$0].contains(word) }
            }
            return own.first(where: Self.known.contains) ?? own.first { !$0.allSatisfy(\.isNumber) }
        }
        guard parts.count > 1, overlaps, names.count == parts.count, Set(names).count == names.count else {
            values = []
            return
        }
        values = zip(names, parts).map { ($0, FileName($1.file.sitePath).name) }
    }

    private static let known: Set<String> = [
        "control", "experiment", "treatment", "variant", "baseline", "holdout", "kontrol", "deney", "a", "b", "c",
    ]
}
