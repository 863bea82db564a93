extension SmallCells {
    /// Entities of one value who could as well have another.
    private struct Swap {
        /// The value whose cell is to be in doubt, and the other one.
        var values: (Int, Int)
        /// 1 where the first value has one more in the first week, -1 where it has one less.
        var sign: Int
        /// The weeks in which they are moved, there and back; without a second one the sums move, too.
        var weeks: (Int, Int?)
        /// The stages that they are moved in.
        var stages: ClosedRange<Int>
    }

    /// Weeks that are looked at on either side for moving somebody back.
    private static let reach = 40

    /// What a swap would hide that is told so far, counted by entities; what matters most comes first.
    private struct Price: Comparable {
        /// In weeks that were final before: what is published of them stays as it is.
        var final = 0
        /// In the row that needs the swap.
        var own = 0
        /// Anywhere else.
        var others = 0

        var isNothing: Bool { final + own + others == 0 }

        /// Others do not count here: a week leans on the nearest one, whatever later weeks would offer.
        static func < (one: Price, other: Price) -> Bool { (one.final, one.own) < (other.final, other.own) }
    }

    /// Hides more until every hidden cell is in doubt: week after week, so that a new week changes no final one.
    mutating func protect() {
        var open = rows.indices.map { row in cells(of: row).filter { hidden[$0] } }
        while let row = open.firstIndex(where: { !$0.isEmpty }), let cell = open[row].popLast() {
            let (value, stage) = (cell / stageCount % values.count, cell % stageCount)
            for place in cells(protecting: row, value, stage) where !hidden[place] {
                let (row, value) = (place / stageCount / values.count, place / stageCount % values.count)
                hide(row, value, place % stageCount)
                open[row].append(place)
            }
        }
    }

    private func cells(of row: Int) -> [Int] {
        Array(row * values.count * stageCount..<(row + 1) * values.count * stageCount)
    }

    /// The cells of the swap that puts this one in doubt and hides least; of equal ones the nearest.
    private func cells(protecting row: Int, _ value: Int, _ stage: Int) -> [Int] {
        var best: (price: Price, cells: [Int])?
        for weeks in pairsOfWeeks(for: row) {
            for other in values.indices where other != value {
                for sign in [1, -1] {
                    for stages in ranges(around: stage) {
                        let swap = Swap(values: (value, other), sign: sign, weeks: weeks, stages: stages)
                        guard isPossible(swap) else { continue }
                        let cells = cells(of: swap)
                        let price = price(of: cells, for: row)
                        guard best.map({ price < $0.price }) ?? true else { continue }
                        if price.isNothing { return cells }
                        best = (price, cells)
                    }
                }
            }
        }
        return best?.cells ?? rows.indices.flatMap { row in values.indices.map { place(row, $0, stage) } }
    }

    private func price(of cells: [Int], for row: Int) -> Price {
        var price = Price()
        for cell in cells where !hidden[cell] {
            let place = cell / stageCount / values.count
            if place == row {
                price.own += counts[cell] + 1
            } else if place < min(row, weekCount), isMatured[place] {
                price.final += counts[cell] + 1
            } else {
                price.others += counts[cell] + 1
            }
        }
        return price
    }

    /// Where somebody could be moved so that the row's cell changes.
    private func pairsOfWeeks(for row: Int) -> [(Int, Int?)] {
        if row == totalRow { return (0..<weekCount).reversed().map { ($0, nil) } }
        if row == maturedRow {
            let young = (0..<weekCount).filter { !isMatured[$0] }
            return (0..<weekCount).reversed().filter { isMatured[$0] }
                .flatMap { week in young.map { (week, $0) } + [(week, nil)] }
        }
        let before = (max(0, row - Self.reach)..<row).reversed()
        let after = (row + 1..<max(row + 1, min(weekCount, row + Self.reach + 1)))
        return before.map { (row, $0) } + after.map { (row, $0) } + [(row, nil)]
    }

    /// The runs of stages with this one in them; where stages do not build on one another, itself alone.
    private func ranges(around stage: Int) -> [ClosedRange<Int>] {
        guard isMonotone else { return [stage...stage] }
        return (0...stage).reversed().flatMap { first in (stage..<stageCount).map { first...$0 } }
    }

    private func isPossible(_ swap: Swap) -> Bool {
        let (value, other) = swap.values
        guard canMove(swap.weeks.0, value, by: swap.sign, swap.stages),
            canMove(swap.weeks.0, other, by: -swap.sign, swap.stages)
        else { return false }
        guard let back = swap.weeks.1 else { return true }
        return canMove(back, value, by: -swap.sign, swap.stages) && canMove(back, other, by: swap.sign, swap.stages)
    }

    /// Whether one more, or one less, is still a number of people who passed the stages in order.
    private func canMove(_ row: Int, _ value: Int, by sign: Int, _ stages: ClosedRange<Int>) -> Bool {
        if sign > 0 {
            let first = stages.lowerBound
            return first == 0 || !isMonotone || count(row, value, first) < count(row, value, first - 1)
        }
        let last = stages.upperBound
        let next = isMonotone && last + 1 < stageCount ? count(row, value, last + 1) : 0
        return count(row, value, last) > next
    }

    /// Every cell that the swap changes.
    private func cells(of swap: Swap) -> [Int] {
        var moved = [swap.weeks.0] + [swap.weeks.1].compactMap(\.self)
        let matured = moved.count { isMatured[$0] }
        if swap.weeks.1 == nil { moved.append(totalRow) }
        if matured == 1 { moved.append(maturedRow) }
        return moved.flatMap { row in
            [swap.values.0, swap.values.1].flatMap { value in swap.stages.map { place(row, value, $0) } }
        }
    }
}
