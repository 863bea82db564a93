// The stages of the sales pipeline and of a deal.

extension StarterStage {
    static let lead = StarterStage(
        id: "lead",
        note: Text(
            turkish: PackageResources.lead_note_tr_md,
            english: PackageResources.lead_note_en_md
        ),
        plays: [
            Play(
                name: "note-the-source",
                text: Text(
                    turkish: PackageResources.lead_note_the_source_tr_md,
                    english: PackageResources.lead_note_the_source_en_md
                )
            )
        ]
    )

    static let mql = StarterStage(
        id: "mql",
        note: Text(
            turkish: PackageResources.mql_note_tr_md,
            english: PackageResources.mql_note_en_md
        ),
        plays: [
            Play(
                name: "objections-into-content",
                text: Text(
                    turkish: PackageResources.mql_objections_into_content_tr_md,
                    english: PackageResources.mql_objections_into_content_en_md
                )
            )
        ]
    )

    static let sal = StarterStage(
        id: "sal",
        note: Text(
            turkish: PackageResources.sal_note_tr_md,
            english: PackageResources.sal_note_en_md
        ),
        plays: [
            Play(
                name: "what-a-good-lead-is",
                text: Text(
                    turkish: PackageResources.sal_what_a_good_lead_is_tr_md,
                    english: PackageResources.sal_what_a_good_lead_is_en_md
                )
            ),
            Play(
                name: "why-disqualified",
                text: Text(
                    turkish: PackageResources.sal_why_disqualified_tr_md,
                    english: PackageResources.sal_why_disqualified_en_md
                )
            ),
            Play(
                name: "one-shared-goal",
                text: Text(
                    turkish: PackageResources.sal_one_shared_goal_tr_md,
                    english: PackageResources.sal_one_shared_goal_en_md
                )
            ),
        ]
    )

    static let sql = StarterStage(
        id: "sql",
        note: Text(
            turkish: PackageResources.sql_note_tr_md,
            english: PackageResources.sql_note_en_md
        ),
        plays: [
            Play(
                name: "four-answers",
                text: Text(
                    turkish: PackageResources.sql_four_answers_tr_md,
                    english: PackageResources.sql_four_answers_en_md
                )
            )
        ]
    )

    static let research = StarterStage(
        id: "research",
        note: Text(
            turkish: PackageResources.research_note_tr_md,
            english: PackageResources.research_note_en_md
        ),
        plays: [
            Play(
                name: "buyers-questions",
                text: Text(
                    turkish: PackageResources.research_buyers_questions_tr_md,
                    english: PackageResources.research_buyers_questions_en_md
                )
            )
        ]
    )

    static let evaluation = StarterStage(
        id: "evaluation",
        note: Text(
            turkish: PackageResources.evaluation_note_tr_md,
            english: PackageResources.evaluation_note_en_md
        ),
        plays: [
            Play(
                name: "show-their-own-work",
                text: Text(
                    turkish: PackageResources.evaluation_show_their_own_work_tr_md,
                    english: PackageResources.evaluation_show_their_own_work_en_md
                )
            )
        ]
    )

    static let commitment = StarterStage(
        id: "commitment",
        note: Text(
            turkish: PackageResources.commitment_note_tr_md,
            english: PackageResources.commitment_note_en_md
        ),
        plays: [
            Play(
                name: "plan-it-together",
                text: Text(
                    turkish: PackageResources.commitment_plan_it_together_tr_md,
                    english: PackageResources.commitment_plan_it_together_en_md
                )
            )
        ]
    )

    /// The end of both presets.
    static let won = StarterStage(
        id: "won",
        note: Text(
            turkish: PackageResources.won_note_tr_md,
            english: PackageResources.won_note_en_md
        ),
        plays: [
            Play(
                name: "rehearse-the-hard-talk",
                text: Text(
                    turkish: PackageResources.won_rehearse_the_hard_talk_tr_md,
                    english: PackageResources.won_rehearse_the_hard_talk_en_md
                )
            )
        ]
    )
}
