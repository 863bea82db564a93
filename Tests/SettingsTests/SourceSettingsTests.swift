import Calendars
import Records
import Settings
import Testing

/// What stands under `sources:`, read.
@Suite struct SourceSettingsTests {
    /// The source `s`, with this below it, and a funnel over it.
    private func source(_ body: String, funnel: String = "stages: [{ id: a }, { id: b }]") throws -> SourceSettings {
        let lines = body.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        let yaml = """
            version: 1
            site: { title: T, time_zone: Europe/Istanbul }
            sources:
              s:
            \(lines)
              other: { form: events, files: o.csv, columns: { entity: e, time: t } }
            funnels:
              - { id: f, source: \(funnel.contains("other") ? "other" : "s"), \(funnel.replacing("other, ", with: "")) }
            """
        return try Settings(yaml: yaml, file: "huni.yaml").sources[0]
    }

    @Test func aFileIsAnEvent() throws {
        let source = try source(
            "form: events\nfiles: { a: data/a*.csv, b: b.csv }\ncolumns: { entity: id, time: at }"
        )
        #expect(source.files.map(\.event?.value) == ["a", "b"])
        #expect(source.event(ofFile: "data/a-2.csv") == "a")
        #expect(source.event(ofFile: "b.csv") == "b")
        #expect(source.event(ofFile: "data/b.csv") == nil)
        #expect("\(source.position)" == "huni.yaml:4:3")
        #expect(source.files[0].event.map { "\($0.position)" } == "huni.yaml:6:14")
    }

    @Test func tablesAreJoinedByOneNameOrTwo() throws {
        let source = try source(
            """
            form: events
            files: a.csv
            columns: { entity: id, time: at }
            join:
              - { file: users.csv, key: id }
              - { file: data/deals.csv, key: { lead: lead_id } }
            """
        )
        #expect(source.joins.map(\.file.text) == ["users.csv", "data/deals.csv"])
        #expect(source.joins.map(\.column.value) == ["id", "lead"])
        #expect(source.joins.map(\.key.value) == ["id", "lead_id"])
        #expect(source.columnPositions["lead"].map { "\($0)" } == "huni.yaml:10:40")
        #expect(source.columnPositions["id"].map { "\($0)" } == "huni.yaml:7:24")
    }

    @Test func recordsAreWideByDatesAndStatus() throws {
        let source = try source(
            """
            form: records
            files: a.csv
            columns: { entity: id, amount: sum, owner: who, reason: why }
            stages: { a: made, b: { date: closed, status: state, is: [Won, won] } }
            outcomes: { lost: { status: state, is: Lost } }
            """
        )
        guard case .records(let columns) = source.form else { throw Unexpected() }
        #expect(columns.long == nil && columns.entity.value == "id")
        #expect([columns.amount, columns.owner, columns.reason].map { $0?.value } == ["sum", "who", "why"])
        #expect(columns.stages.map(\.id) == ["a", "b"])
        #expect(columns.stages.map { $0.date?.value } == ["made", "closed"])
        #expect(columns.stages.map { $0.status?.value } == [nil, "state"])
        #expect(columns.stages.map(\.values) == [[], ["Won", "won"]])
        #expect(columns.outcomes.map(\.id) == ["lost"] && columns.outcomes[0].date == nil)
        #expect(columns.outcomes[0].values == ["Lost"])
        #expect(
            columns.columns(keeping: ["channel", "who"])
                == RecordColumns(
                    entity: "id",
                    stages: [
                        RecordColumns.StageColumn(id: "a", date: "made"),
                        RecordColumns.StageColumn(id: "b", date: "closed", status: "state", values: ["Won", "won"]),
                    ],
                    outcomes: [RecordColumns.StageColumn(id: "lost", status: "state", values: ["Lost"])],
                    amount: "sum",
                    properties: ["channel", "who", "why"]
                )
        )
        #expect(source.columnPositions["state"].map { "\($0)" } == "huni.yaml:8:51")
    }

    @Test func wordsOfLongRecordsMeanStages() throws {
        let source = try source(
            """
            form: records
            files: a.csv
            columns: { entity: id, stage: step, time: at }
            stages: { x: X, a: [A, a], b: B }
            outcomes: { lost: Lost }
            """
        )
        guard case .records(let columns) = source.form else { throw Unexpected() }
        #expect(columns.long?.stage.value == "step" && columns.long?.time.value == "at")
        #expect(columns.columns(keeping: []).long == RecordColumns.LongColumns(stage: "step", time: "at"))
        #expect(columns.stages.map(\.id) == ["x", "a", "b"])
        #expect(columns.stages.map(\.values) == [["X"], ["A", "a"], ["B"]])
        #expect(columns.outcomes.map(\.values) == [["Lost"]])
    }

    @Test func longRecordsWithoutWordsHaveThoseOfTheirFunnels() throws {
        let source = try source(
            "form: records\nfiles: a.csv\ncolumns: { entity: id, stage: step, time: at }",
            funnel: "preset: sales-pipeline, outcomes: { lapsed: { name: Lapsed } }"
        )
        guard case .records(let columns) = source.form else { throw Unexpected() }
        #expect(columns.stages.map(\.id) == ["lead", "mql", "sal", "sql", "won"])
        #expect(columns.stages.map(\.values) == [["lead"], ["mql"], ["sal"], ["sql"], ["won"]])
        #expect(columns.outcomes.map(\.id) == ["lost", "disqualified", "recycled", "lapsed"])
        #expect(columns.outcomes.map(\.values) == [["lost"], ["disqualified"], ["recycled"], ["lapsed"]])
    }

    @Test func outcomesOfLongRecordsAreNoStages() throws {
        let source = try source(
            "form: records\nfiles: a.csv\ncolumns: { entity: id, stage: step, time: at }",
            funnel: "preset: deal, stages: [{ id: research }, { id: lost }]"
        )
        guard case .records(let columns) = source.form else { throw Unexpected() }
        #expect(columns.stages.map(\.id) == ["research", "lost"])
        #expect(columns.outcomes.isEmpty)
    }

    @Test func countsHaveStagesAsColumns() throws {
        let source = try source(
            """
            form: counts
            files: a.csv
            columns: { week: Week, entry: Entry }
            stages: { a: Views, b: Clicks, c: Enrolments }
            """
        )
        guard case .counts(let columns) = source.form, case .columns(let headers) = columns.stages else {
            throw Unexpected()
        }
        #expect(columns.day?.value == "Week" && columns.isWeekly)
        #expect(columns.entryWeek?.value == "Entry")
        #expect(headers.map(\.id) == ["a", "b", "c"])
        #expect(headers.map(\.header.value) == ["Views", "Clicks", "Enrolments"])
        #expect(
            columns.columns(keeping: ["sex"])
                == CountColumns(
                    day: "Week",
                    isWeekly: true,
                    entryWeek: "Entry",
                    stages: .columns(headers.map { CountColumns.StageHeader(id: $0.id, header: $0.header.value) }),
                    properties: ["sex"]
                )
        )
        #expect(source.columnPositions["Clicks"].map { "\($0)" } == "huni.yaml:8:28")
    }

    @Test func countsHaveStagesAsRowsByDefault() throws {
        let source = try source("form: counts\nfiles: a.csv")
        guard case .counts(let columns) = source.form, case .rows(let stage, let count, let words) = columns.stages
        else { throw Unexpected() }
        #expect(columns.day?.value == "date" && !columns.isWeekly)
        #expect(stage.value == "stage" && count.value == "count")
        #expect(words.map(\.id) == ["a", "b"])
        #expect(words.map(\.words) == [["a"], ["b"]])
    }

    @Test func wordsOfLongCountsMeanStages() throws {
        let source = try source(
            "form: counts\nfiles: a.csv\ncolumns: { stage: Step }\nstages: { a: [One, one], b: Two }"
        )
        guard case .counts(let columns) = source.form, case .rows(let stage, let count, let words) = columns.stages
        else { throw Unexpected() }
        #expect(stage.value == "Step" && count.value == "count")
        #expect(words.map(\.words) == [["One", "one"], ["Two"]])
    }

    @Test func measuresAreColumnsUnlessRowsNameThem() throws {
        let wide = try source("form: measures\nfiles: a.csv", funnel: "other, stages: [{ id: a }, { id: b }]")
        guard case .measures(let columns) = wide.form, case .columns = columns.layout else { throw Unexpected() }
        #expect(columns.columns(of: ["x"]) == MeasureColumns(day: "date", layout: .columns(["x"])))
        let long = try source(
            "form: measures\nfiles: a.csv\ncolumns: { week: W, name: N, value: V, base: B }",
            funnel: "other, stages: [{ id: a }, { id: b }]"
        )
        guard case .measures(let columns) = long.form, case .rows(let name, let value, let base) = columns.layout
        else { throw Unexpected() }
        #expect(columns.day?.value == "W" && columns.isWeekly)
        #expect([name.value, value.value, base?.value] == ["N", "V", "B"])
        let rows = MeasureColumns(day: "W", isWeekly: true, layout: .rows(name: "N", value: "V", base: "B"))
        #expect(columns.columns(of: ["x"]) == rows)
    }

    @Test func oneDateStandsForAllRows() throws {
        let source = try source("form: counts\nfiles: a.csv\nread: { date: 2026-11-15 }")
        guard case .counts(let columns) = source.form else { throw Unexpected() }
        #expect(columns.day == nil)
        #expect(source.format.date == LocalDate(year: 2026, month: 11, day: 15))
    }

    @Test func theFormatIsWhatIsSaid() throws {
        let source = try source(
            """
            form: counts
            files: a.csv
            time_zone: UTC
            missing: ["", Select]
            read:
              delimiter: "\\t"
              encoding: windows-1254
              skip: 5
              numbers: "1.234,56"
              dates: DD.MM
              year: 2014
              week_starts: sunday
            """
        )
        let format = source.format
        #expect(format.zone.name == Zone.utc.name)
        #expect(format.missing == ["", "Select"])
        #expect(format.delimiter == UInt8(ascii: "\t"))
        #expect(format.encoding == .windows1254)
        #expect(format.skip == 5)
        #expect(format.numbers == NumberStyle(example: "1.234,56"))
        #expect(format.numbers != nil)
        #expect(format.dates?.pattern == "DD.MM")
        #expect(format.year == 2014 && format.sundayWeeks && format.date == nil)
    }

    @Test func variantsAreToldApartByFiles() throws {
        let source = try source(
            """
            form: counts
            files: content/data/trial-*.csv
            variant: { from: file, values: { control: trial-c*.csv, experiment: content/data/trial-x.csv } }
            """
        )
        #expect(source.variant(ofFile: "content/data/trial-control.csv") == "control")
        #expect(source.variant(ofFile: "content/data/trial-x.csv") == "experiment")
        #expect(source.variant(ofFile: "content/trial-x.csv") == nil)
        #expect(source.variant(ofFile: "content/data/trial-y.csv") == nil)
    }

    @Test func variantsAreToldApartByAColumn() throws {
        let source = try source("form: counts\nfiles: a.csv\nvariant: { column: group }")
        guard case .column(let column) = source.variant else { throw Unexpected() }
        #expect(column.value == "group")
        #expect(source.variant(ofFile: "a.csv") == nil)
        #expect(source.columnPositions["group"].map { "\($0)" } == "huni.yaml:7:24")
    }
}

/// What was read has another shape.
struct Unexpected: Error {}
