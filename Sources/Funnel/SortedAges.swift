/// Sorts ages: by their digits where there are many, as that needs no comparing. Ages of whole seconds, which logs mostly
/// have, are few digits.
///
/// - Parameter ages: In any order.
/// - Complexity: O(n), for ages before the year 0 O(n log n).
func sortedAges(_ ages: [Int64]) -> [Int64] {
    guard ages.count > 1024, let least = ages.min(), least >= 0, let most = ages.max() else { return ages.sorted() }
    let second: Int64 = 1_000_000
    let unit = ages.allSatisfy { $0 % second == 0 } ? second : 1
    var from = unit == 1 ? ages : ages.map { $0 / second }
    var to = from
    let bits = Int64.bitWidth - (most / unit).leadingZeroBitCount
    for digit in 0..<((bits + digitBits - 1) / digitBits) {
        sort(from, byDigit: digit, into: &to)
        swap(&from, &to)
    }
    return unit == 1 ? from : from.map { $0 * second }
}

private let digitBits = 11

/// Keeps the order of those that have the same digit.
private func sort(_ ages: [Int64], byDigit digit: Int, into sorted: inout [Int64]) {
    let shift = Int64(digit * digitBits)
    let mask: Int64 = 1 << Int64(digitBits) - 1
    var places = [Int](repeating: 0, count: 1 << digitBits + 1)
    for age in ages { places[Int(age >> shift & mask) + 1] += 1 }
    for place in 1..<places.count { places[place] += places[place - 1] }
    for age in ages {
        let place = Int(age >> shift & mask)
        sorted[places[place]] = age
        places[place] += 1
    }
}
