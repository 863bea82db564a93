// The stages that only marketing has; plays for those who decide are those of the customer journey.

extension StarterStage {
    static let consideration = StarterStage(
        id: "consideration",
        note: Text(PackageResources.consideration_note_tr_md, PackageResources.consideration_note_en_md),
        plays: [
            Play(
                "paper-worth-an-address",
                PackageResources.consideration_paper_worth_an_address_tr_md,
                PackageResources.consideration_paper_worth_an_address_en_md
            ),
            Play(
                "call-those-who-read",
                PackageResources.consideration_call_those_who_read_tr_md,
                PackageResources.consideration_call_those_who_read_en_md
            ),
            Play(
                "named-testimonials",
                PackageResources.consideration_named_testimonials_tr_md,
                PackageResources.consideration_named_testimonials_en_md
            ),
        ]
    )

    static let conversion = StarterStage(
        id: "conversion",
        note: Text(PackageResources.conversion_note_tr_md, PackageResources.conversion_note_en_md),
        plays: [
            Play(
                "answer-within-a-day",
                PackageResources.conversion_answer_within_a_day_tr_md,
                PackageResources.conversion_answer_within_a_day_en_md
            ),
            Play(
                "customer-story",
                PackageResources.conversion_customer_story_tr_md,
                PackageResources.conversion_customer_story_en_md
            ),
            Play(
                "short-demo",
                PackageResources.decision_short_demo_tr_md,
                PackageResources.decision_short_demo_en_md
            ),
            Play(
                "honest-comparison",
                PackageResources.decision_honest_comparison_tr_md,
                PackageResources.decision_honest_comparison_en_md
            ),
            Play(
                "plain-guarantee",
                PackageResources.decision_plain_guarantee_tr_md,
                PackageResources.decision_plain_guarantee_en_md
            ),
            Play(
                "proof-beside-the-button",
                PackageResources.decision_proof_beside_the_button_tr_md,
                PackageResources.decision_proof_beside_the_button_en_md
            ),
        ]
    )
}
