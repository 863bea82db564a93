internal import Calendars

/// One row of the invented data.
struct EventRow: Sendable {
    /// Seconds of the site's own clock since 1970-01-01.
    var moment: Int
    var person: String
    var event: String
    var session: Session
    /// What the CRM calls the person; `nil` for rows that are no enquiry.
    var leadID: String?
    /// What the test's tool noted; `nil` for rows that are no part of a test.
    var variant: String?

    /// The row with its line end; a missing campaign is an empty cell.
    /// - Parameter keyed: Whether the file has a column of the CRM's identifiers.
    func line(keyed: Bool) -> String {
        ([person, timestamp, event, session.channel, session.device, session.campaign ?? ""]
            + (keyed ? [leadID ?? ""] : []))
            .map(csvCell).joined(separator: ",") + "\n"
    }

    /// Earlier first, at the same second by person.
    static func precedes(_ lhs: Self, _ rhs: Self) -> Bool {
        (lhs.moment, lhs.person) < (rhs.moment, rhs.person)
    }

    /// `2026-11-15T09:12:33`.
    var timestamp: String {
        let second = moment % secondsADay
        let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(LocalDate(dayNumber: moment / secondsADay))T\(clock.joined(separator: ":"))"
    }
}

/// How somebody came to the site this time.
struct Session: Sendable {
    var channel: String
    var device: String
    var campaign: String?
}

let secondsADay = 86_400
