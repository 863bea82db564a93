internal import Calendars
internal import Records

/// The values that a table's rows have in each dimension of a funnel.
struct DimensionValues {
    private enum Origin {
        case column(RankedColumn)
        case date(DatePart)
        case condition(CodedCondition)
    }

    private let origins: [Origin]
    private let timeline: Timeline

    /// - Precondition: `columns` has every column that the dimensions look at.
    init(_ dimensions: [Dimension], in columns: [String: CodedColumn], on timeline: Timeline) {
        self.timeline = timeline
        var ranked: [String: RankedColumn] = [:]
        origins = dimensions.map { dimension in
            switch dimension.origin {
            case .date(let part): return .date(part)
            case .condition(let condition): return .condition(CodedCondition(condition, in: columns))
            case .column(let name):
                guard let column = columns[name] else { preconditionFailure("column \(name) was not read") }
                let known = ranked[name] ?? RankedColumn(column)
                ranked[name] = known
                return .column(known)
            }
        }
    }

    /// The value in one dimension on rows that all lie at `position`; of several, the smallest by bytes, missing last.
    func value(of dimension: Int, on rows: some Sequence<Int>, at position: Int64) -> String {
        switch origins[dimension] {
        case .date(let part):
            return part.value(of: timeline.date(at: position))
        case .condition(let condition):
            return rows.contains { condition.holds(forRow: $0) } ? Dimension.memberValue : Dimension.missingValue
        case .column(let column):
            let smallest = rows.map { column.codes[$0] }.min { column.rank(of: $0) < column.rank(of: $1) }
            return smallest.flatMap(column.word) ?? Dimension.missingValue
        }
    }
}

/// A column whose values can be compared by their bytes.
private struct RankedColumn {
    let codes: [Int32]
    private let words: [String]
    private let ranks: [Int]

    init(_ column: CodedColumn) {
        codes = column.codes
        words = column.words
        var ranks = Array(repeating: 0, count: words.count)
        let words = column.words
        let sorted = words.indices.sorted { words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8) }
        for (rank, code) in sorted.enumerated() { ranks[code] = rank }
        self.ranks = ranks
    }

    func rank(of code: Int32) -> Int { code < 0 ? Int.max : ranks[Int(code)] }

    func word(of code: Int32) -> String? { code < 0 ? nil : words[Int(code)] }
}

extension DatePart {
    /// The part of `date` that this names, so written that sorting by letters sorts by time.
    func value(of date: LocalDate) -> String {
        let (year, month, _) = date.parts
        let monthName = String(date.description.prefix(7))
        return switch self {
        case .year: String(monthName.prefix(4))
        case .quarter: "\(year)-Q\((month + 2) / 3)"
        case .month: monthName
        case .week: "\(Week(containing: date))"
        case .weekday: String(date.weekday + 1)
        }
    }
}
