internal import Calendars
internal import Records

/// The dates that stand in the lines above a table: `July 8, 2025 - July 31, 2025`.
struct TitleDates {
    /// From the first to the last.
    let dates: [LocalDate]

    init(_ lines: [String]) {
        var dates: [LocalDate] = []
        for line in lines.prefix(20) {
            let pieces = line.split { "\"()\t;–".contains($0) }.flatMap { $0.split(separator: " - ") }
            for piece in pieces.flatMap({ String($0).split(separator: " to ") }) {
                let text = String(piece).trimmingBlanks
                if let date = Self.date(text) { dates.append(date) }
            }
        }
        self.dates = dates.sorted()
    }

    /// Whether all lie in one week, so that it does not matter on which day of it the rows count.
    var isOfOneWeek: Bool {
        guard let first = dates.first, let last = dates.last else { return false }
        return Week(containing: first) == Week(containing: last)
    }

    private static let patterns = ["ISO", "MMM D, YYYY", "D MMM YYYY", "D.M.YYYY", "YYYYMMDD"].compactMap {
        DatePattern($0)
    }

    private static func date(_ text: String) -> LocalDate? {
        patterns.lazy.compactMap { $0.reading(of: text)?.date }.first
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace || $0 == "," }.reversed())
    }
}
