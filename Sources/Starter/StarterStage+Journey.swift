// The stages of the customer journey and of marketing.

extension StarterStage {
    static let awareness = StarterStage(
        id: "awareness",
        note: Text(
            turkish: PackageResources.awareness_note_tr_md,
            english: PackageResources.awareness_note_en_md
        ),
        plays: [
            Play(
                name: "answer-one-question",
                text: Text(
                    turkish: PackageResources.awareness_answer_one_question_tr_md,
                    english: PackageResources.awareness_answer_one_question_en_md
                )
            )
        ]
    )

    static let interest = StarterStage(
        id: "interest",
        note: Text(
            turkish: PackageResources.interest_note_tr_md,
            english: PackageResources.interest_note_en_md
        ),
        plays: [
            Play(
                name: "one-promise-form",
                text: Text(
                    turkish: PackageResources.interest_one_promise_form_tr_md,
                    english: PackageResources.interest_one_promise_form_en_md
                )
            )
        ]
    )

    static let decision = StarterStage(
        id: "decision",
        note: Text(
            turkish: PackageResources.decision_note_tr_md,
            english: PackageResources.decision_note_en_md
        ),
        plays: [
            Play(
                name: "make-trying-easy",
                text: Text(
                    turkish: PackageResources.decision_make_trying_easy_tr_md,
                    english: PackageResources.decision_make_trying_easy_en_md
                )
            ),
            Play(
                name: "welcome-letters",
                text: Text(
                    turkish: PackageResources.decision_welcome_letters_tr_md,
                    english: PackageResources.decision_welcome_letters_en_md
                )
            ),
        ]
    )

    static let purchase = StarterStage(
        id: "purchase",
        note: Text(
            turkish: PackageResources.purchase_note_tr_md,
            english: PackageResources.purchase_note_en_md
        ),
        plays: [
            Play(
                name: "shorten-checkout",
                text: Text(
                    turkish: PackageResources.purchase_shorten_checkout_tr_md,
                    english: PackageResources.purchase_shorten_checkout_en_md
                )
            )
        ]
    )

    static let loyalty = StarterStage(
        id: "loyalty",
        note: Text(
            turkish: PackageResources.loyalty_note_tr_md,
            english: PackageResources.loyalty_note_en_md
        ),
        plays: [
            Play(
                name: "ask-after-delivery",
                text: Text(
                    turkish: PackageResources.loyalty_ask_after_delivery_tr_md,
                    english: PackageResources.loyalty_ask_after_delivery_en_md
                )
            )
        ]
    )

    static let consideration = StarterStage(
        id: "consideration",
        note: Text(
            turkish: PackageResources.consideration_note_tr_md,
            english: PackageResources.consideration_note_en_md
        ),
        plays: [
            Play(
                name: "paper-worth-an-address",
                text: Text(
                    turkish: PackageResources.consideration_paper_worth_an_address_tr_md,
                    english: PackageResources.consideration_paper_worth_an_address_en_md
                )
            )
        ]
    )

    static let conversion = StarterStage(
        id: "conversion",
        note: Text(
            turkish: PackageResources.conversion_note_tr_md,
            english: PackageResources.conversion_note_en_md
        ),
        plays: [
            Play(
                name: "answer-within-a-day",
                text: Text(
                    turkish: PackageResources.conversion_answer_within_a_day_tr_md,
                    english: PackageResources.conversion_answer_within_a_day_en_md
                )
            ),
            Play(
                name: "customer-story",
                text: Text(
                    turkish: PackageResources.conversion_customer_story_tr_md,
                    english: PackageResources.conversion_customer_story_en_md
                )
            ),
        ]
    )
}
