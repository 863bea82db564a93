internal import Calendars
internal import Records
internal import Yams

/// How a source's files are written.
extension SourceSettingsReader {
    func format(_ source: YAMLSection, _ read: YAMLSection?, form: DataForm) -> TextFormat {
        var format = TextFormat(
            zone: source.value("time_zone", Zone.init(named:)) ?? siteZone,
            missing: Set(source.texts("missing"))
        )
        guard let read else { return format }
        format.delimiter = read.value("delimiter", delimiter)
        format.encoding = read.word("encoding", TextEncoding.self)
        format.skip = read.whole("skip", in: 0...100_000, as: "number of lines") ?? 0
        format.numbers = read.value("numbers", as: "clear example of a number", NumberStyle.init(example:))
        format.dates = read.value("dates", as: "pattern of dates") { DatePattern($0) }
        format.year = read.whole("year", in: 1900...2199)
        format.sundayWeeks =
            read.value("week_starts", as: "first day of a week") { ["monday": false, "sunday": true][$0] } ?? false
        format.date = read.value("date", date)
        if let dates = format.dates, !dates.hasYear, read["year"] == nil {
            log.report(
                "dates like '\(dates.pattern)' have no year",
                at: read["dates"],
                remedy: "Add the year of the first date, as in `year: 2014`."
            )
        }
        return format
    }

    /// One ASCII character; `\t` may be written for the tab.
    private func delimiter(_ text: String) -> UInt8? {
        if text == "\\t" { return UInt8(ascii: "\t") }
        guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80 else { return nil }
        return "\"\r\n".utf8.contains(byte) ? nil : byte
    }

    /// `2026-11-15`.
    private func date(_ text: String) -> LocalDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else {
            return nil
        }
        let numbers = parts.compactMap { Int($0) }
        return LocalDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
