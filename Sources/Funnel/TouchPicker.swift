internal import Calendars
internal import Records

/// Finds each passage's value in each dimension, on the row that the dimension's touch names.
struct TouchPicker {
    private let dimensions: [Dimension]
    private let stageCount: Int
    private let positions: [Int64]
    private let timeline: Timeline
    private let columns: [String: RankedColumn]

    init(_ funnel: FunnelDefinition, in table: EventTable, positions: [Int64], timeline: Timeline) {
        dimensions = funnel.dimensions
        stageCount = funnel.stages.count
        self.positions = positions
        self.timeline = timeline
        var columns: [String: RankedColumn] = [:]
        for case .column(let name) in funnel.dimensions.map(\.origin) where columns[name] == nil {
            guard let column = table.columns[name] else { preconditionFailure("column \(name) was not read") }
            columns[name] = RankedColumn(column)
        }
        self.columns = columns
    }

    /// One breakdown without values for each dimension.
    var emptyBreakdowns: [Breakdown] {
        dimensions.map { Breakdown(stageCount: $0.touch == .last ? stageCount : 1) }
    }

    /// Appends the passage's values, under `touch: last` one for each stage that it could have reached.
    mutating func appendValues(
        of journey: Journey,
        in cohort: Journey.Cohort,
        reachedAt: [Int64],
        to breakdowns: inout [Breakdown]
    ) {
        for (index, dimension) in dimensions.enumerated() {
            switch dimension.touch {
            case .entry:
                breakdowns[index].append(
                    value(of: dimension, at: cohort.entry, in: journey) { journey.stages[$0] & 1 != 0 }
                )
            case .first:
                let first = journey.rows.first.map { positions[$0] } ?? cohort.entry
                breakdowns[index].append(value(of: dimension, at: first, in: journey) { _ in true })
            case .last:
                for end in reachedAt {
                    let last = journey.rows.last { positions[$0] <= end }.map { positions[$0] } ?? cohort.entry
                    breakdowns[index].append(value(of: dimension, at: last, in: journey) { _ in true })
                }
            }
        }
    }

    /// The value on the rows at `position` that `counts`; of several, the smallest by bytes, missing last.
    private func value(
        of dimension: Dimension,
        at position: Int64,
        in journey: Journey,
        where counts: (Int) -> Bool
    ) -> String {
        switch dimension.origin {
        case .date(let part):
            return part.value(of: timeline.date(at: position))
        case .column(let name):
            guard let column = columns[name] else { return Dimension.missingValue }
            let ties = journey.rows.filter { positions[$0] == position && counts($0) }
            let smallest = ties.map { column.codes[$0] }.min { column.rank(of: $0) < column.rank(of: $1) }
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
