internal import Calendars

extension Story {
    /// The living example: half a year of Demlik, a fictitious shop that sends Turkish tea by post.
    ///
    /// Visitors sign up or take the brewing guide, ask for a tasting box, order, and order again. August is quiet.
    /// In 2026-W38 and W39 the form for the tasting box is broken on mobile. From 2026-W42 on the first order is
    /// delivered free, and more of those who tasted buy. Some of those who sign up run a café, a hotel or an office, and ask for an offer.
    public static let demlik = Story(
        seed: 0x0DE3_11C0_7EA0_2026,
        firstWeek: week(22),
        weeks: 26,
        volume: Volume(newVisitors: 1210, growth: 0.0088, season: [1, 1, 1, 1, 1, 0.99, 0.96, 0.89, 0.97, 1, 1, 1]),
        stages: [
            Stage(events: ["visit"]),
            Stage(events: ["signup", "guide"], rate: 0.385, delay: Delay(hours: 2...48, atOnce: 0.4)),
            Stage(events: ["sample"], rate: 0.445, delay: Delay(hours: 24...144)),
            Stage(events: ["order"], rate: 0.415, delay: Delay(hours: 48...240)),
            Stage(events: ["order"], rate: 0.35, delay: Delay(hours: 168...432)),
        ],
        turns: [
            Turn(stage: 2, weeks: week(38)...week(39), device: "mobile", factor: 0.56),
            Turn(stage: 3, weeks: week(42)...week(47), factor: 1.24),
        ],
        channels: Channel.usual,
        campaigns: [
            Campaign(name: "soguk-cay", channel: "ads", weeks: week(22)...week(35), share: 0.6),
            Campaign(name: "sonbahar-demleme", channel: "ads", weeks: week(36)...week(47), share: 0.55),
            Campaign(name: "demleme-rehberi", channel: "social", weeks: week(26)...week(47), share: 0.3),
            Campaign(name: "ucretsiz-kargo", channel: "email", weeks: week(42)...week(47), share: 0.5),
            Campaign(name: "bulten", channel: "email", weeks: week(22)...week(47), share: 0.7),
        ],
        enquiry: Enquiry(event: "quote", stage: 1, share: 0.06, delay: Delay(hours: 6...216))
    )

    static func week(_ number: Int) -> Week {
        Week(number: weekOne.number + number - 1)
    }

    /// 2026-W01, which began on 2025-12-29.
    private static let weekOne = Week(containing: LocalDate(dayNumber: 20_451))
}
