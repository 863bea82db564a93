internal import Calendars
internal import Diagnostics
internal import Foundation
internal import Funnel
internal import Publishing
internal import Records
internal import Report

extension Report {
    /// Rejected rows, the first of each reason.
    var warnings: [Diagnostic] {
        sources.flatMap { source in
            source.tally.groups.map { group in
                var diagnostic = group.first.diagnostic
                let more = group.count - 1
                let rows = more == 1 ? "row" : "rows"
                if more > 0 { diagnostic.message += " (and \(number(more)) more \(rows) like it)" }
                return diagnostic
            }
        }
    }

    /// Whether any row had a fault.
    var hasRejections: Bool { sources.contains { $0.tally.rejected > 0 } }

    /// What was read, and up to when: a line a source, and one for the end of data.
    func summary(bytes: Int) -> [String] {
        let files = sources.map(\.files.count).reduce(0, +)
        let head = "read     \(number(files)) \(files == 1 ? "file" : "files"), \(megabytes(bytes))"
        let accounts = sources.map { source in
            let use = source.use
            return "         \(source.id): \(number(source.tally.read)) rows = \(number(use.used)) used"
                + " + \(number(use.other)) other + \(number(use.afterAsOf)) after as-of"
                + " + \(number(source.tally.rejected)) rejected"
        }
        return [head] + accounts + ["as of    \(asOf.map(zone.timestamp) ?? "no data")"]
    }

    private func megabytes(_ bytes: Int) -> String {
        String(format: "%.1f MB", Double(bytes) / 1_000_000)
    }
}

/// Digits in groups of three, for reports to a terminal.
func number(_ number: Int) -> String {
    number.formatted(.number.locale(Locale(identifier: "en_US")))
}

extension Workshop {
    /// How long all phases took.
    var total: String { String(format: "%.2f s", phases.map(\.seconds).reduce(0, +)) }

    /// How long each phase took.
    var times: String {
        "time     " + phases.map { "\($0.name) \(String(format: "%.2f", $0.seconds)) s" }.joined(separator: ", ")
    }
}
