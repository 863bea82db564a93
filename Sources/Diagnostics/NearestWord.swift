/// The word of `known` that `typed` was most likely meant to be, for "did you mean" remedies.
///
/// Letter case does not count. Distance is that of Damerau and Levenshtein in its restricted form (optimal string
/// alignment); a word further away than a third of the typed one's length (at least one letter) is no likely meaning.
/// - Returns: The nearest word, the first of several equally near; `nil` where none is near.
public func nearestWord(to typed: String, in known: some Sequence<String>) -> String? {
    let letters = Array(typed.lowercased())
    let limit = max(1, letters.count / 3)
    var best: (word: String, distance: Int)?
    for word in known {
        let distance = alignmentDistance(letters, Array(word.lowercased()))
        if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
