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
        let measured = measures.isEmpty ? [] : [measures.table(week: week) + "\n"]
        return (funnels.map { $0.table(week: week) } + compared + measured).joined(separator: "\n")
    }

    /// The numbers as CSV, a row a week (or `total`), value and stage.
    ///
    /// The view of a row tells what it is: `cohort` and `activity` are counts of stages; `pipeline` is one of a stage's flows
    /// in a week, named in `value`; `measure` a measure's value, with its base behind it.
    public func csv(week: Week? = nil) -> String {
        let header = [
            "funnel", "view", "cohort", "week", "by", "value", "stage", "count", "matured", "rate_from_previous", "low",
            "high", "rate_from_first", "change", "signal", "number", "base",
        ]
        let rows = funnels.flatMap { $0.csvRows(week: week) + $0.flowRows(week: week) } + measures.csvRows(week: week)
        return ([header] + rows).map { $0.map(csvCell).joined(separator: ",") }.joined(separator: "\n") + "\n"
    }
}

extension FunnelReport {
    private var view: View { metrics?.view ?? .cohort }

    /// Each part of the report under the names of its week, its breakdown and its value.
    fileprivate func parts(week: Week?) -> [Part] {
        guard let metrics else { return [] }
        let weeks = metrics.weeks.filter { week == nil || $0.week == week }
        let cohorts = weeks.map { ("\($0.week)", $0.cohort, $0.judgements) }
        let total = week == nil ? [("total", metrics.total, [StageJudgement]())] : []
        return (cohorts + total).flatMap { name, cohort, judgements in
            [Part(week: name, by: "", value: "", stages: cohort.stages, judgements: judgements)]
                + cohort.breakdowns.flatMap { breakdown in
                    breakdown.values.map { part in
                        Part(
                            week: name,
                            by: breakdown.dimensions.joined(separator: ","),
                            value: part.values.joined(separator: ", "),
                            stages: part.stages,
                            judgements: part.judgements
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
        return title + "\n" + aligned([header] + rows) + "\n" + judgementTable(week: week) + told
    }

    fileprivate func csvRows(week: Week?) -> [[String]] {
        parts(week: week).flatMap { part in part.stages.indices.map { csvRow(part, $0) } }
    }

    private func csvRow(_ part: Part, _ index: Int) -> [String] {
        let (definition, metrics) = (settings.definition, part.stages[index])
        let judgement = part.judgements.isEmpty ? nil : part.judgements[index]
        let interval = metrics.fromPrevious?.interval
        let place: [String] = [
            definition.id, view.rawValue, definition.cohort.rawValue, part.week, part.by, part.value,
            definition.countedStages[index].id,
        ]
        let counted: [String] = [metrics.told(.count, metrics.count.map(String.init) ?? ""), String(metrics.isMatured)]
        let ends: [Double?] = [metrics.fromPrevious?.rate, interval?.lowerBound, interval?.upperBound]
        let rates: [String] =
            ends.map { metrics.told(.fromPrevious, number($0)) }
            + [metrics.told(.fromFirst, number(metrics.fromFirst?.rate))]
        return place + counted + rates
            + [number(judgement?.change), judgement?.signal?.direction.rawValue ?? "", "", ""]
    }
}

/// The numbers of one week or of all, and of one value or of everybody.
private struct Part {
    var week: String
    var by: String
    var value: String
    var stages: [StageMetrics]
    /// What is judged of them, one a stage; none where nothing is.
    var judgements: [StageJudgement]

    /// Count and rate of each stage.
    var cells: [String] {
        stages.indices.flatMap { index in
            let stage = stages[index]
            let count = stage.countText + (stage.isMatured ? " " : "~")
            let mark = judgements.isEmpty ? "" : judgements[index].signal?.mark ?? ""
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

/// At most 12 significant digits; empty where there is none.
func number(_ value: Double?) -> String { value.map { JSON.number($0).text() } ?? "" }

/// A cell by RFC 4180; one that a spreadsheet would take for a formula gets an apostrophe in front.
private func csvCell(_ text: String) -> String {
    let isNumber = Double(text) != nil
    let isFormula = !isNumber && (text.first.map { "=+-@\t\r".contains($0) } ?? false)
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { "\",\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
}
