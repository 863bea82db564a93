import Funnel
import Report

/// A number that is not told: of those with one value, in one week, at one stage.
struct HiddenCell: CustomStringConvertible {
    /// What the number is of.
    enum Kind: CaseIterable { case visitors, deals, owners, complaints }

    var kind: Kind
    var dimension: String
    var value: String
    var week: Int
    var stage: Int

    var description: String { "\(kind) \(dimension)=\(value), week \(week), stage \(stage)" }
}

/// Two of a week, or one and nobody, whose values of a dimension are exchanged, and two others in another week who undo what it
/// makes of the sums.
struct Exchange {
    var dimension: String
    var (gives, takes): (String, String)
    /// The levels of those who change their values; of the second `nil` for nobody.
    var (deeper, other): (Int, Int?)
    var (week, back): (Int, Int?)

    /// The stages whose numbers change.
    var stages: Range<Int> { (other ?? -1) + 1..<deeper + 1 }

    /// All that change a cell of `gives`.
    static func all(_ cell: HiddenCell, _ gives: String, _ takes: String) -> [Exchange] {
        (cell.stage..<TwinSite.stages.count).flatMap { deeper in
            ([nil] + (0..<cell.stage).map(Int?.some)).flatMap { other in
                ((0..<TwinSite.weekCount).filter { $0 != cell.week }.map(Int?.some) + [nil]).map { back in
                    Exchange(
                        dimension: cell.dimension,
                        gives: gives,
                        takes: takes,
                        deeper: deeper,
                        other: other,
                        week: cell.week,
                        back: back
                    )
                }
            }
        }
    }

    /// `nil` where there are no such people.
    func applied(to people: [TwinSite.Entity]) -> [TwinSite.Entity]? {
        var changed = people
        let weeks = [(week, gives, takes)] + (back.map { [($0, takes, gives)] } ?? [])
        for (week, from, to) in weeks {
            func first(_ level: Int, _ value: String) -> Int? {
                people.firstIndex { $0.week == week && $0.level == level && $0.traits[dimension] == value }
            }
            guard let one = first(deeper, from) else { return nil }
            changed[one].traits[dimension] = to
            guard let other else { continue }
            guard let two = first(other, to) else { return nil }
            changed[two].traits[dimension] = from
        }
        return changed
    }
}

extension TwinSite {
    /// Sites with another number in this cell, and the same where cells of its dimension are told.
    func twins(differingIn cell: HiddenCell, _ hidden: HiddenCells) -> [TwinSite] {
        switch cell.kind {
        case .visitors: changed(\.visitors, cell, hidden)
        case .deals, .owners: changed(\.deals, cell, hidden)
        case .complaints: movingAComplaint(cell)
        }
    }

    private func changed(
        _ people: WritableKeyPath<TwinSite, [Entity]>,
        _ cell: HiddenCell,
        _ hidden: HiddenCells
    ) -> [TwinSite] {
        let values = Set(self[keyPath: people].compactMap { $0.traits[cell.dimension] }).sorted()
        let own = values.filter { hidden.name(of: $0, in: cell) == cell.value }
        let others = values.filter { hidden.name(of: $0, in: cell) != cell.value }
        return own.flatMap { own in others.flatMap { [(own, $0), ($0, own)] } }
            .flatMap { Exchange.all(cell, $0, $1) }
            .filter { hidden.holds($0, in: cell) }
            .compactMap { exchange in
                exchange.applied(to: self[keyPath: people]).map { changed in
                    var twin = self
                    twin[keyPath: people] = changed
                    return twin
                }
            }
    }

    /// A complaint was of another stage, and in another week it was the other way round.
    private func movingAComplaint(_ cell: HiddenCell) -> [TwinSite] {
        Self.stages.indices.filter { $0 != cell.stage }.flatMap { other in
            complaints.indices.filter { $0 != cell.week }.flatMap { back in
                Self.reasons.indices.flatMap { reason in
                    [1, -1].compactMap { sign in
                        var twin = self
                        twin.complaints[cell.week][cell.stage][reason] += sign
                        twin.complaints[cell.week][other][reason] -= sign
                        twin.complaints[back][cell.stage][reason] -= sign
                        twin.complaints[back][other][reason] += sign
                        return twin.complaints.joined().joined().contains { $0 < 0 } ? nil : twin
                    }
                }
            }
        }
    }
}
