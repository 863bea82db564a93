internal import Diagnostics
internal import Funnel
internal import Settings

/// A file below `content/closed/`.
public struct ClosedFile: Sendable {
    /// Its path from the site's folder.
    public var path: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// A file at `path`.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    fileprivate func week(_ settings: Settings) throws(Failure) -> ClosedWeek? {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(at: SourcePosition(file: path), "the file is not UTF-8", remedy: "Take it from git again.")
        }
        var reader = ClosedWeekReader(text, file: path, settings: settings)
        let week = try reader.week()
        guard reader.problems.isEmpty else { throw Failure(reader.problems) }
        return week
    }
}

extension [ClosedFile] {
    /// The weeks that the files tell of, in the order of the files.
    ///
    /// - Throws: `Failure` with all that is wrong with them.
    func weeks(_ settings: Settings) throws(Failure) -> [ClosedWeek] {
        var weeks: [ClosedWeek] = []
        var problems: [Diagnostic] = []
        for file in self {
            do {
                if let week = try file.week(settings) { weeks.append(week) }
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        return weeks
    }
}

extension [ClosedWeek] {
    /// Said of funnels whose rules have changed since a week was closed, so that the two numbers mean different things.
    func warnings(_ settings: Settings) -> [Diagnostic] {
        flatMap { week in
            week.funnels.compactMap { closed in
                let funnel = settings.funnels.first { $0.definition.id == closed.id }
                guard let funnel, ClosedRules(of: funnel.definition) != closed.rules else { return nil }
                return Diagnostic(
                    .warning,
                    at: closed.position,
                    "funnel '\(closed.id)' had another window, order or cohort rule when \(week.week) was closed, so that nothing is compared",
                    remedy: "`huni close \(week.week) --force` closes the week anew by today's rules."
                )
            }
        }
    }
}
