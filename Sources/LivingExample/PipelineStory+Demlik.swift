internal import Calendars

extension PipelineStory {
    /// The sales side of the living example: cafés, hotels and offices that buy tea by the box.
    ///
    /// Half of the leads send the form for an offer; the others call, come by a partner, or after the fairs of June,
    /// September and October. From 2026-W40 on sales answers within one working day, and accepts more of the leads that
    /// marketing has qualified; Mert, who is new, is slower and wins less, Elif wins more.
    public static let demlik = PipelineStory(
        seed: 0x0DE3_11C0_70F7_2026,
        firstWeek: Story.week(18),
        weeks: 30,
        newRecords: 50...62,
        entityColumn: "lead_id",
        entityLetter: "F",
        sources: [
            Source("organic", weight: 0, factor: 1), Source("ads", weight: 0, factor: 0.9),
            Source("social", weight: 0, factor: 0.84), Source("referral", weight: 0, factor: 1.16),
            Source("email", weight: 0, factor: 1.06), Source("phone", weight: 5, factor: 1),
            Source("partner", weight: 4, factor: 1.1), Source("fair", weight: 2, factor: 0.92),
        ],
        sectors: [
            Sector("cafe", weight: 46, staff: 2...24, factor: 1),
            Sector("office", weight: 24, staff: 8...160, factor: 0.94),
            Sector("hotel", weight: 18, staff: 12...140, factor: 1.08),
            Sector("shop", weight: 12, staff: 1...12, factor: 0.9),
        ],
        owners: demlikOwners,
        stages: [
            Stage("created_at"),
            Stage("mql_at", rate: 0.63, days: 0...5, endings: [ending(.disqualified, 78, 3...21)]),
            Stage(
                "sal_at",
                rate: 0.68,
                days: 0...4,
                forgotten: 0.02,
                endings: [ending(.disqualified, 60, 1...6), ending(.recycled, 32, 1...8)]
            ),
            Stage(
                "sql_at",
                rate: 0.68,
                days: 2...14,
                endings: [ending(.lost, 42, 5...20), ending(.disqualified, 20, 3...12), ending(.recycled, 26, 6...21)]
            ),
            Stage(
                "won_at",
                rate: 0.33,
                days: 7...34,
                endings: [ending(.lost, 82, 7...38), ending(.recycled, 8, 14...35)]
            ),
        ],
        outcomes: [
            Outcome(
                "lost_at",
                reasons: [
                    ("price", 7), ("competitor", 5), ("postponed", 3), ("no budget", 3), ("no answer", 4),
                    ("no fit", 1),
                ]
            ),
            Outcome("disqualified_at", reasons: [("no fit", 6), ("no budget", 3), ("no answer", 3)]),
            Outcome("recycled_at", reasons: [("postponed", 7), ("no answer", 3)], comesAgain: 0.45),
        ],
        answerStage: 2,
        amountStage: 3,
        smallestAmount: 15_000,
        fairs: [Story.week(24): 34, Story.week(37): 38, Story.week(43): 32],
        sortedOut: 0.07,
        turns: [Turn(stage: 2, weeks: Story.week(40)...Story.week(47), factor: 1.16)],
        mistyped: "W1108",
        hasClock: true
    )

    private static let demlikOwners = [
        Owner(
            "Elif",
            team: "Istanbul",
            factors: [3: 1.05, 4: 1.2],
            answers: [(Story.week(18), 0...3), (Story.week(40), 0...1)]
        ),
        Owner("Deniz", team: "Izmir", answers: [(Story.week(18), 1...4), (Story.week(40), 0...1)]),
        Owner("Selin", team: "Izmir", answers: [(Story.week(18), 0...4), (Story.week(40), 0...1)]),
        Owner(
            "Mert",
            team: "Istanbul",
            factors: [2: 0.9, 3: 0.9, 4: 0.8],
            answers: [(Story.week(18), 1...6), (Story.week(40), 1...4)]
        ),
    ]

    private enum OutcomeName: Int { case lost, disqualified, recycled }

    private static func ending(_ outcome: OutcomeName, _ percent: Int, _ days: ClosedRange<Int>) -> Ending {
        Ending(outcome: outcome.rawValue, percent: percent, days: days)
    }
}
