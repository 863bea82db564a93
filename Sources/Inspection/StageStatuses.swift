/// What shows the stages of records: their dates, and a column that says where each stands.
struct StageStatuses {
    /// A stage or an outcome.
    struct Stage {
        let id: String
        /// What it is called; `nil` where the id says it.
        let name: String?
        let sign: ProposedSource.StageSign
    }

    /// The column of statuses, if there is one.
    let column: String?
    private(set) var stages: [Stage] = []
    private(set) var outcomes: [Stage] = []
    private(set) var remarks: [String] = []

    init(of base: TableGroup, joined: TableGroup?, dates: StageDates) {
        column = base.names(where: { $0.kind == .text }).first { name in
            HeaderWords(name).hold(ColumnRoles.stage) && (2...12).contains(base.words(name).count)
        }
        stages = dates.stages.map { Stage(id: $0.id, name: nil, sign: .column($0.column)) }
        outcomes = dates.outcomes.map { Stage(id: $0.id, name: nil, sign: .column($0.column)) }
        if let column, joined == nil { addStatuses(of: column, in: base) }
        makeDistinct()
    }

    private mutating func addStatuses(of column: String, in base: TableGroup) {
        let words = base.words(column).map(\.word)
        let close = stages.last { HeaderWords($0.id).hold(Self.closing) }
        if stages.count - (close == nil ? 0 : 1) >= 2 || close != nil && words.count <= 6 && stages.count >= 2 {
            addClosing(words, column, close)
        } else if !stages.isEmpty {
            addLadder(words, column, close)
        }
    }

    /// Gives each stage and outcome a name of its own.
    private mutating func makeDistinct() {
        var names = DistinctNames()
        stages = stages.map { Stage(id: names.name($0.id), name: $0.name, sign: $0.sign) }
        outcomes = outcomes.map { Stage(id: names.name($0.id), name: $0.name, sign: $0.sign) }
    }

    /// Dates are the stages; a closing date is the day of winning or losing, by the status.
    private mutating func addClosing(_ words: [String], _ column: String, _ close: Stage?) {
        guard let close, case .column(let date) = close.sign else { return }
        let (won, lost) = (words.filter(Self.isWon), words.filter(Self.isLost))
        guard !won.isEmpty else { return }
        stages.removeAll { $0.id == close.id }
        stages.append(Stage(id: "won", name: nil, sign: .status(column, words: won, date: date)))
        if !lost.isEmpty {
            outcomes.append(Stage(id: "lost", name: nil, sign: .status(column, words: lost, date: date)))
        }
    }

    /// The statuses are the stages, in the order of their first rows: the file does not say a better one.
    private mutating func addLadder(_ words: [String], _ column: String, _ close: Stage?) {
        var date: String?
        if let close, case .column(let name) = close.sign { date = name }
        let first = stages.first { $0.id != close?.id }
        stages = first.map { [$0] } ?? []
        for word in words where !Self.isWon(word) && !Self.isLost(word) {
            let id = settingsName(word, otherwise: "stage-\(stages.count + 1)")
            guard !stages.contains(where: { $0.id == id }) else { continue }
            stages.append(Stage(id: id, name: word, sign: .status(column, words: [word], date: nil)))
        }
        let (won, lost) = (words.filter(Self.isWon), words.filter(Self.isLost))
        if !won.isEmpty { stages.append(Stage(id: "won", name: nil, sign: .status(column, words: won, date: date))) }
        if !lost.isEmpty {
            outcomes.append(Stage(id: "lost", name: nil, sign: .status(column, words: lost, date: date)))
        }
        remarks.append("No date says in which order the words of “\(column)” follow: put the stages in theirs.")
    }

    private static let closing: Set<String> = [
        "close", "closed", "end", "ended", "finished", "resolved", "kapanis", "kapandi", "bitis",
    ]

    static func isWon(_ word: String) -> Bool {
        HeaderWords(word).hold([
            "won", "kazanildi", "kazanilan", "purchased", "converted", "customer", "paid", "musteri",
        ])
    }

    static func isLost(_ word: String) -> Bool { HeaderWords(word).hold(StageDates.endings) }
}
