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
    /// A table whose event names are the stages that a row matches, in letters: "ab" matches stages 1 and 2.
    init(_ rows: [OracleRow]) {
        let events = rows.map { row in letters.enumerated().filter { row.stages & (1 << UInt32($0.offset)) != 0 } }
            .map { String($0.map(\.element)) }
        self.init(
            entityCount: (rows.map(\.entity).max() ?? -1) + 1,
            entities: rows.map { Int32($0.entity) },
            times: rows.map(\.time),
            hasClockTimes: true,
            columns: ["event": CodedColumn(events), "value": CodedColumn(rows.map(\.value))]
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

let letters = Array("abcdefgh")

extension FunnelDefinition {
    /// Stages "a", "b", …; a row matches a stage if its event's name holds the letter.
    static func lettered(
        _ count: Int,
        window: Int64? = nil,
        cohort: CohortRule = .first,
        dimensions: [Dimension] = []
    ) -> FunnelDefinition {
        let names = (1..<(1 << count)).map { bits in
            String(letters.indices.filter { bits & (1 << $0) != 0 }.map { letters[$0] })
        }
        let stages = letters.prefix(count).map { letter in
            Stage(id: String(letter), condition: .column("event", isOneOf: names.filter { $0.contains(letter) }))
        }
        return FunnelDefinition(
            id: "lettered",
            stages: stages,
            windowSeconds: window.map { $0 / 1_000_000 },
            cohort: cohort,
            dimensions: dimensions
        )
    }
}
