import Calendars
import Funnel
import Records

extension ScannedEvents {
    /// Rows as the oracle has them, written to a file in memory and scanned for a funnel of lettered stages.
    init?(_ rows: [OracleRow], for funnel: FunnelDefinition, threads: Int, allowance: RowAllowance? = nil) throws {
        let names = funnel.stages.map(\.id) + ["value", "excluded"]
        var scan = EventScan(
            columns: EventColumns(entity: "id", time: "at", properties: names),
            format: TextFormat(zone: .utc),
            zone: .utc,
            interest: ScanInterest(in: [funnel]),
            effort: EventScan.Effort(threads: threads, chunkSize: 3000, allowance: allowance)
        )
        let text = "id,at,\(names.joined(separator: ","))\n" + rows.map { Self.line($0, funnel) }.joined()
        guard try scan.read(BytesInMemory(Array(text.utf8)), file: "a.csv"), let events = try scan.finish(),
            events.rejections.isEmpty
        else { return nil }
        self = events
    }

    private static func line(_ row: OracleRow, _ funnel: FunnelDefinition) -> String {
        let hours = row.time / hour
        let date = LocalDate(dayNumber: Int(hours / 24))
        let clock = hours % 24 < 10 ? "0\(hours % 24)" : "\(hours % 24)"
        let stages = funnel.stages.indices.map { row.stages & (1 << UInt32($0)) != 0 ? "yes" : "" }
        let cells = stages + [row.value ?? "", row.isExcluded ? "yes" : ""]
        return "u\(row.entity),\(date)T\(clock):00:00Z,\(cells.joined(separator: ","))\n"
    }
}

extension PassageSets {
    /// A line for each passage, in an order of their own.
    func sortedLines(_ line: (Passages, Int) -> String) -> [String] {
        (0..<setCount).flatMap { index in
            let passages = passages(ofSet: index)
            return (0..<passages.count).map { line(passages, $0) }
        }.sorted()
    }
}
