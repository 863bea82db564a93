/// A row as an entity's chains and touches look at it.
struct JourneyRow {
    /// Where it lies in time.
    var position: Int64
    /// The stages that it matches, one bit a stage, the first lowest.
    var stages: UInt32
    /// The row of the columns that has its words; -1 for a row that is nobody's touch.
    var words: Int32
    /// Whether it does away with the chains that it lies in.
    var isExcluded = false
    /// Whether it stands for a stage at a time that is not known to be its own.
    var isUntimed = false

    /// In the order of time; at one time, rows of earlier stages first.
    @inline(__always)
    static func precedes(_ one: JourneyRow, _ other: JourneyRow) -> Bool {
        one.position < other.position || one.position == other.position && one.stages < other.stages
    }
}

extension [JourneyRow] {
    /// Puts the rows of a range in order: few of them by insertion, as an entity mostly has.
    mutating func order(_ range: Range<Int>) {
        guard range.count <= 24 else {
            self[range].sort(by: JourneyRow.precedes)
            return
        }
        for index in range.dropFirst() {
            let row = self[index]
            var place = index
            while place > range.lowerBound, JourneyRow.precedes(row, self[place - 1]) {
                self[place] = self[place - 1]
                place -= 1
            }
            if place != index { self[place] = row }
        }
    }
}
