public import Calendars

extension PipelineStory {
    /// A plain sales pipeline for a new site: lead, MQL, SAL, SQL, won; about 75 leads a week.
    ///
    /// A lead's way takes from 8 to 59 days. A few acceptances are not written down, and some of those who go back to
    /// marketing come round again.
    public static func leads(firstWeek: Week, weeks: Int, seed: UInt64 = 1) -> PipelineStory {
        let (lost, disqualified, recycled) = (0, 1, 2)
        return PipelineStory(
            seed: seed,
            firstWeek: firstWeek,
            weeks: weeks,
            newRecords: 64...86,
            entityColumn: "lead_id",
            entityLetter: "L",
            sources: [
                Source("organic", weight: 32, factor: 1), Source("ads", weight: 28, factor: 0.88),
                Source("event", weight: 18, factor: 0.94), Source("referral", weight: 14, factor: 1.2),
                Source("partner", weight: 8, factor: 1.1),
            ],
            owners: ["EK", "DA", "MT", "SY"].map { Owner($0) },
            stages: [
                Stage("created_at"),
                Stage("mql_at", rate: 0.58, days: 0...6, endings: [ending(disqualified, 45, 5...25)]),
                Stage(
                    "sal_at",
                    rate: 0.7,
                    days: 0...4,
                    forgotten: 0.03,
                    endings: [ending(disqualified, 58, 1...5), ending(recycled, 30, 1...6)]
                ),
                Stage(
                    "sql_at",
                    rate: 0.62,
                    days: 2...14,
                    endings: [
                        ending(lost, 38, 5...20), ending(disqualified, 22, 3...12), ending(recycled, 26, 6...21),
                    ]
                ),
                Stage(
                    "won_at",
                    rate: 0.34,
                    days: 6...35,
                    endings: [ending(lost, 84, 7...38), ending(recycled, 6, 14...35)]
                ),
            ],
            outcomes: [
                Outcome("lost_at", reasons: lossReasons),
                Outcome("disqualified_at", reasons: [("no fit", 6), ("no budget", 3), ("no answer", 2)]),
                Outcome("recycled_at", reasons: [("postponed", 6), ("no answer", 3)], comesAgain: 0.35),
            ],
            amountStage: 3,
            smallestAmount: 12_000
        )
    }

    /// A plain four-step deal pipeline for a new site: research, evaluation, commitment, won; about 68 deals a week.
    ///
    /// A deal's way takes from 8 to 59 days.
    public static func deals(firstWeek: Week, weeks: Int, seed: UInt64 = 1) -> PipelineStory {
        PipelineStory(
            seed: seed,
            firstWeek: firstWeek,
            weeks: weeks,
            newRecords: 60...76,
            entityColumn: "deal_id",
            entityLetter: "D",
            owners: ["EK", "DA", "MT", "SY"].map { Owner($0) },
            stages: [
                Stage("research_at"),
                Stage("evaluation_at", rate: 0.62, days: 2...16, endings: [ending(0, 70, 7...30)]),
                Stage("commitment_at", rate: 0.52, days: 4...25, endings: [ending(0, 82, 6...32)]),
                Stage("won_at", rate: 0.72, days: 2...18, endings: [ending(0, 80, 4...24)]),
            ],
            outcomes: [Outcome("lost_at", reasons: lossReasons)],
            amountStage: 1,
            smallestAmount: 30_000
        )
    }

    private static let lossReasons = [
        (name: "competitor", weight: 5), ("price", 5), ("postponed", 4), ("no budget", 3), ("no answer", 4),
        ("no fit", 1),
    ]

    private static func ending(_ outcome: Int, _ percent: Int, _ days: ClosedRange<Int>) -> Ending {
        Ending(outcome: outcome, percent: percent, days: days)
    }
}
