// The stages of the customer journey from the decision on.

extension StarterStage {
    static let decision = StarterStage(
        id: "decision",
        note: Text(PackageResources.decision_note_tr_md, PackageResources.decision_note_en_md),
        plays: [
            Play(
                "make-trying-easy",
                PackageResources.decision_make_trying_easy_tr_md,
                PackageResources.decision_make_trying_easy_en_md
            ),
            Play(
                "welcome-letters",
                PackageResources.decision_welcome_letters_tr_md,
                PackageResources.decision_welcome_letters_en_md
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
                "offer-with-an-end",
                PackageResources.decision_offer_with_an_end_tr_md,
                PackageResources.decision_offer_with_an_end_en_md
            ),
            Play(
                "proof-beside-the-button",
                PackageResources.decision_proof_beside_the_button_tr_md,
                PackageResources.decision_proof_beside_the_button_en_md
            ),
            Play(
                "one-advantage",
                PackageResources.decision_one_advantage_tr_md,
                PackageResources.decision_one_advantage_en_md
            ),
            Play(
                "answer-in-minutes",
                PackageResources.decision_answer_in_minutes_tr_md,
                PackageResources.decision_answer_in_minutes_en_md
            ),
        ]
    )

    static let purchase = StarterStage(
        id: "purchase",
        note: Text(PackageResources.purchase_note_tr_md, PackageResources.purchase_note_en_md),
        plays: [
            Play(
                "shorten-checkout",
                PackageResources.purchase_shorten_checkout_tr_md,
                PackageResources.purchase_shorten_checkout_en_md
            ),
            Play(
                "delivery-day",
                PackageResources.purchase_delivery_day_tr_md,
                PackageResources.purchase_delivery_day_en_md
            ),
            Play(
                "help-at-checkout",
                PackageResources.purchase_help_at_checkout_tr_md,
                PackageResources.purchase_help_at_checkout_en_md
            ),
            Play(
                "one-test-at-a-time",
                PackageResources.purchase_one_test_at_a_time_tr_md,
                PackageResources.purchase_one_test_at_a_time_en_md
            ),
        ]
    )

    static let loyalty = StarterStage(
        id: "loyalty",
        note: Text(PackageResources.loyalty_note_tr_md, PackageResources.loyalty_note_en_md),
        plays: [
            Play(
                "ask-after-delivery",
                PackageResources.loyalty_ask_after_delivery_tr_md,
                PackageResources.loyalty_ask_after_delivery_en_md
            ),
            Play(
                "offer-from-history",
                PackageResources.loyalty_offer_from_history_tr_md,
                PackageResources.loyalty_offer_from_history_en_md
            ),
            Play(
                "first-weeks-support",
                PackageResources.loyalty_first_weeks_support_tr_md,
                PackageResources.loyalty_first_weeks_support_en_md
            ),
            Play(
                "feedback-hour",
                PackageResources.loyalty_feedback_hour_tr_md,
                PackageResources.loyalty_feedback_hour_en_md
            ),
            Play(
                "letters-for-owners",
                PackageResources.loyalty_letters_for_owners_tr_md,
                PackageResources.loyalty_letters_for_owners_en_md
            ),
            Play(
                "simple-loyalty-scheme",
                PackageResources.loyalty_simple_loyalty_scheme_tr_md,
                PackageResources.loyalty_simple_loyalty_scheme_en_md
            ),
            Play(
                "bring-a-friend",
                PackageResources.loyalty_bring_a_friend_tr_md,
                PackageResources.loyalty_bring_a_friend_en_md
            ),
        ]
    )
}
