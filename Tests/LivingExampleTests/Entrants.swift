/// New visitors by the week of their first visit, with how far they went; a slow count of the example's own.
struct Entrants {
    /// Rows of each person in order of time, under the index of the week in which the person came.
    var weeks: [[[ExampleRow]]]

    init(_ files: [[ExampleRow]]) {
        weeks = Array(repeating: [], count: files.count)
        var rows: [String: [ExampleRow]] = [:]
        var entry: [String: Int] = [:]
        for (index, file) in files.enumerated() {
            for row in file {
                rows[row.person, default: []].append(row)
                entry[row.person] = entry[row.person] ?? index
            }
        }
        for (person, index) in entry { weeks[index].append(rows[person] ?? []) }
    }

    /// The share of those with the event before who had one of the events; of the weeks 2026-W`from` to W`to`.
    func rate(
        _ from: Int,
        _ to: Int,
        _ events: Set<String>,
        of base: Set<String>,
        only: (ExampleRow) -> Bool = { _ in true }
    )
        -> Double
    {
        count(from, to, events, only: only) / count(from, to, base, only: only)
    }

    /// People of the weeks 2026-W`from` to W`to` who had one of the events, `times` times.
    func count(
        _ from: Int,
        _ to: Int,
        _ events: Set<String>,
        times: Int = 1,
        only: (ExampleRow) -> Bool = { _ in true }
    )
        -> Double
    {
        Double(
            weeks[(from - 18)...(to - 18)].joined()
                .count { rows in only(rows[0]) && rows.count { events.contains($0.event) } >= times }
        )
    }
}

/// Counted once for all tests.
let demlikEntrants = Entrants(demlikRows.map(\.rows))
