// The stages of a deal, and the end that it shares with the sales pipeline.

extension StarterStage {
    static let research = StarterStage(
        id: "research",
        note: Text(PackageResources.research_note_tr_md, PackageResources.research_note_en_md),
        plays: [
            Play(
                "buyers-questions",
                PackageResources.research_buyers_questions_tr_md,
                PackageResources.research_buyers_questions_en_md
            )
        ]
    )

    static let evaluation = StarterStage(
        id: "evaluation",
        note: Text(PackageResources.evaluation_note_tr_md, PackageResources.evaluation_note_en_md),
        plays: [
            Play(
                "show-their-own-work",
                PackageResources.evaluation_show_their_own_work_tr_md,
                PackageResources.evaluation_show_their_own_work_en_md
            ),
            Play(
                "honest-comparison",
                PackageResources.decision_honest_comparison_tr_md,
                PackageResources.decision_honest_comparison_en_md
            ),
        ]
    )

    static let commitment = StarterStage(
        id: "commitment",
        note: Text(PackageResources.commitment_note_tr_md, PackageResources.commitment_note_en_md),
        plays: [
            Play(
                "plan-it-together",
                PackageResources.commitment_plan_it_together_tr_md,
                PackageResources.commitment_plan_it_together_en_md
            )
        ]
    )

    /// The end of both presets.
    static let won = StarterStage(
        id: "won",
        note: Text(PackageResources.won_note_tr_md, PackageResources.won_note_en_md),
        plays: [
            Play(
                "rehearse-the-hard-talk",
                PackageResources.won_rehearse_the_hard_talk_tr_md,
                PackageResources.won_rehearse_the_hard_talk_en_md
            )
        ]
    )
}
