import Testing

@testable import Records

@Suite struct NumberedRowsTests {
    private struct Entity: Hashable {
        var high: UInt64
        var low: UInt64
        var form: EntityKey.Form
    }

    /// Few numbers in all forms, so that many entities differ in one thing alone; every third row is the same entity's.
    private func rows(_ count: Int, seed: UInt64) -> [ScannedRow] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        let numbers: [UInt64] = [0, 1, 2, 1 << 63, 1 << 63 | 1, .max, 1 << 62]
        return (0..<count).map { index in
            let isFrequent = index % 3 == 0
            return ScannedRow(
                high: isFrequent ? 7 : next(4) == 0 ? numbers[Int(next(7))] : next(500) << (next(3) * 20),
                low: isFrequent || next(3) > 0 ? 0 : numbers[Int(next(7))],
                time: 1_700_000_000_000_000 + Int64(next(50)) * 1_000_000,
                kind: Int32(next(6)),
                form: isFrequent ? .narrow : [.narrow, .wide, .uuid][Int(next(3))]
            )
        }
    }

    /// Numbers at whole seconds, as most logs have them; where numbers are large or seconds far apart, too large for one number
    /// with the others.
    private func numberRows(_ count: Int, seed: UInt64, entities: UInt64, seconds: UInt64) -> [ScannedRow] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 20) % bound
        }
        return (0..<count).map { index in
            ScannedRow(
                high: (index % 5 == 0 ? 3 : next(entities)) | 1 << 63,
                low: 0,
                time: 1_700_000_000_000_000 + Int64(next(seconds)) * 1_000_000,
                kind: Int32(next(6)),
                form: .narrow
            )
        }
    }

    private func packs(of rows: [ScannedRow]) -> [PackedRows] {
        stride(from: 0, to: rows.count, by: 100).map { PackedRows(rows[$0..<min($0 + 100, rows.count)]) }
    }

    private let start: Int64 = 1_700_000_000_000_000
    private let places: [Int32] = [2, 0, -1, 1, 4, 3]

    private func expectSorted(_ all: [ScannedRow], in numbered: inout NumberedRows, end: Int64) {
        // A beginning that is no whole second, and far away.
        let numbering = RowNumbering(times: (start - 1_234_567)..<end, placeBits: 3, placeOfKind: places)
        let isTaken = numbered.fill(with: packs(of: all), by: numbering)
        #expect(isTaken)
        var expected: [Entity: [UInt64]] = [:]
        for row in all where row.time < end && places[Int(row.kind)] >= 0 {
            let number = UInt64(row.time - start + 1_234_567) << 3 | UInt64(places[Int(row.kind)])
            expected[Entity(high: row.high, low: row.low, form: row.form), default: []].append(number)
        }
        let found = (0..<numbered.entityCount).map { entity in
            Array(numbered.numbers[Int(numbered.bounds[entity])..<Int(numbered.bounds[entity + 1])])
        }
        #expect(
            found.sorted { $0.lexicographicallyPrecedes($1) }
                == expected.values.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
        )
    }

    @Test(arguments: [0, 1, 2, 30, 127, 128, 2000, 9000])
    func entitiesAndTheirOrderAreThoseOfSorting(count: Int) {
        var numbered = NumberedRows()
        for seed in 1...12 as ClosedRange<UInt64> {
            expectSorted(rows(count, seed: seed), in: &numbered, end: start + 45_000_000)
            for (entities, seconds) in [(1, 50), (700, 50), (1 << 40, 1 << 20), (1 << 50, 50), (1 << 53, 1 << 30)]
                as [(UInt64, UInt64)]
            {
                let all = numberRows(count, seed: seed, entities: entities, seconds: seconds)
                expectSorted(all, in: &numbered, end: start + 45_000_001)
                expectSorted(all, in: &numbered, end: start + 1 << 60)
            }
        }
    }

    @Test func rowsThatAllComeTooLateAreNone() {
        var numbered = NumberedRows()
        expectSorted(numberRows(300, seed: 2, entities: 40, seconds: 50), in: &numbered, end: start)
        #expect(numbered.entityCount == 0)
    }

    @Test func aRowThatIsTooEarlyIsTold() {
        let numbering = RowNumbering(
            times: 1_700_000_001_000_000..<1_700_000_009_000_000,
            placeBits: 3,
            placeOfKind: Array(repeating: 0, count: 6)
        )
        for all in [rows(200, seed: 3), numberRows(200, seed: 3, entities: 40, seconds: 50)] {
            var numbered = NumberedRows()
            let areTaken = numbered.fill(with: packs(of: all), by: numbering)
            #expect(!areTaken)
        }
    }
}
