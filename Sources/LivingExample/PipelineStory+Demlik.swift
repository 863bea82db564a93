internal import Calendars

extension PipelineStory {
    /// The sales side of the living example: cafés, hotels and offices that buy tea by the box.
    ///
    /// Most leads send the form for an offer; a few a week, and more after the fairs of June, September and October, come
    /// without having been on the site. From 2026-W40 on sales answers within one working day, and accepts more of the
    /// leads that marketing has qualified.
    public static let demlik = PipelineStory(
        seed: 0x0DE3_11C0_70F7_2026,
        firstWeek: Story.week(22),
        weeks: 26,
        newRecords: 4...8,
        entityColumn: "lead_id",
        entityLetter: "F",
        sources: [
            Source("organic", weight: 0, factor: 1), Source("ads", weight: 0, factor: 0.9),
            Source("social", weight: 0, factor: 0.84), Source("referral", weight: 0, factor: 1.16),
            Source("email", weight: 0, factor: 1.06), Source("fair", weight: 1, factor: 0.92),
        ],
        owners: ["EK", "DA", "SY"],
        stages: [
            Stage("created_at"),
            Stage("mql_at", rate: 0.62, days: 0...5, endings: [ending(.disqualified, 78, 3...21)]),
            Stage(
                "sal_at",
                rate: 0.66,
                days: 0...4,
                forgotten: 0.02,
                endings: [ending(.disqualified, 60, 1...6), ending(.recycled, 30, 1...8)]
            ),
            Stage(
                "sql_at",
                rate: 0.66,
                days: 2...14,
                endings: [ending(.lost, 42, 5...20), ending(.disqualified, 20, 3...12), ending(.recycled, 26, 6...21)]
            ),
            Stage(
                "won_at",
                rate: 0.32,
                days: 7...34,
                endings: [ending(.lost, 82, 7...38), ending(.recycled, 8, 14...35)]
            ),
        ],
        outcomes: [
            Outcome(
                "lost_at",
                reasons: [
                    ("competitor", 5), ("price", 6), ("postponed", 3), ("no budget", 3), ("no answer", 4),
                    ("no fit", 1),
                ]
            ),
            Outcome("disqualified_at", reasons: [("no fit", 6), ("no budget", 3), ("no answer", 3)]),
            Outcome("recycled_at", reasons: [("postponed", 7), ("no answer", 3)], comesAgain: 0.4),
        ],
        amountStage: 3,
        smallestAmount: 15_000,
        fairs: [Story.week(24): 11, Story.week(37): 12, Story.week(43): 10],
        sortedOut: 0.07,
        turns: [Turn(stage: 2, weeks: Story.week(40)...Story.week(47), factor: 1.2)],
        mistyped: "W1108"
    )

    private enum OutcomeName: Int { case lost, disqualified, recycled }

    private static func ending(_ outcome: OutcomeName, _ percent: Int, _ days: ClosedRange<Int>) -> Ending {
        Ending(outcome: outcome.rawValue, percent: percent, days: days)
    }
}
