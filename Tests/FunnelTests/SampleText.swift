import Funnel

/// Files and funnels that look at every branch of the scan.
enum SampleText {
    /// - Parameter most: More rows than there are at most.
    static func csv(_ dice: inout SeededDice, rows most: Int = 60) -> String {
        let feed = dice.pick(["\n", "\n", "\r\n", "\r"])
        let header = dice.pick(["id,at,what,channel", "at,x,what,id,channel", "channel;what;at;id"])
        let delimiter = header.contains(";") ? ";" : ","
        let names = header.split(separator: delimiter)
        var text =
            dice.below(5) == 0
            ? dice.pick(["Report\(feed)", "a,\"b\(feed)\(feed)", "a;b;c\(feed)\(feed)d\(feed)"]) : ""
        text += header + feed
        let isWild = dice.below(3) == 0
        for _ in 0..<dice.below(most) {
            if isWild, dice.below(12) == 0 {
                text += dice.pick([
                    "", ",,,", "\"", "a,\"b", "\"a\"b,c", " ", "x\(delimiter)\"y\nz\"\(delimiter)1", "ü",
                ])
            } else {
                let cells = names.map { cell($0, &dice, isWild: isWild) }
                text += cells.joined(separator: delimiter)
            }
            text += feed
        }
        if dice.below(3) == 0, text.hasSuffix(feed) { text.removeLast() }
        return text
    }

    private static func cell(_ name: Substring, _ dice: inout SeededDice, isWild: Bool) -> String {
        let word =
            switch name {
            case "id": id(&dice)
            case "at": time(&dice, isWild: isWild)
            case "what": dice.pick(["visit", "sign", "buy", "look", "a word longer than fifteen bytes", "n/a", ""])
            case "channel": dice.pick(["ads", "mail", "söz", "", " ", "n/a", "x"])
            default: dice.pick(["", "1", "words"])
            }
        guard isWild, dice.below(8) == 0 else { return word }
        return "\"" + word + dice.pick(["", "\"\"", "\n"]) + "\""
    }

    /// Objects, one a line, mostly with the same keys in the same order.
    static func json(_ dice: inout SeededDice, rows most: Int = 50) -> String {
        let isWild = dice.below(2) == 0
        let feed = dice.pick(["\n", "\n", "\r\n"])
        var text = ""
        for index in 0..<(1 + dice.below(most)) {
            if isWild, index > 0, dice.below(10) == 0 {
                text += dice.pick([
                    "", "  ", "{", "[1]", "{\"id\": 1, \"at\": \"2025-03-10T00:00:00Z\"}", "{\"id\":01,\"at\":\"\"}",
                    "{\"at\":\"2025-03-10T00:00:00Z\",\"id\":null,\"what\":\"visit\",\"channel\":{\"a\":1}}",
                    "{\"id\":\"a\\u0062\",\"at\":\"2025-03-10T00:00:00Z\",\"what\":\"visit\",\"channel\":\"\"} x",
                ])
            } else {
                let (at, what) = (time(&dice, isWild: isWild), cell("what", &dice, isWild: false))
                let id = dice.below(2) == 0 ? "\(dice.below(9))" : "\"\(id(&dice))\""
                let extra = dice.below(4) == 0 ? ",\"value\":\(dice.below(3)).5" : ""
                let channel = dice.pick(["ads", "mail", "a\\tb", "söz", ""])
                text += "{\"id\":\(id),\"at\":\"\(at)\",\"what\":\"\(what)\",\"channel\":\"\(channel)\"\(extra)}"
            }
            text += feed
        }
        return text
    }

    private static func id(_ dice: inout SeededDice) -> String {
        let number = dice.below(12)
        return switch dice.below(14) {
        case 0: "0\(number)"
        case 1: "1234567890\(number)"
        case 2: "123456789012345\(number)"
        case 3: "0b7d31e2-5b1a-4a0e-9a5e-3f1d2c4b5a6\(number % 10)"
        case 4: "0B7D31E2-5B1A-4A0E-9A5E-3F1D2C4B5A6\(number % 10)"
        case 5: "user-\(number)"
        case 6: "somebody.\(number)@example.org"
        case 7: "ç\(number)"
        case 8: dice.pick(["", " ", "n/a", "\u{0}"])
        default: "\(number)"
        }
    }

    private static func time(_ dice: inout SeededDice, isWild: Bool) -> String {
        let day = dice.pick(["2025-03-09", "2025-03-10", "2025-03-15", "2025-11-02", "2025-11-03"])
        let clock = "0\(dice.below(4)):\(10 + dice.below(50)):0\(dice.below(3))"
        let kind = dice.below(isWild ? 10 : 4)
        return switch kind {
        case 0...2: "\(day)T\(clock)Z"
        case 3: "\(day) \(clock)"
        case 4: day
        case 5: "\(day)T\(clock).\(dice.below(1000))Z"
        case 6: "\(day)T\(clock)+03:00"
        case 7: dice.pick(["", "0000-01-01", "40000-01-01", "2025-02-30T00:00:00Z", "2025-01-01T24:00:00Z", "n/a"])
        case 8: " \(day)T\(clock)Z"
        default: "\(day) \(clock)"
        }
    }

    static func funnel(_ dice: inout SeededDice) -> FunnelDefinition {
        let touch = dice.pick(Touch.allCases)
        let sameStage = dice.below(4) == 0
        let stages = ["visit", "sign", sameStage ? "sign" : "buy"].enumerated().map { index, event in
            Stage(id: "\(index)", condition: .column("event", isOneOf: [event]))
        }
        let order: StageOrder = sameStage ? .ordered : dice.pick([.ordered, .strict, .any])
        return FunnelDefinition(
            id: "f",
            stages: stages,
            order: order,
            exclusion: dice.below(4) == 0 ? .column("event", isOneOf: ["look"]) : nil,
            windowSeconds: dice.pick([nil, 3600, 86_400 * 3]),
            cohort: dice.pick(CohortRule.allCases),
            dimensions: [
                Dimension(id: "channel", origin: .column("channel"), touch: touch),
                Dimension(id: "day", origin: .date(.weekday), touch: .entry),
                Dimension(id: "mail", origin: .condition(.column("channel", isOneOf: ["mail"])), touch: touch),
            ]
        )
    }
}

struct SeededDice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % count
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
