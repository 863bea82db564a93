import Calendars
import Funnel
import Records
import Testing

/// Runs every case of `pipeline.spec.md`.
@Suite struct PipelineSpecTests {
    static let cases = SpecSection.all(of: "pipeline.spec").map(PipelineCase.init)

    @Test func theSpecificationIsRead() { #expect(Self.cases.count >= 7) }

    @Test(arguments: cases)
    func pipelinesAreAsTheSpecificationSays(spec: PipelineCase) throws {
        let figures = try #require(spec.figures)
        #expect(spec.flows(figures) == spec.section.block("flows"))
        let weeks = spec.section.block("weeks")
        if !weeks.isEmpty { #expect(spec.weeks(figures) == weeks) }
        #expect(spec.lines(figures) == spec.section.block("figures"))
    }
}

/// A case of the specification of pipelines.
struct PipelineCase: CustomTestStringConvertible {
    var section: SpecSection
    var testDescription: String { section.title[0] }

    init(_ section: SpecSection) { self.section = section }

    private func number(behind word: String, in part: Int) -> Int64 {
        Int64(section.title[part].dropFirst(word.count + 1)) ?? 0
    }

    private var stageCount: Int { Int(section.title[1].prefix(1)) ?? 0 }

    var figures: PipelineFigures? {
        let table = PipelineTable(section.block("records"), stageCount: stageCount)
        var funnel = FunnelDefinition.lettered(stageCount)
        funnel.maturesAfterSeconds = number(behind: "matures", in: 3) * 86_400
        return RecordCounter(
            funnel,
            in: table.records,
            on: .instants(.utc),
            before: PipelineTable.monday + number(behind: "day", in: 2) * day,
            asking: table.questions
        )
        .count().figures
    }

    func flows(_ figures: PipelineFigures) -> [String] {
        figures.weeks.flatMap { week in
            week.flows.enumerated().compactMap { stage, flow in
                let ended = flow.endings.reduce(0, +)
                guard flow.openAtStart + flow.entered > 0 else { return nil }
                return "W\(week.week.number - 1) \(letters[stage]): \(flow.openAtStart) + \(flow.entered) = "
                    + "\(flow.advanced) + \(ended) + \(flow.openAtEnd)"
            }
        }
    }

    func weeks(_ figures: PipelineFigures) -> [String] {
        figures.weeks.map { week in
            "W\(week.week.number - 1): \(rate(week.created))\(week.isMatured ? "" : "~") created, "
                + "\(rate(week.closed)) closed, \(short(week.won.amount)) won"
        }
    }

    func lines(_ figures: PipelineFigures) -> [String] {
        let velocity = figures.velocity
        let speed =
            "\(rate(velocity.winRate)) × \(short(velocity.won.mean)) in \(days(velocity.cycle?.medianSeconds)) days"
        return [
            "won \(rate(figures.closedWinRate)) closed, \(rate(figures.createdWinRate)) created",
            "cycle \(durations(figures.cycle))", "velocity \(speed) = \(short(velocity.amountADay))",
        ]
            + figures.open.enumerated().filter { $0.element.count > 0 }.map(open)
            + figures.worth.enumerated().map { stage, worth in
                "worth \(letters[stage]): \(rate(worth.winRate)) × \(short(worth.won.mean)) = \(short(worth.perRound))"
            } + [recycled(figures.recycled)] + figures.answers.map(answers)
            + figures.reasons.all.map { reason in
                "reason \(letters[reason.stage]) \(PipelineTable.outcomes[reason.outcome]) \(reason.reason ?? "–"): "
                    + "\(reason.count), \(reason.recent ?? -1) recent, \(short(reason.value.amount))"
            }
    }

    private func open(_ stage: Int, _ deals: OpenDeals) -> String {
        let ages = deals.ageing.map(String.init).joined(separator: " ")
        return
            "open \(letters[stage]): \(deals.count) worth \(short(deals.value.amount)) at \(thousandths(deals.probability))"
            + " = \(short(deals.weighted)); ages \(ages)"
            + (deals.withoutAge > 0 ? ", \(deals.withoutAge) unknown" : "")
    }

    private func recycled(_ recycled: RecycledRounds) -> String {
        let then =
            [("open", recycled.open), ("won", recycled.won)] + zip(PipelineTable.outcomes, recycled.endings)
        let back = then.filter { $0.1 > 0 }.map { ", \($0.1) \($0.0)" }.joined()
        return "recycled \(rate(recycled.share)): \(recycled.notBack) not back\(back)"
    }

    private func answers(_ answers: StageAnswers) -> String {
        let refused = zip(PipelineTable.outcomes, answers.refused).filter { $0.1 > 0 }.map { ", \($0.1) \($0.0)" }
        let closed = answers.time.closed.map { " after \(days($0.medianSeconds)) \(days($0.p80Seconds))" } ?? ""
        let undated = answers.time.withoutDates > 0 ? ", \(answers.time.withoutDates) undated" : ""
        return "answers \(letters[answers.stage]): \(rate(answers.acceptance)) accepted\(refused.joined()), "
            + "\(answers.waiting) waiting; \(answers.time.closed?.count ?? 0) answered\(closed)\(undated); "
            + "\(answers.withinSLA.map(rate) ?? "–") in time"
    }

    private func durations(_ durations: CensoredDurations) -> String {
        let undated = durations.withoutDates > 0 ? ", \(durations.withoutDates) undated" : ""
        guard let closed = durations.closed else { return "0" + undated }
        return "\(closed.count): \(days(closed.medianSeconds)) \(days(closed.p80Seconds))\(undated)"
    }

    private func rate(_ rate: ConversionRate) -> String { "\(rate.numerator)/\(rate.denominator)" }

    private func days(_ seconds: Int64?) -> String { seconds.map { "\($0 / 86_400)" } ?? "–" }

    private func short(_ number: Double?) -> String { rounded(number, 100) }
    private func thousandths(_ number: Double?) -> String { rounded(number, 1000) }

    private func rounded(_ number: Double?, _ parts: Double) -> String {
        guard let number else { return "–" }
        let value = (number * parts).rounded() / parts
        return value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
