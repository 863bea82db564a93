/// The words that the glossary explains, in the order in which it does.
enum Glossary {
    /// Words of one subject.
    struct Group {
        var id: String
        /// Names of texts below `glossary`; they are the words' ids on the page, too.
        var terms: [String]
    }

    static let groups = [
        Group(
            id: "funnel",
            terms: [
                "entity", "stage", "step", "phase", "cohort", "cohort_view", "activity_view", "week", "channel",
                "touch",
                "segment", "play",
            ]
        ),
        Group(
            id: "numbers",
            terms: [
                "conversion_rate", "loss", "interval", "n", "point", "target", "median_time", "maturing", "same_age",
                "expected", "normal_range", "signal", "noise", "bottleneck", "gain", "restated", "suppressed",
            ]
        ),
        Group(
            id: "pipeline",
            terms: [
                "lead", "mql", "sal", "sql", "opportunity", "won_lost", "disqualified", "recycled", "hand_off", "sla",
                "win_rate", "sales_cycle", "velocity", "weighted_value", "ageing",
            ]
        ),
        Group(
            id: "measures",
            terms: [
                "visitors", "page_views", "brand_awareness", "time_on_site", "video_rate", "downloads", "open_rate",
                "click_rate", "reviews", "order_value", "csat", "nps", "repeat_rate", "referrals", "retention",
                "ab_test", "feedback",
            ]
        ),
        Group(id: "figures", terms: ["figure_funnel", "figure_hatch", "figure_strip", "figure_tick", "figure_open"]),
    ]
}
