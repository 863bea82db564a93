import Foundation

/// Writes events as CSV or as a JSON object a line.
struct EventWriter {
    let isJSON: Bool
    let hasUUIDs: Bool

    static let events = [
        "visit", "interest", "evaluation", "purchase", "loyalty", "pageview", "click", "login", "search", "error",
    ]
    static let channels = ["direct", "organic", "paid", "email", "social", "referral"]

    func write(_ events: [Event], to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        let days = (0..<EventLog.days).map(Self.date)
        var text: [UInt8] = isJSON ? [] : Array("user_id,event,timestamp,channel,value\n".utf8)
        for (index, event) in events.enumerated() {
            append(event, of: index, on: days[Int(event.second) / 86_400], to: &text)
            if text.count > 1 << 22 {
                try file.write(contentsOf: Data(text))
                text.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: Data(text))
        try file.close()
    }

    private func append(_ event: Event, of index: Int, on day: [UInt8], to text: inout [UInt8]) {
        var dice = Dice(seed: UInt64(event.user))
        let channel = Self.channels[[0, 0, 0, 1, 1, 1, 2, 3, 4, 5][dice.below(10)]]
        let id = hasUUIDs ? Self.uuid(&dice) : "\(event.user)"
        let second = Int(event.second) % 86_400
        var value = Dice(seed: UInt64(index))
        text += (isJSON ? (hasUUIDs ? "{\"user_id\":\"\(id)\"" : "{\"user_id\":\(id)") : id).utf8
        text += (isJSON ? ",\"event\":\"" : ",").utf8
        text += Self.events[Int(event.event)].utf8
        text += (isJSON ? "\",\"timestamp\":\"" : ",").utf8
        text += day
        for (sign, part) in [(UInt8(ascii: "T"), second / 3600), (58, second / 60 % 60), (58, second % 60)] {
            text += [sign, 48 + UInt8(part / 10), 48 + UInt8(part % 10)]
        }
        text += (isJSON ? "Z\",\"channel\":\"\(channel)\",\"value\":" : "Z,\(channel),").utf8
        text += "\(value.below(500)).\(10 + value.below(90))".utf8
        if isJSON { text.append(UInt8(ascii: "}")) }
        text.append(UInt8(ascii: "\n"))
    }

    private static func uuid(_ dice: inout Dice) -> String {
        let digits = [dice.next(), dice.next()].map { String($0 | 1 << 63, radix: 16) }.joined()
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text.append(digit)
        }
        return text
    }

    /// The day so many days after Monday 2025-09-01.
    private static func date(_ day: Int) -> [UInt8] {
        var (year, month, rest) = (2025, 9, day)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        while rest >= lengths[month - 1] {
            rest -= lengths[month - 1]
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return Array("\(year)-\(two(month))-\(two(rest + 1))".utf8)
    }
}
