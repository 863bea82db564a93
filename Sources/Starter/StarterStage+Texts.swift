extension StarterStage {
    static let awareness = StarterStage(
        id: "awareness",
        play: "answer-one-question",
        texts: [
            "tr": Text(note: PackageResources.awareness_note_tr_md, play: PackageResources.awareness_play_tr_md),
            "en": Text(note: PackageResources.awareness_note_en_md, play: PackageResources.awareness_play_en_md),
        ]
    )

    static let interest = StarterStage(
        id: "interest",
        play: "welcome-letters",
        texts: [
            "tr": Text(note: PackageResources.interest_note_tr_md, play: PackageResources.interest_play_tr_md),
            "en": Text(note: PackageResources.interest_note_en_md, play: PackageResources.interest_play_en_md),
        ]
    )

    static let decision = StarterStage(
        id: "decision",
        play: "make-trying-easy",
        texts: [
            "tr": Text(note: PackageResources.decision_note_tr_md, play: PackageResources.decision_play_tr_md),
            "en": Text(note: PackageResources.decision_note_en_md, play: PackageResources.decision_play_en_md),
        ]
    )

    static let purchase = StarterStage(
        id: "purchase",
        play: "shorten-checkout",
        texts: [
            "tr": Text(note: PackageResources.purchase_note_tr_md, play: PackageResources.purchase_play_tr_md),
            "en": Text(note: PackageResources.purchase_note_en_md, play: PackageResources.purchase_play_en_md),
        ]
    )

    static let loyalty = StarterStage(
        id: "loyalty",
        play: "ask-after-delivery",
        texts: [
            "tr": Text(note: PackageResources.loyalty_note_tr_md, play: PackageResources.loyalty_play_tr_md),
            "en": Text(note: PackageResources.loyalty_note_en_md, play: PackageResources.loyalty_play_en_md),
        ]
    )

    static let consideration = StarterStage(
        id: "consideration",
        play: "customer-story",
        texts: [
            "tr": Text(
                note: PackageResources.consideration_note_tr_md,
                play: PackageResources.consideration_play_tr_md
            ),
            "en": Text(
                note: PackageResources.consideration_note_en_md,
                play: PackageResources.consideration_play_en_md
            ),
        ]
    )

    static let conversion = StarterStage(
        id: "conversion",
        play: "answer-within-a-day",
        texts: [
            "tr": Text(note: PackageResources.conversion_note_tr_md, play: PackageResources.conversion_play_tr_md),
            "en": Text(note: PackageResources.conversion_note_en_md, play: PackageResources.conversion_play_en_md),
        ]
    )
}
