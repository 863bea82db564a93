internal import Calendars

/// Files of one header that hold the variants of a test, by their names.
struct VariantFiles {
    /// The variants with the names of their files; empty where the files are none.
    let values: [(value: String, file: String)]

    /// Whether the files are of the same days, so that their counts are added up where they are no variants.
    private let overlap: Bool

    /// Files are variants if they are of the same days, and each name has a word of `known` that only it has.
    init(of group: TableGroup, time: String) {
        let parts = group.parts
        let days = parts.map { part in Set((part.table.column(time)?.times ?? []).compactMap { $0 }) }
        let overlaps = days.dropFirst().allSatisfy { !$0.isDisjoint(with: days[0]) }
        let stems = parts.map { HeaderWords(FileName($0.file.sitePath).stem).words }
        let names: [String] = stems.indices.compactMap { index in
            stems[index].first { word in
                Self.known.contains(word) && !stems.indices.contains { $0 != index && stems[$0].contains(word) }
            }
        }
        overlap = parts.count > 1 && overlaps
        guard parts.count > 1, overlaps, names.count == parts.count, Set(names).count == names.count else {
            values = []
            return
        }
        values = zip(names, parts).map { ($0, FileName($1.file.sitePath).name) }
    }

    /// What to say of files of the same days.
    var remarks: [String] {
        if !values.isEmpty {
            return [
                "The files are of the same days and hold the variants \(listed(values.map(\.value))), by their names."
            ]
        }
        guard overlap else { return [] }
        return [
            "The files are of the same days, and their counts are added up. If they are the variants of a test, write "
                + "`variant: { from: file, values: { name: file, … } }`."
        ]
    }

    private static let known: Set<String> = [
        "control", "experiment", "treatment", "variant", "baseline", "holdout", "kontrol", "deney", "a", "b", "c",
    ]
}
