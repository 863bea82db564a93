import Testing

/// What can be wrong under `sources:` with forms, files, joins, variants and formats.
@Suite struct SourceFaultTests {
    static let faults = [
        Fault(
            "form: measures",
            "form: measure",
            "huni.yaml:31:11: error: 'measure' is no form",
            "  Did you mean 'measures'? Expected: events, records, counts, measures, as in `form: events`."
        ),
        Fault(
            "form: measures",
            "form: parquet",
            "huni.yaml:31:11: error: 'parquet' is no form",
            "  Expected: events, records, counts, measures, as in `form: events`."
        ),
        Fault(
            "  mail:\n    form: measures\n",
            "  mail:\n",
            "huni.yaml:31:5: error: missing key 'form' in sources.<source>",
            "  What a row is: one entity did one thing at one time; one entity with its dates; so many entities in a stage; a figure of a stage. Add `form: events`."
        ),
        Fault(
            "files: b.csv",
            "files: { lead: b.csv }",
            "huni.yaml:10:12: error: only events have a file an event; this source holds records",
            "  Write a path, or a list of paths."
        ),
        Fault(
            "time: at }\n  daily",
            "time: at, event: what }\n  daily",
            "huni.yaml:21:45: error: the event is named both by its file and by a column",
            "  Remove `event`, or list the files without names."
        ),
        Fault(
            "pay: pay.csv",
            "pay: home.csv",
            "huni.yaml:20:35: error: the file 'home.csv' is two events, 'home' and 'pay'",
            "  Each event has files of its own; where a column tells events apart, name it in `columns`."
        ),
        Fault(
            "files: a.csv",
            "files: []",
            "huni.yaml:6:12: error: 'files' names no file",
            "  Expected: path, list of paths, or of events a path an event, as in `files: content/data/web/*.csv`."
        ),
        Fault(
            "files: a.csv",
            "files: data/*/a.csv",
            "huni.yaml:6:12: error: '*' stands in the name of a folder",
            "  Use it in the file's name only."
        ),
        Fault(
            "columns: { date: Day }",
            "columns: { date: Day }\n    read: { date: 2026-01-02 }",
            "huni.yaml:25:22: error: column 'Day' dates the rows, and so does 'read.date: 2026-01-02'",
            "  Keep one of them."
        ),
        Fault(
            "files: d.csv",
            "files: d.csv\n    variant: { column: g, from: file }",
            "huni.yaml:25:14: error: variants are told apart by a column, or from the file and its values",
            "  Write `{ column: group }`, or `{ from: file, values: { control: a.csv, experiment: b.csv } }`."
        ),
        Fault(
            "files: d.csv",
            "files: d.csv\n    variant: { from: file, values: { control: x.csv } }",
            "huni.yaml:25:36: error: there is but one variant",
            "  Name the files of the others."
        ),
        Fault(
            "files: d.csv",
            "files: d.csv\n    variant: { from: name, values: { control: x.csv, other: y.csv } }",
            "huni.yaml:25:14: error: variants are told apart by a column, or from the file and its values",
            "  Write `{ column: group }`, or `{ from: file, values: { control: a.csv, experiment: b.csv } }`."
        ),
        Fault(
            "files: d.csv",
            "files: d.csv\n    variant: { from: file }",
            "huni.yaml:25:14: error: variants are told apart by a column, or from the file and its values",
            "  Write `{ column: group }`, or `{ from: file, values: { control: a.csv, experiment: b.csv } }`."
        ),
        Fault(
            "files: d.csv",
            "files: d.csv\n    variant: { colum: g }",
            "huni.yaml:25:16: error: unknown key 'colum' in sources.<source>.variant",
            "  Did you mean 'column'?"
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    join: { file: u.csv, key: id }",
            "huni.yaml:7:11: error: 'join' must be a list",
            "  Expected: list of sections, as in `join: [{ file: content/data/users.csv, key: user_id }]`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    join: [{ file: u*.csv, key: id }]",
            "huni.yaml:7:20: error: a join names one file",
            "  Write its whole name, without *."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    join: [{ file: ../u.csv, key: id }]",
            "huni.yaml:7:20: error: '../u.csv' is no path inside the site's folder",
            "  Write a path relative to huni.yaml, without `..`; copy the data into content/data."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    join: [{ file: u.csv, key: { a: b, c: d } }]",
            "huni.yaml:7:32: error: 'key' must be a column of both, or the source's column and the table's",
            "  Write `key: lead_id`, or `key: { lead_id: lead }`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    join: [{ file: u.csv }]",
            "huni.yaml:7:12: error: missing key 'key' in sources.<source>.join[]",
            "  The column that both have, or the source's column and the table's. Add `key: { lead_id: lead }`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    missing: [{ a: b }]",
            "huni.yaml:7:15: error: 'missing' lists something that is no text",
            "  Expected: list of texts, as in `missing: [n/a]`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    time_zone: Istanbul",
            "huni.yaml:7:16: error: 'Istanbul' is no time_zone",
            "  Expected: IANA name, as in `time_zone: UTC`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    read: { delimiter: \";;\" }",
            "huni.yaml:7:24: error: ';;' is no delimiter",
            "  Expected: one character, as in `delimiter: \";\"`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    read: { encoding: windows-1253 }",
            "huni.yaml:7:23: error: 'windows-1253' is no encoding",
            "  Did you mean 'windows-1252'? Expected: utf-8, utf-16, utf-16le, utf-16be, windows-1252, windows-1254, iso-8859-9, mac-roman, as in `encoding: windows-1254`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    read: { skip: -1 }",
            "huni.yaml:7:19: error: '-1' is no number of lines",
            "  Expected: whole number, as in `skip: 5`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    read: { numbers: \"1.234\" }",
            "huni.yaml:7:22: error: '1.234' is no clear example of a number",
            "  Expected: 1234.5 as the file writes it, as in `numbers: \"1.234,56\"`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    read: { dates: dd.mm.yyyy }",
            "huni.yaml:7:20: error: 'dd.mm.yyyy' is no pattern of dates",
            "  Expected: pattern such as DD.MM.YYYY, M/D/YY HH:mm, YYYYMMDD, epoch-ms, as in `dates: DD.MM.YYYY`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    read: { dates: \"D MMM\" }",
            "huni.yaml:7:20: error: dates like 'D MMM' have no year",
            "  Add the year of the first date, as in `year: 2014`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    read: { year: 14 }",
            "huni.yaml:7:19: error: '14' is no year",
            "  Expected: year, as in `year: 2014`."
        ),
        Fault(
            "files: a.csv",
            "files: a.csv\n    read: { week_starts: sunday }",
            "huni.yaml:7:13: error: 'week_starts' is for counts and measures, and source 'web' holds events",
            "  Remove it."
        ),
        Fault(
            "files: d.csv",
            "files: d.csv\n    read: { week_starts: saturday }",
            "huni.yaml:25:26: error: 'saturday' is no first day of a week",
            "  Expected: monday, sunday, as in `week_starts: sunday`."
        ),
        Fault(
            "files: f.csv",
            "files: f.csv\n    read: { date: 2026-02-30 }",
            "huni.yaml:33:19: error: '2026-02-30' is no date",
            "  Expected: date, as in `date: 2026-11-15`."
        ),
        Fault(
            "sources:\n",
            "sources:\n  Web2: { form: events }\n",
            "huni.yaml:4:3: error: 'Web2' cannot be a name in addresses",
            "  Use small letters a to z, digits, - and _, beginning with a letter or digit; at most 60 of them."
        ),
        Fault(
            "form: counts\n    files: d.csv",
            "form: counts\n    command: date\n    files: d.csv",
            "huni.yaml:24:5: error: unknown key 'command' in sources.<source>",
            "  Known here: form, files, columns, stages, variant, join, time_zone, missing, read."
        ),
    ]

    @Test(arguments: faults)
    func faultOfASourceIsNamedAtItsPlace(_ fault: Fault) {
        #expect(fault.found(in: Fault.everyForm) == fault.errors)
    }
}
