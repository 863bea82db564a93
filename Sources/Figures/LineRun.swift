/// A stretch of a line between two gaps: neighbours that are both known. A gap breaks the line and never becomes 0.
struct LineRun: Equatable {
    /// Indices of its points, two or more.
    var indices: ClosedRange<Int>
    /// Whether it leads to or from a point that is not final yet.
    let isOpen: Bool

    /// The stretches of a line, in order. Where the line turns from final to open, two of them share a point.
    static func runs(known: [Bool], open: [Bool]) -> [LineRun] {
        var runs: [LineRun] = []
        for index in known.indices.dropLast() where known[index] && known[index + 1] {
            let isOpen = open[index] || open[index + 1]
            if let last = runs.last, last.isOpen == isOpen, last.indices.upperBound == index {
                runs[runs.count - 1].indices = last.indices.lowerBound...(index + 1)
            } else {
                runs.append(LineRun(indices: index...(index + 1), isOpen: isOpen))
            }
        }
        return runs
    }

    /// Points with gaps on both sides, which no line reaches.
    static func lonely(known: [Bool]) -> [Int] {
        known.indices.filter { index in
            known[index] && !(index > 0 && known[index - 1]) && !(index + 1 < known.count && known[index + 1])
        }
    }
}
