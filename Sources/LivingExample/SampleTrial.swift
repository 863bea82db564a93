/// The export of a story's test, as the tool that draws the variants would give it: one CSV file.
///
/// Rows are of those who were drawn: reaching the stage before the tested step, and the tested step's event after it.
public struct SampleTrial: Sendable {
    /// Columns of the file, in order; times are of the site's own clock, the variants are `A` and `B`.
    public static let columns = ["user_id", "time", "event", "variant"]

    /// The file; its rows are sorted by time, then by person.
    public let bytes: [UInt8]

    /// Collects what the events know of the test; of a story without one, the header alone.
    public init(_ events: SampleEvents) {
        let lines = events.rows.joined().compactMap { row in
            row.variant.map { [row.person, row.timestamp, row.event, $0].map(csvCell).joined(separator: ",") }
        }
        bytes = Array(([Self.columns.joined(separator: ",")] + lines).map { $0 + "\n" }.joined().utf8)
    }
}
