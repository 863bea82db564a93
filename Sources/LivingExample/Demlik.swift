internal import Calendars

/// All files of the living example, by their paths inside `content/data`.
///
/// | episode | when | where it is in the data |
/// | --- | --- | --- |
/// | weekends and August are quiet | every week; W32–W35 | fewer rows of all files |
/// | payment by card fails | 2026-W26, Monday to Sunday | few first orders on these days, so few of the entrants of W24 and W25; complaints in `feedback.csv` |
/// | a checkout of two screens is tested | 2026-W29–W34 | `checkout-test.csv`: B orders more |
/// | the checkout is for everybody | from 2026-W35 on | the first order, from W35 on: more, and it stays |
/// | the tag on phones is broken | 2026-W39, Tuesday to Thursday | what happens on mobile is missing in the events, orders aside; not in `site.csv` |
/// | sales answers within one working day | from 2026-W40 on | `crm.csv`: hours from `mql_at` to the answer; more leads are accepted; one owner stays slow |
/// | letters ask a question in their subject | from 2026-W42 on | `mail.csv`: opened more; a few more ask for the box |
/// | Saturday's forms from letters come late | 2026-W42 | `content/closed/2026-W42.json` was written without them |
/// | tea fairs | 2026-W24, W37, W43 | `crm.csv`: leads of the source `fair` |
/// | the form asks for a phone number, on phones | from 2026-W47 on | fewer sign-ups on mobile, at once; complaints in `feedback.csv` |
///
/// The last one is news on the day the data end: interest fell, it is the step with most to gain, and the oldest entrants
/// that it touched are six days old.
public struct Demlik: Sendable {
    /// The web events, a file a week.
    public let web: SampleEvents
    /// Who was drawn for the test of the checkout.
    public let trial: SampleTrial
    /// What the CRM knows of the same people, and of others.
    public let crm: SampleRecords
    /// What the mail tool, the survey, the shop and the web server say.
    public let measures: SampleMeasures

    /// Tells the whole story: visits, then the leads that come of them, then what was measured beside.
    public init() {
        web = SampleEvents(.demlik)
        trial = SampleTrial(web, of: .demlik)
        crm = SampleRecords(.demlik, from: web.enquiries)
        measures = SampleMeasures(
            web,
            seed: Story.demlik.seed,
            betterLetters: Story.week(42)...Story.week(47),
            complaints: [
                Story.week(26): [("payment_failed", 31)], Story.week(27): [("payment_failed", 6)],
                Story.week(47): [("form_too_long", 22)],
            ]
        )
    }

    /// Paths and bytes, web events first.
    public var files: [(path: String, bytes: [UInt8])] {
        web.files.map { ("web/\($0.week).csv", $0.bytes) }
            + [("checkout-test.csv", trial.bytes), ("crm.csv", crm.bytes)]
            + measures.files.map { ("\($0.name).csv", $0.bytes) }
    }
}
