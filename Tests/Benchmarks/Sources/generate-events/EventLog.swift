import Foundation

/// What users did in 26 weeks: journeys from visit to loyalty of which each step loses some, repeated visits, journeys that
/// skip a stage, and noise.
///
/// Rows stand day by day, within a day not quite in order, as log files of several servers do.
struct EventLog {
    /// Since the log began, one a row, in no order.
    private(set) var seconds: [Int32] = []
    /// From 1, one a row.
    private(set) var users: [Int32] = []
    /// Of `EventWriter.events`, one a row.
    private(set) var events: [UInt8] = []

    static let days = 182
    private static let end = days * daySeconds
    private static let daySeconds = 86_400
    /// Of all at a stage, which share goes on to the next, and how many days that takes on average.
    private static let steps = [(0.55, 0.8), (0.42, 1.8), (0.38, 3.0), (0.35, 8.0)]

    /// A quarter as many users as rows.
    init(count: Int) {
        let userCount = max(1, count / 4)
        for user in 1...userCount { addJourneys(of: user, upTo: count) }
        for row in seconds.count..<count { addNoise(row, users: userCount) }
    }

    private mutating func addJourneys(of user: Int, upTo count: Int) {
        var dice = Dice(seed: UInt64(user) &* 0xD134_2543_DE82_EF95)
        let share = dice.next()
        let journeys = share > 0.96 ? 3 : share > 0.83 ? 2 : share < 0.04 ? 0 : 1
        var start = dice.next() * Double(Self.end)
        for journey in 0..<journeys {
            if journey > 0 { start = start - log(dice.next()) * 20 * 86400 }
            addJourney(of: user, from: start, &dice, upTo: count)
        }
    }

    private mutating func addJourney(of user: Int, from start: Double, _ dice: inout Dice, upTo count: Int) {
        var time = start
        let skipsOne = dice.next() < 0.03
        for stage in 0..<5 {
            if stage > 0 {
                let (share, days) = Self.steps[stage - 1]
                if dice.next() >= share, !(skipsOne && stage == 1) { return }
                time = time - log(dice.next()) * days * 86400
            }
            if skipsOne, stage == 1 { continue }
            addRows(of: user, stage, from: time, &dice, upTo: count)
        }
    }

    /// The same once or more; of a hundred users one twice in one second.
    private mutating func addRows(
        of user: Int,
        _ stage: Int,
        from start: Double,
        _ dice: inout Dice,
        upTo count: Int
    ) {
        var time = start
        while Int(time) < Self.end, seconds.count < count {
            seconds.append(Int32(time))
            users.append(Int32(user))
            events.append(UInt8(stage))
            let again = dice.next()
            guard again < (stage == 0 ? 0.45 : 0.25) else { return }
            if again >= 0.01 { time = time - log(dice.next()) * Double(stage == 0 ? 30 * 3600 : 3 * 3600) }
        }
    }

    private mutating func addNoise(_ row: Int, users count: Int) {
        let seed = mixed(UInt64(row) &* 0xA076_1D64_78BD_642F &+ 7)
        let day = Int(mixed(seed &+ 2) % UInt64(Self.days))
        let second = min(Self.daySeconds - 1, Int((unit(mixed(seed &+ 3)) + unit(mixed(seed &+ 4))) * 43200))
        let share = mixed(seed &+ 5) % 100
        users.append(Int32(1 + mixed(seed &+ 1) % UInt64(count)))
        seconds.append(Int32(day * Self.daySeconds + second))
        events.append(share < 50 ? 5 : share < 75 ? 6 : share < 87 ? 7 : share < 97 ? 8 : 9)
    }

    /// The rows as they stand in the log: day by day, within a day some minutes late, a few some hours.
    var ordered: [Int32] {
        var rows = [[Int32]](repeating: [], count: Self.days)
        for (row, second) in seconds.enumerated() { rows[Int(second) / Self.daySeconds].append(Int32(row)) }
        return rows.flatMap { rows in
            rows.map { row -> (key: Double, row: Int32) in
                let hash = mixed(UInt64(row) &* 0x2545_F491_4F6C_DD1D &+ 99)
                let delay = hash & 63 != 0 ? 600.0 : 20000.0
                return (Double(Int(seconds[Int(row)]) % Self.daySeconds) - log(unit(hash)) * delay, row)
            }.sorted { $0.key < $1.key }.map(\.row)
        }
    }
}

/// Numbers that look thrown (Steele, Lea & Flood 2014, "SplitMix").
struct Dice {
    private let seed: UInt64
    private var count: UInt64 = 0

    init(seed: UInt64) { self.seed = mixed(seed) }

    /// Between 0 and 1.
    mutating func next() -> Double {
        defer { count += 1 }
        return unit(mixed(seed &+ count))
    }
}

/// A number of which nobody can tell from which it was made.
func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
}

/// A number as one between 0 and 1.
func unit(_ number: UInt64) -> Double { (Double(number >> 11) + 0.5) * (1.0 / 9_007_199_254_740_992.0) }
