/// One thing that one user did.
struct Event {
    /// From 1.
    var user: Int32
    /// Since the log began.
    var second: Int32
    /// Of `EventWriter.events`.
    var event: UInt8
}

/// What users did in 26 weeks: journeys from visit to loyalty of which each step loses some, repeated visits, and noise.
///
/// Rows stand day by day, within a day not quite in order, as log files of several servers do.
struct EventLog {
    let events: [Event]

    static let days = 182
    private static let daySeconds = 86_400
    private static let end = days * daySeconds
    /// Of a thousand at each stage, how many go on to the next.
    private static let goOn = [550, 420, 380, 350]
    /// How many hours that takes on average.
    private static let hours = [19, 43, 72, 192]

    /// About a quarter as many users as rows.
    init(count: Int) {
        let users = max(1, count / 4)
        var events: [Event] = []
        events.reserveCapacity(count)
        for user in 1...users where events.count < count - count / 7 {
            Self.addJourneys(of: user, to: &events)
        }
        var dice = Dice(seed: 0x5EED)
        while events.count < count {
            let second = dice.below(Self.end)
            let event = UInt8(5 + dice.below(5))
            events.append(Event(user: Int32(1 + dice.below(users)), second: Int32(second), event: event))
        }
        self.events = Self.ordered(events)
    }

    private static func addJourneys(of user: Int, to events: inout [Event]) {
        var dice = Dice(seed: UInt64(user))
        var start = dice.below(end)
        for _ in 0..<[0, 1, 1, 1, 1, 1, 1, 1, 2, 3][dice.below(10)] {
            var second = start
            for stage in 0..<5 {
                if stage > 0 {
                    guard dice.below(1000) < goOn[stage - 1] else { break }
                    second += dice.wait(hours: hours[stage - 1])
                }
                repeat {
                    guard second < end else { return }
                    events.append(Event(user: Int32(user), second: Int32(second), event: UInt8(stage)))
                    second += dice.below(50) == 0 ? 0 : dice.wait(hours: 20)
                } while dice.below(100) < (stage == 0 ? 45 : 25)
            }
            start += dice.wait(hours: 480)
        }
    }

    /// By the day and a quarter of an hour, give or take one.
    private static func ordered(_ events: [Event]) -> [Event] {
        let quarters = days * 96 + 2
        var bounds = Array(repeating: 0, count: quarters + 1)
        var dice = Dice(seed: 7)
        let places = events.map { event in
            let day = Int(event.second) / daySeconds
            let quarter = Int(event.second) / 900 + dice.below(3) - 1
            return min(max(quarter, day * 96), day * 96 + 95)
        }
        for place in places { bounds[place + 1] += 1 }
        for place in 0..<quarters { bounds[place + 1] += bounds[place] }
        var ordered = events
        for (event, place) in zip(events, places) {
            ordered[bounds[place]] = event
            bounds[place] += 1
        }
        return ordered
    }
}

/// Numbers that look thrown (Steele, Lea & Flood 2014, "SplitMix").
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }

    /// Seconds, short ones more often than long ones.
    mutating func wait(hours: Int) -> Int {
        let longest = below(hours * 4 * 3600)
        return below(longest + 1)
    }
}
