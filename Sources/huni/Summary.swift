internal import Calendars
internal import Diagnostics
internal import Foundation
internal import Funnel
internal import Publishing
internal import Records
internal import Report

extension Report {
    /// Rejected rows, the first of each reason, and closed weeks that cannot be compared.
    var warnings: [Diagnostic] { rejectedRows + closingWarnings }

    private var rejectedRows: [Diagnostic] {
        sources.flatMap { source in
            source.tallies.flatMap(\.groups).map { group in
                var diagnostic = group.first.diagnostic
                let more = group.count - 1
                let rows = more == 1 ? "row" : "rows"
                if more > 0 { diagnostic.message += " (and \(number(more)) more \(rows) like it)" }
                return diagnostic
            }
        }
    }

    /// Whether any row had a fault.
    var hasRejections: Bool { sources.contains { $0.tallies.contains { $0.rejected > 0 } } }

    /// What was read, and up to when: a line a source, and one for the end of data.
    func summary(bytes: Int) -> [String] {
        let files = sources.map(\.files.count).reduce(0, +)
        let head = "read     \(number(files)) \(files == 1 ? "file" : "files"), \(megabytes(bytes))"
        return [head] + sources.flatMap(\.summary) + ["as of    \(asOf.map(zone.timestamp) ?? "no data")"]
    }

    private func megabytes(_ bytes: Int) -> String {
        String(format: "%.1f MB", Double(bytes) / 1_000_000)
    }
}

extension SourceAccount {
    /// What became of its rows, and of those of the tables joined to them.
    fileprivate var summary: [String] {
        let outside = tally.outside > 0 ? "; \(number(tally.outside)) lines outside the table" : ""
        let own =
            "         \(id): \(number(tally.read)) rows = \(number(use.used)) used"
            + " + \(number(use.other)) other + \(number(use.afterAsOf)) after as-of"
            + " + \(number(tally.rejected)) rejected\(outside)"
        return [own]
            + joins.map { join in
                "         \(id), joined \(join.file): \(number(join.tally.read)) rows"
                    + " = \(number(join.tally.accepted)) kept + \(number(join.tally.rejected)) rejected"
            }
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
