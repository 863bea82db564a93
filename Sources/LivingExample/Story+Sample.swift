public import Calendars

extension Story {
    /// A plain story for a new site: usual channels, steady rates, no campaign and no incident.
    ///
    /// A person's way through five stages takes from 10 to 36 days; further stages add up to 14 days each.
    /// - Parameter stageEvents: The event names of each stage, in the funnel's order; the first stage is the visit,
    ///   and a name that comes again (order, then order again) is a further event of the same person.
    public static func sample(
        stageEvents: [[String]],
        firstWeek: Week,
        weeks: Int,
        newVisitors: Int = 400,
        seed: UInt64 = 1
    ) -> Story {
        Story(
            seed: seed,
            firstWeek: firstWeek,
            weeks: weeks,
            volume: Volume(newVisitors: newVisitors, growth: 0.005),
            stages: stageEvents.enumerated().map { index, events in
                Stage(events: events, rate: usualRate(index), delay: usualDelay(index))
            },
            channels: Channel.usual
        )
    }

    private static func usualRate(_ stage: Int) -> Double {
        switch stage {
        case 1: 0.38
        case 2: 0.43
        case 3: 0.41
        default: 0.36
        }
    }

    private static func usualDelay(_ stage: Int) -> Delay {
        switch stage {
        case 1: Delay(hours: 2...48, atOnce: 0.4)
        case 2: Delay(hours: 24...144)
        case 3: Delay(hours: 48...240)
        case 4: Delay(hours: 168...432)
        default: Delay(hours: 48...336)
        }
    }
}
