internal import Calendars

/// All files of the living example, by their paths inside `content/data`.
public struct Demlik: Sendable {
    /// The web events, a file a week.
    public let web: SampleEvents
    /// What the CRM knows of the same people, and of others.
    public let crm: SampleRecords
    /// What the mail tool, the survey and the web counter say.
    public let mail: SampleMeasures

    /// Tells the whole story: visits, then the leads that come of them, then what was measured beside.
    public init() {
        web = SampleEvents(.demlik)
        crm = SampleRecords(.demlik, from: web.enquiries)
        mail = SampleMeasures(web, seed: Story.demlik.seed, offer: Story.week(42)...Story.week(47))
    }

    /// Paths and bytes, web events first.
    public var files: [(path: String, bytes: [UInt8])] {
        web.files.map { ("web/\($0.week).csv", $0.bytes) } + [("crm.csv", crm.bytes), ("mail.csv", mail.bytes)]
    }
}
