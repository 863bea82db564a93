import Foundation

/// Writes events as CSV or as a JSON object a line.
struct EventWriter {
    let isJSON: Bool
    let hasUUIDs: Bool

    static let events = [
        "visit", "interest", "evaluation", "purchase", "loyalty", "pageview", "click", "login", "search", "error",
    ]
    static let channels = ["direct", "organic", "paid", "email", "social", "referral"]
    /// Of a hundred, how many come by a channel or by one before it.
    private static let shares: [UInt64] = [28, 55, 70, 82, 93, 100]

    func write(_ log: EventLog, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        let days = (0..<EventLog.days).map(Self.date)
        var text: [UInt8] = isJSON ? [] : Array("user_id,event,timestamp,channel,value\n".utf8)
        for row in log.ordered {
            append(Int(row), of: log, days: days, to: &text)
            if text.count > 1 << 22 {
                try file.write(contentsOf: Data(text))
                text.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: Data(text))
        try file.close()
    }

    private func append(_ row: Int, of log: EventLog, days: [[UInt8]], to text: inout [UInt8]) {
        let (user, second, event) = (Int(log.users[row]), Int(log.seconds[row]), Int(log.events[row]))
        let id = hasUUIDs ? Self.uuid(of: user) : "\(user)"
        text += (isJSON ? (hasUUIDs ? "{\"user_id\":\"\(id)\"" : "{\"user_id\":\(id)") : id).utf8
        text += (isJSON ? ",\"event\":\"" : ",").utf8
        text += Self.events[event].utf8
        text += (isJSON ? "\",\"timestamp\":\"" : ",").utf8
        text += days[second / 86_400]
        let clock = second % 86_400
        for (sign, part) in [(UInt8(ascii: "T"), clock / 3600), (58, clock / 60 % 60), (58, clock % 60)] {
            text += [sign, 48 + UInt8(part / 10), 48 + UInt8(part % 10)]
        }
        let channel = Self.channel(of: user, on: second / 86_400)
        text += (isJSON ? "Z\",\"channel\":\"\(channel)\",\"value\":" : "Z,\(channel),").utf8
        text += Self.value(of: row, event).utf8
        text += (isJSON ? "}\n" : "\n").utf8
    }

    /// A user comes by one channel, on one day of five by that day's.
    private static func channel(of user: Int, on day: Int) -> String {
        let isOther = mixed(UInt64(user * 191 + day)) % 5 == 0
        let share = mixed(UInt64(user) &* 0x9FB2_1C65_1E98_DF25 &+ UInt64(isOther ? day : 1000)) % 100
        return channels[shares.firstIndex { share < $0 } ?? 0]
    }

    private static func value(of row: Int, _ event: Int) -> String {
        guard event < 5 else { return "0" }
        let cents = event > 2 ? 500 + mixed(UInt64(row) &+ 12345) % 49500 : mixed(UInt64(row) &+ 777) % 1000
        return "\(cents / 100).\(cents / 10 % 10)\(cents % 10)"
    }

    private static func uuid(of user: Int) -> String {
        let halves = [mixed(UInt64(user)), mixed(UInt64(user) &+ 1 << 40)]
        let digits = halves.map { String(repeating: "0", count: $0.leadingZeroBitCount / 4) + String($0, radix: 16) }
        var text = ""
        for (index, digit) in digits.joined().prefix(32).enumerated() {
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
