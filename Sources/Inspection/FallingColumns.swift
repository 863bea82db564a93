internal import Records

/// Columns of counts of which each is a part of the one before.
struct FallingColumns {
    /// From left to right, the first with the most; fewer than two where nothing falls.
    let names: [String]

    private static let stageLimit = 8

    /// Looks for the longest run of columns, in the order of the header, each of which is not over the one before in 19 of
    /// 20 rows that have both, and smaller in sum; of equally long ones, the one that begins with the largest sum.
    init(of group: TableGroup) {
        let candidates = group.names(where: Self.isCount)
        let numbers = candidates.map { group.numbers($0) }
        let sums = numbers.map { $0.reduce(0) { $0 + ($1 ?? 0) } }
        var chains: [[Int]] = []
        for index in candidates.indices {
            let before = (0..<index).filter { Self.falls(from: numbers[$0], to: numbers[index]) }
            let best = before.map { chains[$0] }.filter { $0.count < Self.stageLimit }
                .max { ($0.count, sums[$0[0]]) < ($1.count, sums[$1[0]]) }
            chains.append((best ?? []) + [index])
        }
        let longest = chains.max { ($0.count, sums[$0[0]], $1[0]) < ($1.count, sums[$1[0]], $0[0]) } ?? []
        names = longest.map { candidates[$0] }
    }

    /// Whether a column may hold counts: whole numbers from 0 on, and nothing else in its header.
    static func isCount(_ column: ColumnProfile) -> Bool {
        guard column.kind == .wholeNumber || column.kind == .number else { return false }
        let header = HeaderWords(column.name)
        if header.hold(ColumnRoles.noCount) || header.hold(ColumnRoles.id) { return false }
        return column.readings.allSatisfy { reading in
            guard let reading else { return true }
            return (reading.whole ?? -1) >= 0
        }
    }

    private static func falls(from first: [Double?], to second: [Double?]) -> Bool {
        var (pairs, kept, before, after) = (0, 0, 0.0, 0.0)
        for case let (whole?, part?) in zip(first, second) {
            pairs += 1
            kept += part <= whole ? 1 : 0
            before += whole
            after += part
        }
        return pairs > 0 && kept * 20 >= pairs * 19 && after < before && after > 0
    }
}
