import Calendars

/// Random visits of few people by channel and device.
struct Visits {
    private var state: UInt64
    private(set) var rows = ""

    init(seed: Int) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let weights = (0..<6).map { _ in 1 + next(12) }
        for week in 0..<7 {
            for person in 0..<(20 + next(40)) { add(person, week: week, weights) }
        }
    }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func add(_ person: Int, week: Int, _ weights: [Int]) {
        var place = next(weights.reduce(0, +))
        let channel = weights.firstIndex { weight in
            place -= weight
            return place < 0
        }
        let device = ["phone", "desk", "desk", "tablet"][next(4)]
        let monday = Week(number: 2950 + week).monday
        var day = monday.advanced(by: next(7))
        let properties = "c\(channel ?? 0),\(device)\n"
        for event in ["visit", "signup", "order"] {
            rows += "u\(week)-\(person),\(day) 10:00,\(event),\(properties)"
            guard next(10) < (event == "visit" ? 6 : 4) else { return }
            day = day.advanced(by: next(12))
        }
    }
}
