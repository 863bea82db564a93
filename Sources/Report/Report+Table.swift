public import Calendars
internal import Funnel
internal import JSONText
internal import Records
internal import Settings

extension Report {
    /// The numbers as columns of text, a block a funnel, for a terminal.
    ///
    /// Rates are from the previous stage, in percent with a point; `~` marks what has not matured, `↑` and `↓` a signal, of a
    /// count at the first stage and of a rate at the others, with `?` where it is provisional.
    public func table(week: Week? = nil) -> String {
        let compared = tests.map { test in
            test.comparison.table(test.settings.id, stage: test.settings.stage) + "\n"
        }
        return (funnels.map { $0.table(week: week) } + compared).joined(separator: "\n")
    }

    /// The numbers as CSV, a row a week (or `total`), value and stage.
    public func csv(week: Week? = nil) -> String {
        let header = [
            "funnel", "view", "cohort", "week", "by", "value", "stage", "count", "matured", "rate_from_previous", "low",
            "high",
            "rate_from_first",
        ]
        return ([header] + funnels.flatMap { $0.csvRows(week: week) }).map { $0.map(csvCell).joined(separator: ",") }
            .joined(separator: "\n") + "\n"
    }
}

extension FunnelReport {
    private var view: View { metrics?.view ?? .cohort }

    /// Each part of the report under the names of its week, its breakdown and its value.
    fileprivate func parts(week: Week?) -> [Part] {
        guard let metrics else { return [] }
        let weeks = metrics.weeks.filter { week == nil || $0.week == week }
        let cohorts = weeks.map { ("\($0.week)", $0.cohort, $0.judgements.map(\.signal)) }
        let total = week == nil ? [("total", metrics.total, metrics.total.stages.map { _ in Signal?.none })] : []
        return (cohorts + total).flatMap { name, cohort, signals in
            [Part(week: name, by: "", value: "", stages: cohort.stages, signals: signals)]
                + cohort.breakdowns.flatMap { breakdown in
                    breakdown.values.map { part in
                        Part(
                            week: name,
                            by: breakdown.dimensions.joined(separator: ","),
                            value: part.values.joined(separator: ", "),
                            stages: part.stages,
                            signals: part.stages.indices.map {
                                part.judgements.isEmpty ? nil : part.judgements[$0].signal
                            }
                        )
                    }
                }
        }
    }

    fileprivate func table(week: Week?) -> String {
        let definition = settings.definition
        let title = "\(definition.id): \(view.rawValue) view, cohort: \(definition.cohort.rawValue)"
        guard metrics?.weeks.isEmpty == false else { return title + "\nno data\n" }
        let header = ["week", ""] + definition.countedStages.flatMap { [$0.id, "%"] }
        let rows = parts(week: week).map { part in
            [part.week, part.value] + part.cells
        }
        let told = figures.map { $0.table(definition.stages.map(\.id), pipeline?.outcomes ?? []) + "\n" } ?? ""
        return title + "\n" + aligned([header] + rows) + "\n" + told
    }

    fileprivate func csvRows(week: Week?) -> [[String]] {
        parts(week: week).flatMap { part in
            zip(settings.definition.countedStages, part.stages).map { stage, metrics in
                let interval = metrics.fromPrevious?.interval
                return [
                    settings.definition.id, view.rawValue, settings.definition.cohort.rawValue, part.week, part.by,
                    part.value, stage.id, metrics.told(.count, metrics.count.map(String.init) ?? ""),
                    String(metrics.isMatured),
                ]
                    + [metrics.fromPrevious?.rate, interval?.lowerBound, interval?.upperBound]
                    .map { metrics.told(.fromPrevious, $0.map { JSON.number($0).text() } ?? "") }
                    + [metrics.told(.fromFirst, metrics.fromFirst?.rate.map { JSON.number($0).text() } ?? "")]
            }
        }
    }
}

/// The numbers of one week or of all, and of one value or of everybody.
private struct Part {
    var week: String
    var by: String
    var value: String
    var stages: [StageMetrics]
    /// What is unusual in them, one a stage.
    var signals: [Signal?]

    /// Count and rate of each stage.
    var cells: [String] {
        stages.indices.flatMap { index in
            let stage = stages[index]
            let count = stage.countText + (stage.isMatured ? " " : "~")
            let mark = signals[index]?.mark ?? ""
            return index == 0 ? [count + mark, stage.percent] : [count, stage.percent + mark]
        }
    }
}

extension StageMetrics {
    /// `text`, or what stands in the place of a number that is not told.
    fileprivate func told(_ number: Suppressed, _ text: String) -> String {
        suppressed.contains(number) ? Self.suppressedText : text
    }

    fileprivate var countText: String { told(.count, count.map(String.init) ?? "—") }

    /// The rate from the previous stage with one decimal.
    fileprivate var percent: String {
        if suppressed.contains(.fromPrevious) { return Self.suppressedText }
        guard let rate = fromPrevious?.rate else { return fromPrevious == nil ? "" : "—" }
        let tenths = Int((rate * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// Columns set flush, the first two to the left, numbers to the right.
func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
        row.enumerated().map { column, cell in
            let space = String(repeating: " ", count: widths[column] - cell.count)
            return column < 2 ? cell + space : space + cell
        }
        .joined(separator: "  ")
    }
    .joined(separator: "\n")
}

/// A cell by RFC 4180; one that a spreadsheet would take for a formula gets an apostrophe in front.
private func csvCell(_ text: String) -> String {
    let isNumber = Double(text) != nil
    let isFormula = !isNumber && (text.first.map { "=+-@\t\r".contains($0) } ?? false)
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { "\",\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
}
