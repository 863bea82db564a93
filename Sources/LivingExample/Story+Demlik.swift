internal import Calendars

extension Story {
    /// The living example: thirty weeks of Demlik, a fictitious shop that sends Turkish tea by post.
    ///
    /// Visitors sign up or take the brewing guide, ask for a tasting box, order, and order again. Some of those who sign
    /// up run a café, a hotel or an office, and ask for an offer. What happens in single weeks is listed at `Demlik`.
    public static let demlik = Story(
        seed: 0x0DE3_11C0_7EA0_2026,
        firstWeek: week(18),
        weeks: 30,
        volume: Volume(
            newVisitors: 1110,
            growth: 0.0012,
            season: [1, 1, 1, 1, 1, 0.99, 0.96, 0.88, 0.98, 1, 1, 1],
            swing: 0.09
        ),
        stages: [
            Stage(events: ["visit"]),
            Stage(events: ["signup", "guide"], rate: 0.392, delay: Delay(hours: 2...48, atOnce: 0.5)),
            Stage(events: ["sample"], rate: 0.452, delay: Delay(hours: 20...120)),
            Stage(events: ["order"], rate: 0.43, delay: Delay(hours: 48...216)),
            Stage(events: ["order"], rate: 0.36, delay: Delay(hours: 168...384)),
        ],
        turns: [
            Turn(stage: 3, weeks: week(18)...week(47), device: "mobile", factor: 0.95),
            Turn(stage: 3, weeks: week(35)...week(47), factor: 1.2),
            Turn(stage: 2, weeks: week(42)...week(47), factor: 1.06),
            Turn(stage: 1, weeks: week(47)...week(47), device: "mobile", factor: 0.7),
        ],
        outages: [Outage(stage: 3, days: week(26).monday...week(26).sunday, share: 0.92)],
        trackingFaults: [
            TrackingFault(
                events: ["visit", "signup", "guide", "sample"],
                device: "mobile",
                days: week(39).monday.advanced(by: 1)...week(39).monday.advanced(by: 3),
                share: 0.93
            )
        ],
        trial: Trial(stage: 3, weeks: week(29)...week(34), factor: 1.27),
        channels: Channel.usual,
        campaigns: [
            Campaign(name: "soguk-cay", channel: "ads", weeks: week(18)...week(35), share: 0.6),
            Campaign(name: "sonbahar-demleme", channel: "ads", weeks: week(36)...week(47), share: 0.55),
            Campaign(name: "demleme-rehberi", channel: "social", weeks: week(26)...week(47), share: 0.3),
            Campaign(name: "sorulu-mektup", channel: "email", weeks: week(42)...week(47), share: 0.5),
            Campaign(name: "bulten", channel: "email", weeks: week(18)...week(47), share: 0.7),
        ],
        enquiry: Enquiry(event: "quote", stage: 1, share: 0.16, delay: Delay(hours: 6...216))
    )

    static func week(_ number: Int) -> Week {
        Week(number: weekOne.number + number - 1)
    }

    /// 2026-W01, which began on 2025-12-29.
    private static let weekOne = Week(containing: LocalDate(dayNumber: 20_451))
}
