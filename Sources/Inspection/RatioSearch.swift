internal import Records

/// Columns of rates that are the ratio of two others in every row.
struct RatioSearch {
    /// A column that is one of two others over the other.
    struct Ratio {
        let column: String
        let part: String
        let whole: String
    }

    let ratios: [Ratio]

    /// Looks at all pairs of columns of whole numbers; a rate may be a fraction or in percent, and is rounded as its digits
    /// say. Three different rates at least have to agree. Of several pairs, the leftmost.
    init(of group: TableGroup) {
        let wholes = group.names { column in
            (column.kind == .wholeNumber || column.kind == .number) && column.readings.allSatisfy { $0?.whole != nil }
                && column.sum > 0
        }
        let numbers = wholes.map { group.numbers($0) }
        let rates = group.names { [.number, .percent].contains($0.kind) }.filter { !wholes.contains($0) }
        ratios = rates.compactMap { rate in
            let values = group.numbers(rate)
            guard Set(values.compactMap { $0 }).count >= 3 else { return nil }
            let decimals = group.each(rate).flatMap { $0.readings.compactMap { $0?.decimals } }.max() ?? 0
            for part in wholes.indices {
                for whole in wholes.indices where whole != part {
                    if Self.agree(values, numbers[part], numbers[whole], decimals: decimals) {
                        return Ratio(column: rate, part: wholes[part], whole: wholes[whole])
                    }
                }
            }
            return nil
        }
    }

    private static func agree(_ rates: [Double?], _ parts: [Double?], _ wholes: [Double?], decimals: Int) -> Bool {
        [1.0, 100.0].contains { scale in
            let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
            return rates.indices.allSatisfy { row in
                guard let rate = rates[row], let part = parts[row], let whole = wholes[row], whole != 0 else {
                    return true
                }
                return abs(part / whole * scale - rate) <= unit * 1.001
            }
        }
    }
}
