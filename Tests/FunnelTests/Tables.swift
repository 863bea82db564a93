import Calendars
import Funnel
import Records

/// Small numbers that are the same on every machine and every run (Steele, Lea & Flood 2014, SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

let hour: Int64 = 3_600_000_000
let day: Int64 = 24 * hour

extension EventTable {
    /// A table with a column a stage, named by its letter, that says "yes" where the row matches it.
    init(_ rows: [OracleRow]) {
        var columns = [
            "value": CodedColumn(rows.map(\.value)), "excluded": CodedColumn(rows.map { $0.isExcluded ? "yes" : nil }),
        ]
        for (stage, letter) in letters.enumerated() {
            columns[String(letter)] = CodedColumn(rows.map { $0.stages & (1 << UInt32(stage)) != 0 ? "yes" : nil })
        }
        self.init(
            entityCount: (rows.map(\.entity).max() ?? -1) + 1,
            entities: rows.map { Int32($0.entity) },
            times: rows.map(\.time),
            hasClockTimes: true,
            columns: columns
        )
    }
}

extension CodedColumn {
    init(_ values: [String?]) {
        var words: [String] = []
        let codes = values.map { value -> Int32 in
            guard let value else { return -1 }
            if !words.contains(value) { words.append(value) }
            return Int32(words.firstIndex(of: value) ?? -1)
        }
        self.init(codes: codes, words: words)
    }
}

let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEF")

extension FunnelDefinition {
    /// Stages "a", "b", …; see ``EventTable/init(_:)`` of these tests.
    static func lettered(
        _ count: Int,
        window: Int64? = nil,
        order: StageOrder = .ordered,
        optional: [Int] = [],
        excludes: Bool = false,
        cohort: CohortRule = .first,
        dimensions: [Dimension] = []
    ) -> FunnelDefinition {
        FunnelDefinition(
            id: "lettered",
            stages: letters.prefix(count).enumerated().map { stage, letter in
                Stage(
                    id: String(letter),
                    condition: .column(String(letter), isOneOf: ["yes"]),
                    isOptional: optional.contains(stage)
                )
            },
            order: order,
            exclusion: excludes ? .column("excluded", isOneOf: ["yes"]) : nil,
            windowSeconds: window.map { $0 / 1_000_000 },
            cohort: cohort,
            dimensions: dimensions
        )
    }
}
