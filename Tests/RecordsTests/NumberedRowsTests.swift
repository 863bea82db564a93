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

    @Test(arguments: [0, 1, 2, 30, 127, 128, 2000, 9000])
    func entitiesAndTheirOrderAreThoseOfSorting(count: Int) {
        var numbered = NumberedRows()
        for seed in 1...12 as ClosedRange<UInt64> {
            let all = rows(count, seed: seed)
            let start: Int64 = 1_700_000_000_000_000
            let places: [Int32] = [2, 0, -1, 1, 4, 3]
            let numbering = RowNumbering(times: start..<(start + 45_000_000), placeBits: 3, placeOfKind: places)
            let packed = stride(from: 0, to: count * 2 / 3, by: 100).map {
                PackedRows(all[$0..<min($0 + 100, count * 2 / 3)])
            }
            numbered.begin(count: count)
            let areTaken = [
                numbered.add(packed, by: numbering),
                numbered.add(Array(all[(count * 2 / 3)...]), by: numbering),
            ]
            #expect(areTaken == [true, true])
            numbered.finish()
            var expected: [Entity: [UInt64]] = [:]
            for row in all where row.time < numbering.times.upperBound && places[Int(row.kind)] >= 0 {
                let number = UInt64(row.time - start) << 3 | UInt64(places[Int(row.kind)])
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
    }

    @Test func aRowThatIsTooEarlyIsTold() {
        let all = rows(200, seed: 3)
        let numbering = RowNumbering(
            times: 1_700_000_001_000_000..<1_700_000_009_000_000,
            placeBits: 3,
            placeOfKind: Array(repeating: 0, count: 6)
        )
        var numbered = NumberedRows()
        numbered.begin(count: all.count)
        let packedAreTaken = numbered.add([PackedRows(all[...])], by: numbering)
        numbered.begin(count: all.count)
        let areTaken = numbered.add(all, by: numbering)
        #expect(!packedAreTaken && !areTaken)
    }
}
