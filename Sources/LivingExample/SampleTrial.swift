/// The export of a story's test, as the tool that draws the variants would give it: one CSV file.
///
/// Rows are of those who were drawn: reaching the stage before the tested step, and from then on the events of the tested
/// stage and of those after it.
public struct SampleTrial: Sendable {
    /// Columns of the file, in order; times are of the site's own clock, the variants are `A` and `B`.
    public static let columns = ["user_id", "time", "event", "variant"]

    /// The file; its rows are sorted by time, then by person.
    public let bytes: [UInt8]

    /// Collects what the events know of the test; of a story without one, the header alone.
    public init(_ events: SampleEvents, of story: Story) {
        let later = story.trial.map { Set(story.stages[$0.stage...].flatMap(\.events)) } ?? []
        var drawn: [String: String] = [:]
        var lines = [Self.columns.joined(separator: ",")]
        for row in events.rows.joined() {
            if let variant = row.variant { drawn[row.person] = variant }
            guard let variant = drawn[row.person], row.variant != nil || later.contains(row.event) else { continue }
            lines.append([row.person, row.timestamp, row.event, variant].map(csvCell).joined(separator: ","))
        }
        bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    }
}
