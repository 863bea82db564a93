// The stages of the sales pipeline.

extension StarterStage {
    static let lead = StarterStage(
        id: "lead",
        note: Text(PackageResources.lead_note_tr_md, PackageResources.lead_note_en_md),
        plays: [
            Play(
                "note-the-source",
                PackageResources.lead_note_the_source_tr_md,
                PackageResources.lead_note_the_source_en_md
            ),
            Play(
                "follow-up-by-itself",
                PackageResources.lead_follow_up_by_itself_tr_md,
                PackageResources.lead_follow_up_by_itself_en_md
            ),
        ]
    )

    static let mql = StarterStage(
        id: "mql",
        note: Text(PackageResources.mql_note_tr_md, PackageResources.mql_note_en_md),
        plays: [
            Play(
                "objections-into-content",
                PackageResources.mql_objections_into_content_tr_md,
                PackageResources.mql_objections_into_content_en_md
            )
        ]
    )

    static let sal = StarterStage(
        id: "sal",
        note: Text(PackageResources.sal_note_tr_md, PackageResources.sal_note_en_md),
        plays: [
            Play(
                "what-a-good-lead-is",
                PackageResources.sal_what_a_good_lead_is_tr_md,
                PackageResources.sal_what_a_good_lead_is_en_md
            ),
            Play(
                "why-disqualified",
                PackageResources.sal_why_disqualified_tr_md,
                PackageResources.sal_why_disqualified_en_md
            ),
            Play(
                "one-shared-goal",
                PackageResources.sal_one_shared_goal_tr_md,
                PackageResources.sal_one_shared_goal_en_md
            ),
        ]
    )

    static let sql = StarterStage(
        id: "sql",
        note: Text(PackageResources.sql_note_tr_md, PackageResources.sql_note_en_md),
        plays: [
            Play(
                "four-answers",
                PackageResources.sql_four_answers_tr_md,
                PackageResources.sql_four_answers_en_md
            )
        ]
    )
}
