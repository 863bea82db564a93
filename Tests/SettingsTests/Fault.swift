import Diagnostics
import Settings
import Testing

/// A change that makes huni.yaml wrong, and all that is said about it.
struct Fault: Sendable, CustomTestStringConvertible {
    var changes: [Change]
    var errors: String

    /// What stood there, and what stands there now.
    struct Change: Sendable {
        var old: String
        var new: String
    }

    init(_ old: String, _ new: String, _ errors: String...) {
        changes = [Change(old: old, new: new)]
        self.errors = errors.joined(separator: "\n")
    }

    /// Another body of the funnel `pipe`.
    init(pipe new: String, _ errors: String...) {
        changes = [Change(old: "source: crm\n    stages: [{ id: lead }, { id: won }]", new: new)]
        self.errors = errors.joined(separator: "\n")
    }

    /// A test, and variants in source `daily`.
    init(test: String, _ errors: String...) {
        changes = [
            Change(old: "files: d.csv", new: "files: d.csv\n    variant: { column: group }"),
            Change(old: "funnels:", new: "tests: [\(test)]\nfunnels:"),
        ]
        self.errors = errors.joined(separator: "\n")
    }

    var testDescription: String { changes.map(\.new).joined(separator: " … ") }

    /// What is said of `yaml` once it is changed: each change applies to the first place that it fits.
    func found(in yaml: String) -> String {
        var yaml = yaml
        for change in changes {
            guard let range = yaml.firstRange(of: change.old) else { return "nothing like \(change.old)" }
            yaml.replaceSubrange(range, with: change.new)
        }
        do {
            _ = try Settings(yaml: yaml, file: "huni.yaml")
            return "no fault"
        } catch {
            return error.diagnostics.map(\.description).joined(separator: "\n")
        }
    }

    /// Sources of every form, and two funnels.
    static let everyForm = """
        version: 1
        site: { title: T, currency: TRY }
        sources:
          web:
            form: events
            files: a.csv
            columns: { entity: e, time: t, event: name }
          crm:
            form: records
            files: b.csv
            columns: { entity: id }
            stages: { lead: created, won: { date: closed, status: state, is: [Won] } }
            outcomes: { lost: lost_at }
          moves:
            form: records
            files: c.csv
            columns: { entity: id, stage: step, time: at }
          shop:
            form: events
            files: { home: home.csv, pay: pay.csv }
            columns: { entity: id, time: at }
          daily:
            form: counts
            files: d.csv
            columns: { date: Day }
            stages: { visit: Views, click: Clicks }
          rows:
            form: counts
            files: e.csv
          mail:
            form: measures
            files: f.csv
        measures:
          rate: { source: mail, ratio: [opens, sent] }
        segments:
          small: { staff: { under: 10 } }
        funnels:
          - id: f
            source: web
            stages: [{ id: a }, { id: b }]
          - id: pipe
            source: crm
            stages: [{ id: lead }, { id: won }]
        """

    /// The same, and a funnel of both.
    static let joined =
        everyForm + """

              - id: whole
                join: [f, pipe]
                key: { f: e, pipe: id }

            """
}
