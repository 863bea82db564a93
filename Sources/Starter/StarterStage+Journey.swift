// The first two stages of the customer journey; marketing begins with the first of them.

extension StarterStage {
    static let awareness = StarterStage(
        id: "awareness",
        note: Text(PackageResources.awareness_note_tr_md, PackageResources.awareness_note_en_md),
        plays: [
            Play(
                "answer-one-question",
                PackageResources.awareness_answer_one_question_tr_md,
                PackageResources.awareness_answer_one_question_en_md
            ),
            Play(
                "who-it-is-for",
                PackageResources.awareness_who_it_is_for_tr_md,
                PackageResources.awareness_who_it_is_for_en_md
            ),
            Play(
                "be-found",
                PackageResources.awareness_be_found_tr_md,
                PackageResources.awareness_be_found_en_md
            ),
            Play(
                "say-the-difference",
                PackageResources.awareness_say_the_difference_tr_md,
                PackageResources.awareness_say_the_difference_en_md
            ),
            Play(
                "small-ad-test",
                PackageResources.awareness_small_ad_test_tr_md,
                PackageResources.awareness_small_ad_test_en_md
            ),
            Play(
                "social-rhythm",
                PackageResources.awareness_social_rhythm_tr_md,
                PackageResources.awareness_social_rhythm_en_md
            ),
            Play(
                "one-move-video",
                PackageResources.awareness_one_move_video_tr_md,
                PackageResources.awareness_one_move_video_en_md
            ),
        ]
    )

    static let interest = StarterStage(
        id: "interest",
        note: Text(PackageResources.interest_note_tr_md, PackageResources.interest_note_en_md),
        plays: [
            Play(
                "one-promise-form",
                PackageResources.interest_one_promise_form_tr_md,
                PackageResources.interest_one_promise_form_en_md
            ),
            Play(
                "one-next-step",
                PackageResources.interest_one_next_step_tr_md,
                PackageResources.interest_one_next_step_en_md
            ),
            Play(
                "one-page-download",
                PackageResources.interest_one_page_download_tr_md,
                PackageResources.interest_one_page_download_en_md
            ),
            Play(
                "reviews-unpolished",
                PackageResources.interest_reviews_unpolished_tr_md,
                PackageResources.interest_reviews_unpolished_en_md
            ),
            Play(
                "answer-in-public",
                PackageResources.interest_answer_in_public_tr_md,
                PackageResources.interest_answer_in_public_en_md
            ),
            Play(
                "live-half-hour",
                PackageResources.interest_live_half_hour_tr_md,
                PackageResources.interest_live_half_hour_en_md
            ),
            Play(
                "versions-by-segment",
                PackageResources.interest_versions_by_segment_tr_md,
                PackageResources.interest_versions_by_segment_en_md
            ),
        ]
    )
}
