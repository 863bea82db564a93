internal import Calendars
internal import Funnel
internal import Records

extension SourceReading {
    /// What of the rows' days or weeks looks like a fault of recording; `nil` for measures, whose rows need not come
    /// regularly, and before anything is counted. A record's day is that of its first date; of counts the first stage's
    /// numbers are looked at, because there is a row a day whatever happens.
    func volume(before asOf: Instant?, in zone: Zone) -> VolumeCheck? {
        guard let asOf else { return nil }
        let end = zone.local(Instant(microseconds: asOf.microseconds - 1)).date
        func date(_ microseconds: Int64) -> LocalDate { zone.local(Instant(microseconds: microseconds)).date }
        switch rows {
        case .events(let table):
            return VolumeCheck(Dictionary(table.times.map { (date($0), 1) }, uniquingKeysWith: +), until: end)
        case .scanned(let events):
            let counts = events.days.counts.map { (LocalDate(dayNumber: $0.key.day.date), $0.value) }
            return VolumeCheck(Dictionary(counts, uniquingKeysWith: +), until: end)
        case .records(let table):
            let firsts = (0..<table.count).compactMap { round in table.reached.compactMap { $0[round].time }.min() }
            return VolumeCheck(Dictionary(firsts.map { (date($0), 1) }, uniquingKeysWith: +), until: end)
        case .counts(let table):
            let sums = zip(table.days, table.counts.first ?? []).compactMap { day, count in count.map { (day, $0) } }
            return VolumeCheck(
                Dictionary(sums, uniquingKeysWith: +),
                of: .counts,
                until: end,
                isWeekly: table.isWeekly
            )
        case .measures: return nil
        }
    }
}

extension RecordTable.Reaching {
    /// Microseconds since 1970; `nil` where there is no date.
    fileprivate var time: Int64? {
        guard case .at(let time) = self else { return nil }
        return time
    }
}

extension SourceAccount {
    /// Rows that were rejected because they say again what another row has said: the same record, stage or key.
    public var duplicates: Int {
        let reasons: [RejectionReason] = [.entityTwice, .stageTwice, .duplicateKey]
        return tallies.flatMap(\.groups).filter { reasons.contains($0.reason) }.map(\.count).reduce(0, +)
    }
}
