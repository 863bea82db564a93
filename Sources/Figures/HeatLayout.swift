/// Where the cells of a heat map lie, and which blue each has.
struct HeatLayout: Equatable {
    static let cellHeight = 28.0
    private static let (firstTop, rowHeight) = (22.0, 30.0)

    let columns: Int
    let height: Int
    /// 0…4 from the palest blue to the darkest, one a cell; `nil` where there is no cell.
    let steps: [[Int?]]

    init(of map: HeatMap) {
        columns = map.ages.count
        height = Int(Self.firstTop + Self.rowHeight * Double(map.rows.count))
        let values = map.rows.flatMap(\.cells).compactMap(\.self).filter { !$0.isPartial }.map(\.value)
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        steps = map.rows.map { row in
            row.cells.map { $0.map { Self.step(of: $0.value, least: least, most: most) } }
        }
    }

    /// Five equal parts of what the finished cells cover; where they are all the same, the palest for 0, else the middle.
    static func step(of value: Double, least: Double, most: Double) -> Int {
        guard most > least else { return most == 0 ? 0 : 2 }
        return min(4, max(0, Int((value - least) / (most - least) * 5)))
    }

    static func top(of row: Int) -> Double { firstTop + rowHeight * Double(row) }

    /// A hundredth of the width stays between two cells.
    var width: Double { 100 / Double(columns) - 0.6 }
    func left(of column: Int) -> Double { 100 / Double(columns) * Double(column) }
    func middle(of column: Int) -> Double { left(of: column) + width / 2 }
}
