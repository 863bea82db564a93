internal import Calendars
internal import Funnel
internal import Records

extension SourceReading {
    /// What of the days' rows looks like a fault of recording; `nil` for records, measures and weekly counts, whose rows
    /// need not come every day.
    func volume(before asOf: Instant?, in zone: Zone) -> VolumeCheck? {
        guard let asOf else { return nil }
        let end = zone.local(Instant(microseconds: asOf.microseconds - 1)).date
        switch rows {
        case .events(let table):
            let dates = table.times.map { zone.local(Instant(microseconds: $0)).date }
            return VolumeCheck(Dictionary(dates.map { ($0, 1) }, uniquingKeysWith: +), until: end)
        case .scanned(let events):
            let counts = events.days.counts.map { (LocalDate(dayNumber: $0.key.day.date), $0.value) }
            return VolumeCheck(Dictionary(counts, uniquingKeysWith: +), until: end)
        case .counts(let table) where !table.isWeekly:
            return VolumeCheck(Dictionary(table.days.map { ($0, 1) }, uniquingKeysWith: +), until: end)
        case .counts, .records, .measures: return nil
        }
    }
}

extension SourceAccount {
    /// Rows that were rejected because they say again what another row has said: the same record, stage or key.
    public var duplicates: Int {
        let reasons: [RejectionReason] = [.entityTwice, .stageTwice, .duplicateKey]
        return tallies.flatMap(\.groups).filter { reasons.contains($0.reason) }.map(\.count).reduce(0, +)
    }
}
