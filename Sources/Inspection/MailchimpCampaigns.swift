internal import Settings

/// Mailchimp's list of campaigns: a row a mailing.
struct MailchimpCampaigns {
    private let group: TableGroup

    init(_ group: TableGroup) {
        self.group = group
    }

    /// The mailings twice: as counts, delivered → opened → clicked, and as measures, whose rates are ratios of sums.
    func guess(_ answers: InspectionAnswers) -> FormGuess? {
        guard let time = group.column(known: "send date"), let delivered = group.column(known: "successful deliveries"),
            let opened = group.column(known: "unique opens"), let clicked = group.column(known: "unique clicks")
        else { return nil }
        var counts = ProposedSource(id: "mailings", form: .counts, files: group.files, columns: [("date", time)])
        counts.stages = [("delivered", .column(delivered)), ("opened", .column(opened)), ("clicked", .column(clicked))]
        counts.read = group.reading(times: [time], answers)
        var rates = ProposedSource(id: "mail", form: .measures, files: group.files, columns: [("date", time)])
        rates.read = counts.read
        var guess = FormGuess(
            counts,
            of: group.fileNames,
            because: "A row is a mailing: of those delivered some were opened, and of these some clicked."
        )
        guess.sources.append(rates)
        guess.measures = measures(delivered: delivered, opened: opened, clicked: clicked)
        guess.funnels = [funnel(used: [time, delivered, opened, clicked])]
        guess.remarks =
            RatioSearch(of: group).ratios.map { "“\($0.column)” is “\($0.part)” ÷ “\($0.whole)” in every row." }
            + ["Rates of a week are ratios of its sums, not means of its rates."]
        guess.questions = group.questions(times: [time], answers)
        return guess
    }

    private func measures(delivered: String, opened: String, clicked: String) -> [ProposedMeasure] {
        var measures = [
            ProposedMeasure(id: "open_rate", source: "mail", formula: .ratio(opened, of: delivered), name: "Open rate"),
            ProposedMeasure(
                id: "click_rate",
                source: "mail",
                formula: .ratio(clicked, of: delivered),
                name: "Click rate"
            ),
        ]
        if let left = group.column(known: "unsubscribes") {
            let formula = ProposedMeasure.Formula.ratio(left, of: delivered)
            measures.append(
                ProposedMeasure(id: "unsubscribe_rate", source: "mail", formula: formula, name: "Unsubscribe rate")
            )
        }
        return measures
    }

    private func funnel(used: [String]) -> ProposedFunnel {
        var funnel = ProposedFunnel(id: "mailings", source: "mailings", stages: [])
        funnel.stages = [
            ProposedFunnel.Stage(id: "delivered", name: "Delivered", measures: []),
            ProposedFunnel.Stage(id: "opened", name: "Opened", measures: ["open_rate"]),
            ProposedFunnel.Stage(id: "clicked", name: "Clicked", measures: ["click_rate"]),
        ]
        funnel.dimensions = DimensionChoice(of: group, used: used).names
        return funnel
    }
}
