/// What everybody knows who reads a report: sums over weeks and values, and that nobody is in a stage who was not in the one
/// before.
extension OutputReader {
    mutating func relate(_ ids: [String]) {
        for id in ids {
            let lines = (weeks[id] ?? []).sorted()
            let matured = lines.filter { !unmatured.contains(id + $0) }
            let own = values.filter { $0[0] == id }.sorted { $0.joined(separator: " ") < $1.joined(separator: " ") }
            for stage in funnels[id] ?? [] {
                func name(_ line: String, _ value: [String]) -> String {
                    Self.name(id, "cohort", line, value[1], value[2], stage)
                }
                for value in own {
                    attacker.sum(of: lines.map { name($0, value) }, is: [name("total", value)])
                    attacker.sum(of: matured.map { name($0, value) }, is: [name("total_matured", value)])
                }
                for by in Set(own.map { $0[1] }).subtracting(["segment"]).sorted() {
                    for line in lines + ["total", "total_matured"] {
                        attacker.sum(
                            of: own.filter { $0[1] == by }.map { name(line, $0) },
                            is: [Self.name(id, "cohort", line, "", "", stage)]
                        )
                    }
                }
            }
            nest(id, lines + ["total", "total_matured"], own)
        }
        for value in values where value[0] == ids.last {
            for stage in funnels[value[0]] ?? [] {
                for line in (weeks[value[0]] ?? []) + ["total"] {
                    let names = ids.map { Self.name($0, "cohort", line, value[1], value[2], stage) }
                    attacker.sum(of: [names[0]], is: [names[names.count - 1]])
                }
            }
        }
    }

    /// Nobody reaches a stage who has not reached the one before.
    private mutating func nest(_ id: String, _ lines: [String], _ values: [[String]]) {
        let stages = funnels[id] ?? []
        for (before, stage) in zip(stages, stages.dropFirst()) {
            for line in lines {
                for value in values {
                    attacker.atMost(
                        Self.name(id, "cohort", line, value[1], value[2], stage),
                        Self.name(id, "cohort", line, value[1], value[2], before)
                    )
                }
            }
        }
    }
}
