extension Instant {
    /// Reads `2026-11-16T00:00:00+03:00`, as ``Zone/timestamp(_:)`` writes it, and nothing else.
    public init?(timestamp: String) {
        let bytes = Array(timestamp.utf8)
        guard bytes.count == 25, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[22] == UInt8(ascii: ":"),
            let day = LocalDate(String(timestamp.prefix(10)))
        else { return nil }
        let sign: Int? = [UInt8(ascii: "+"): 1, UInt8(ascii: "-"): -1][bytes[19]]
        let parts = [11..<13, 14..<16, 17..<19, 20..<22, 23..<25].map { wholeNumber(bytes[$0]) }
        guard let sign, let hour = parts[0], let minute = parts[1], let second = parts[2],
            let offsetHours = parts[3], let offsetMinutes = parts[4],
            hour < 24, minute < 60, second < 60, offsetMinutes < 60
        else { return nil }
        let clock = (hour * 60 + minute) * 60 + second
        let offset = sign * (offsetHours * 60 + offsetMinutes) * 60
        self.init(seconds: Int64(day.dayNumber) * 86_400 + Int64(clock - offset))
    }
}
