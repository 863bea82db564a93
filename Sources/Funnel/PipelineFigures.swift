public import Calendars

/// What a pipeline's rounds say beside how many came how far. All counts are of rounds.
public struct PipelineFigures: Sendable {
    /// One week.
    public struct OneWeek: Sendable {
        /// The week.
        public var week: Week
        /// Whether it is over.
        public var isComplete: Bool
        /// What came into each stage, and what left it.
        public var flows: [StageFlow]
        /// Created basis: won, of those created in the week.
        public var created: ConversionRate
        /// Whether the week has matured, so that this rate is final.
        public var isMatured: Bool
        /// Closed basis: won, of those won or lost in the week; endings and wins without a date are in no week.
        public var closed: ConversionRate
        /// What was won in the week.
        public var won: Money
    }

    /// Every week from the first with a round to the end of data.
    public var weeks: [OneWeek]
    /// Closed basis, over everything.
    public var closedWinRate: ConversionRate
    /// Created basis, over the weeks that have matured.
    public var createdWinRate: ConversionRate
    /// From creation to winning.
    public var cycle: CensoredDurations
    /// What it brings a day.
    public var velocity: SalesVelocity
    /// The rounds open in each stage but the last, where none is.
    public var open: [OpenDeals]
    /// What it is worth to come to each stage.
    public var worth: [StageWorth]
    /// Why rounds ended.
    public var reasons: EndingReasons
    /// Those handed back to marketing.
    public var recycled: RecycledRounds
    /// How rounds are answered: at the hand-off, and in each stage with an agreed time.
    public var answers: [StageAnswers]
    /// The index of the stage from which marketing hands over; `nil` where nobody does.
    public var handOffStage: Int?
    /// By owner, team, and the funnel's dimensions.
    public var breakdowns: [PipelineBreakdown]
    /// The amount to be won a week.
    public var targetAmount: Double?
    /// Whether the source has amounts at all.
    public var hasAmounts: Bool
    /// Whether the source tells of losses, without which a win rate on the closed basis says nothing.
    public var knowsLosses: Bool

    /// How sales answer what marketing hands over; `nil` where nobody hands over.
    public var handOff: StageAnswers? { answers.first { $0.stage == handOffStage } }

    /// The open rounds of all stages, with their value.
    public var openValue: Money { Money(sumOf: open.map(\.value)) }

    /// The weighted value of all stages; `nil` where the chance of one that holds open amounts is not known.
    public var weightedValue: Double? {
        let weighted = open.filter { $0.value.count > 0 }.map(\.weighted)
        return weighted.contains(nil) ? nil : weighted.compactMap(\.self).reduce(0, +)
    }
}

extension PipelineFigures {
    /// - Parameters:
    ///   - values: The value that a round has in the part of that index.
    ///   - reason: Why a round ended; `nil` where nothing says.
    init(
        of rounds: [RoundHistory],
        in cut: PipelineCut,
        values: (Int, RoundHistory) -> String,
        reason: (RoundHistory) -> String?
    ) {
        let stages = cut.funnel.stages.indices
        worth = stages.map { StageWorth(of: $0, in: rounds, cut) }
        weeks = Self.weeks(of: rounds, in: cut)
        closedWinRate = cut.closedWinRate(rounds)
        createdWinRate = cut.createdWinRate(rounds.filter(cut.isMatured))
        cycle = cut.cycle(of: rounds)
        velocity = SalesVelocity(of: rounds, in: cut)
        let worth = worth
        open = stages.dropLast().map { OpenDeals(in: $0, of: rounds, worth: worth[$0], in: cut) }
        reasons = EndingReasons(of: rounds, reason: reason, in: cut)
        recycled = RecycledRounds(of: rounds, in: cut)
        handOffStage = cut.questions.handOff
        answers = stages.dropLast().filter { $0 == cut.questions.handOff || cut.questions.slaSeconds[$0] != nil }
            .map { StageAnswers(at: $0, of: rounds, in: cut) }
        breakdowns = Self.breakdowns(of: rounds, in: cut, weeks: weeks.map(\.week), values: values)
        targetAmount = cut.questions.targetAmount
        hasAmounts = cut.hasAmounts
        knowsLosses = cut.outcomes.contains { $0.countsAsLost }
    }

    private static func weeks(of rounds: [RoundHistory], in cut: PipelineCut) -> [OneWeek] {
        let counter = FlowCounter(
            of: rounds,
            stageCount: cut.funnel.stages.count,
            outcomeCount: cut.outcomes.count,
            on: cut.timeline,
            before: cut.asOf
        )
        let created = Dictionary(grouping: rounds.filter { !$0.reachedAt.isEmpty }) {
            cut.timeline.week(at: $0.reachedAt[0])
        }
        let closed = Dictionary(grouping: rounds.filter { $0.closedAt != nil }) {
            cut.timeline.week(at: $0.closedAt ?? 0)
        }
        return zip(counter.weeks, counter.flows(of: rounds)).map { week, flows in
            let ended = closed[week] ?? []
            return OneWeek(
                week: week,
                isComplete: cut.timeline.end(of: week) <= cut.asOf,
                flows: flows,
                created: cut.createdWinRate(created[week] ?? []),
                isMatured: cut.isMatured(week),
                closed: cut.closedWinRate(ended),
                won: Money(ended.filter(\.isWon).map(\.amount))
            )
        }
    }

    private static func breakdowns(
        of rounds: [RoundHistory],
        in cut: PipelineCut,
        weeks: [Week],
        values: (Int, RoundHistory) -> String
    ) -> [PipelineBreakdown] {
        cut.questions.parts.enumerated().map { index, part in
            let own = rounds.map { (values(index, $0), 1) }
            let least = part.dimension.canMerge ? cut.questions.suppressBelow : nil
            let merging = ValueMerging(Dictionary(own, uniquingKeysWith: +), below: least)
            let byValue = Dictionary(grouping: rounds) { merging.name(of: values(index, $0)) }
            return PipelineBreakdown(
                id: part.dimension.id,
                isPeople: part.isPeople,
                parts: byValue.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                    .map { value, own in
                        var made = PipelinePart(value, of: own, in: cut)
                        if !part.hasPages { made.countWeeks(weeks, of: own, in: cut) }
                        return made
                    }
            )
        }
    }
}
