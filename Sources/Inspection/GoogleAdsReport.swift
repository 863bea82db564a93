internal import Calendars
internal import Diagnostics
internal import Settings

/// A report of Google Ads, or of AdWords before it: impressions, clicks and what came of them.
struct GoogleAdsReport {
    private let group: TableGroup

    init(_ group: TableGroup) {
        self.group = group
    }

    func guess(_ answers: InspectionAnswers) -> FormGuess? {
        let shown = group.column(known: "impr.", "impressions")
        let clicked = group.column(known: "clicks", "interactions")
        guard let shown, let clicked else { return nil }
        let stages = stages(shown, clicked)
        let columns = StageColumns(stages.columns)
        let titled = TitleDates(group.parts[0].file.preamble)
        var answers = answers
        let time = TimeChoice(of: group).name
        if time == nil, answers.date == nil, titled.isOfOneWeek { answers.date = titled.dates.first }
        var guess = CountsRule.guess(group, time: time, stages: columns, answers)
        guess.remarks += stages.remarks
        if time == nil, let date = answers.date {
            guess.remarks.append("The report names no day in its rows; all of them count on \(date).")
        }
        if !titled.dates.isEmpty, !guess.questions.isEmpty { guess.questions = [period(titled)] }
        return guess
    }

    /// Impressions, clicks, and conversions where they are whole numbers and fewer.
    private func stages(_ shown: String, _ clicked: String) -> (columns: [String], remarks: [String]) {
        guard let converted = group.column(known: "conversions") else { return ([shown, clicked], []) }
        let areWhole = group.each(converted).allSatisfy(FallingColumns.isCount)
        let sum = { (name: String) in group.numbers(name).reduce(0.0) { $0 + ($1 ?? 0) } }
        if areWhole, sum(converted) < sum(clicked), sum(converted) > 0 { return ([shown, clicked, converted], []) }
        let reason = areWhole ? "not fewer than “\(clicked)”" : "not whole numbers"
        return ([shown, clicked], ["“\(converted)” is no stage: they are \(reason), as one click may bring several."])
    }

    private func period(_ titled: TitleDates) -> Diagnostic {
        let range = [titled.dates.first, titled.dates.last].compactMap { $0.map { "\($0)" } }.joined(separator: " to ")
        return Diagnostic(
            at: group.position,
            "the rows are sums of the whole time from \(range), and huni counts by weeks",
            remedy: "Export the report with the segment Day or Week; or let all rows count on one day: --date "
                + "\(titled.dates.last.map { "\($0)" } ?? "2026-11-15")."
        )
    }
}
