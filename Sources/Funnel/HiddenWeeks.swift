/// Which weeks of the parts of a whole are not told, where the whole and the sums over all weeks are.
///
/// In a week either all parts are told or none, so that none follows from the whole less the others. Where a part is small in
/// a week, the week is hidden, and those before it, where there are any, until at least two are and together they hold enough
/// of each part: else sums over weeks would give small numbers away. So a week once hidden stays so when later ones come.
struct HiddenWeeks {
    /// The hidden weeks' places.
    private(set) var places: Set<Int> = []
    private let parts: [[Double?]]
    private let least: Double

    /// - Parameters:
    ///   - parts: A list a part, of one number a week; `nil` where the whole has nobody, and there is nothing to hide.
    ///   - least: The smallest number that is told.
    init(of parts: [[Double?]], below least: Int) {
        self.parts = parts
        self.least = Double(least)
        for week in 0..<(parts.first?.count ?? 0) where parts.contains(where: { $0[week] != nil }) {
            let isSmall = parts.contains { $0[week].map { $0 < self.least } ?? false }
            if isSmall || !isSafe { places.insert(week) }
            while !isSafe, let before = (0..<week).last(where: isTold) { places.insert(before) }
        }
    }

    private func isTold(_ week: Int) -> Bool { !places.contains(week) && parts.contains { $0[week] != nil } }

    private var isSafe: Bool {
        guard !places.isEmpty else { return true }
        return places.count > 1
            && parts.allSatisfy { part in
                let hidden = places.compactMap { part[$0] }
                return hidden.isEmpty || hidden.reduce(0, +) >= least
            }
    }
}
