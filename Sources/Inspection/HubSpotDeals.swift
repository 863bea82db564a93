internal import Settings

/// The deals of a HubSpot portal: a row a deal, with its present stage.
struct HubSpotDeals {
    private let group: TableGroup

    init(_ group: TableGroup) {
        self.group = group
    }

    /// The stages of the pipeline that HubSpot comes with, in its order.
    private static let ladder = [
        "appointment scheduled", "qualified to buy", "presentation scheduled", "decision maker bought-in",
        "contract sent",
    ]

    func guess(_ answers: InspectionAnswers) -> FormGuess? {
        guard let stage = group.column(known: "deal stage"), let created = group.column(known: "create date"),
            let closed = group.column(known: "close date"),
            let entity = group.column(known: "deal id", "record id") ?? EntityChoice(of: group).unique
        else { return nil }
        let words = group.words(stage).map(\.word)
        let won = words.filter { KnownExport.folded($0) == "closed won" }
        let lost = words.filter { KnownExport.folded($0) == "closed lost" }
        let open = order(words.filter { !won.contains($0) && !lost.contains($0) })
        var source = ProposedSource(id: "hubspot", form: .records, files: group.files, columns: [("entity", entity)])
        source.columns += roles
        source.stages = zip(names(of: open), open).enumerated().map { index, stageWord in
            (stageWord.0, index == 0 ? .column(created) : .status(stage, words: [stageWord.1], date: nil))
        }
        source.stages.append(("won", .status(stage, words: won.isEmpty ? ["Closed Won"] : won, date: closed)))
        source.outcomes = [("lost", .status(stage, words: lost.isEmpty ? ["Closed Lost"] : lost, date: closed))]
        source.read = group.reading(times: [created, closed], answers)
        var guess = FormGuess(
            source,
            of: group.fileNames,
            because:
                "A row is a deal: “\(stage)” says where it stands now, “\(created)” when it came in, and “\(closed)” "
                + "when it was won or lost. A deal has passed all stages before its own."
        )
        guess.funnels = [funnel(open, used: source.headers)]
        guess.remarks = remarks(open, stage: stage)
        guess.questions = group.questions(times: [created, closed], answers)
        return guess
    }

    private var roles: [(key: String, value: String)] {
        [
            ("amount", group.column(known: "amount")), ("owner", group.column(known: "deal owner")),
            ("reason", group.column(known: "closed lost reason")),
        ].compactMap { key, column in column.map { (key, $0) } }
    }

    private func funnel(_ open: [String], used: [String]) -> ProposedFunnel {
        var funnel = ProposedFunnel(id: "deals", source: "hubspot", stages: [])
        funnel.stages =
            zip(names(of: open), open).map { ProposedFunnel.Stage(id: $0, name: $1) } + [
                ProposedFunnel.Stage(id: "won", name: "Closed Won")
            ]
        funnel.dimensions = DimensionChoice(of: group, used: used).names
        funnel.usualMaturityDays = 90
        return funnel
    }

    /// The known stages in their order, then others in that of their first rows.
    private func order(_ words: [String]) -> [String] {
        let rank = { (word: String) in Self.ladder.firstIndex(of: KnownExport.folded(word)) ?? Self.ladder.count }
        return words.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
            \.element
        )
    }

    private func names(of words: [String]) -> [String] {
        var names = DistinctNames()
        _ = (names.name("won"), names.name("lost"))
        return words.map { names.name(settingsName($0, otherwise: "stage")) }
    }

    private func remarks(_ open: [String], stage: String) -> [String] {
        let counts = Dictionary(uniqueKeysWithValues: group.words(stage).map { ($0.word, $0.rowCount) })
        let stages = open + counts.keys.filter { !open.contains($0) }.sorted { $1 < $0 }
        var remarks = ["Deals by stage: " + listed(stages.map { "\($0) \(grouped(counts[$0] ?? 0))" }) + "."]
        let unknown = open.filter { !Self.ladder.contains(KnownExport.folded($0)) }
        if !unknown.isEmpty {
            remarks.append(
                "\(listed(unknown)) \(unknown.count == 1 ? "is" : "are") of your own: put them in their place."
            )
        }
        if let pipeline = group.column(known: "pipeline"), group.words(pipeline).count > 1 {
            let names = group.words(pipeline).map { "\($0.word) (\(grouped($0.rowCount)))" }
            remarks.append(
                "There are \(names.count) pipelines, \(listed(names)): one funnel, broken down by “\(pipeline)”. For a funnel "
                    + "each, export each pipeline into a file of its own."
            )
        }
        return remarks
    }
}
