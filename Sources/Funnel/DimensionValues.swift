internal import Calendars
internal import Records

/// The values that rows have in each dimension of a funnel.
struct DimensionValues {
    private enum Origin {
        case column(RankedColumn)
        case date(DatePart)
        case condition(CodedCondition)
    }

    private let origins: [Origin]
    /// The values of the days that were asked for, by dimension.
    private var dates: [[Int: String]]

    /// - Precondition: `columns` has every column that the dimensions look at.
    init(_ dimensions: [Dimension], in columns: [String: CodedColumn]) {
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
        dates = dimensions.map { _ in [:] }
    }

    /// The values whose codes are known beforehand, by code; none of dates.
    func known(of dimension: Int) -> [String] {
        switch origins[dimension] {
        case .date: []
        case .condition: [Dimension.memberValue, Dimension.missingValue]
        case .column(let column): column.words + [Dimension.missingValue]
        }
    }

    /// The code of a missing value.
    func missing(of dimension: Int) -> Int32 {
        switch origins[dimension] {
        case .date: 0
        case .condition: 1
        case .column(let column): Int32(column.words.count)
        }
    }

    /// Whether the dimension is a part of the date.
    func isOfDate(_ dimension: Int) -> Bool {
        if case .date = origins[dimension] { true } else { false }
    }

    /// The part of a day that the dimension is.
    mutating func part(_ dimension: Int, of dayNumber: Int) -> String {
        if let known = dates[dimension][dayNumber] { return known }
        guard case .date(let part) = origins[dimension] else { return Dimension.missingValue }
        let value = part.value(of: LocalDate(dayNumber: dayNumber))
        dates[dimension][dayNumber] = value
        return value
    }

    /// The code of the smaller value by bytes, missing being the largest: of that of `code`, and of a row of the columns.
    func smaller(_ dimension: Int, _ code: Int32?, _ row: Int32) -> Int32 {
        switch origins[dimension] {
        case .date: return 0
        case .condition(let condition): return code == 0 || condition.holds(forRow: Int(row)) ? 0 : 1
        case .column(let column):
            let own = column.codes[Int(row)]
            let other = own < 0 ? Int32(column.words.count) : own
            guard let code else { return other }
            return column.rank(of: other) < column.rank(of: code) ? other : code
        }
    }

    /// The value in one dimension on a row of the columns that lies on a day.
    func value(of dimension: Int, on row: Int, day: LocalDate) -> String {
        if case .date(let part) = origins[dimension] { return part.value(of: day) }
        return known(of: dimension)[Int(smaller(dimension, nil, Int32(row)))]
    }
}

/// A column whose values can be compared by their bytes.
private struct RankedColumn {
    let codes: [Int32]
    let words: [String]
    /// One a word, and one more for what is missing.
    private let ranks: [Int]

    init(_ column: CodedColumn) {
        codes = column.codes
        words = column.words
        let words = column.words
        var ranks = Array(repeating: words.count, count: words.count + 1)
        let sorted = words.indices.sorted { words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8) }
        for (rank, code) in sorted.enumerated() { ranks[code] = rank }
        self.ranks = ranks
    }

    func rank(of code: Int32) -> Int { ranks[Int(code)] }
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
