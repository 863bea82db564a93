import LivingExample

/// Values of the example's measures, a list over the weeks in which each was taken.
let demlikMeasures: [String: [ExampleMeasure]] = {
    let cells = wholeDemlik.measures.files.flatMap { file in
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
    return Dictionary(grouping: cells) { $0[1] }.mapValues { rows in
        rows.map { ExampleMeasure(week: $0[0], value: Double($0[2]) ?? -1, base: $0[3]) }
    }
}()

/// One row of a file of measures.
struct ExampleMeasure {
    var week: String
    var value: Double
    /// Empty where the value is no mean.
    var base: String
}

/// The sum of a measure over the weeks from `first` to `last`.
func measured(_ name: String, from first: String, to last: String) -> Double {
    (demlikMeasures[name] ?? []).filter { (first...last).contains($0.week) }.map(\.value).reduce(0, +)
}
