internal import Diagnostics
public import JSONText
internal import Records
internal import Settings

extension Inspection {
    /// Everything found, for programs.
    public var json: JSON {
        .members([
            "schema": .integer(1),
            "files": .array(files.map(\.json)),
            "forms": .array(guesses.map(\.json)),
            "problems": .array(problems.map(\.json)),
            "yaml": .string(proposal.yaml),
        ])
    }
}

extension FileProfile {
    fileprivate var json: JSON {
        .members([
            "file": .string(name),
            "bytes": .integer(byteCount),
            "packed": .bool(survey?.isPacked ?? false),
            "encoding": .optional(encoding?.encoding.rawValue, JSON.string),
            "encoding_found": .optional(encoding?.words, JSON.string),
            "line_ends": .array(lineEnds.map(JSON.string)),
            "delimiter": .optional(delimiter, JSON.string),
            "preamble_lines": .integer(survey?.preamble.count ?? 0),
            "tables": .array(tables.map(\.json)),
        ])
    }

    private var lineEnds: [String] {
        FileSurvey.LineEnd.allCases.filter { survey?.lineEnds[$0] ?? 0 > 0 }.map(\.rawValue)
    }

    private var delimiter: String? {
        guard case .delimited(let byte) = survey?.form else { return nil }
        return String(Unicode.Scalar(byte))
    }
}

extension TableProfile {
    fileprivate var json: JSON {
        .members([
            "line": .integer(line),
            "rows": .integer(rowCount),
            "faulty_rows": .integer(faultyRowCount),
            "totals": .array(totals.map(\.json)),
            "columns": .array(columns.map(\.json)),
        ])
    }
}

extension TotalRowCheck {
    fileprivate var json: JSON {
        .members([
            "line": .integer(line),
            "right": .bool(isRight),
            "sums": .array(
                sums.map { sum in
                    .members([
                        "column": .string(sum.column), "given": .integer(sum.given), "added": .integer(sum.added),
                    ])
                }
            ),
        ])
    }
}

extension ColumnProfile {
    fileprivate var json: JSON {
        .members([
            "name": .string(name),
            "type": .string(kind.rawValue),
            "currency": .optional(currency, JSON.string),
            "format": .optional(format, JSON.string),
            "missing": .integer(missingCount),
            "missing_words": .array(missingWords.map(JSON.string)),
            "distinct": .integer(distinctCount),
            "range": .optional(range, JSON.string),
            "examples": .array(examples.map(JSON.string)),
            "shape": .optional(shape, JSON.string),
            "lookalikes": .array(kind.isPrivate ? [] : lookalikes.map(\.json)),
        ])
    }
}

extension ColumnProfile.Lookalikes {
    fileprivate var json: JSON { .array(spellings.compactMap { shownValue($0.word) }.map(JSON.string)) }
}

extension FormGuess {
    fileprivate var json: JSON {
        .members([
            "form": .string(form.rawValue),
            "known": .optional(known, JSON.string),
            "files": .array(files.map(JSON.string)),
            "reason": .string(reason),
            "remarks": .array(remarks.map(JSON.string)),
            "questions": .array(questions.map(\.json)),
        ])
    }
}

extension Diagnostic {
    fileprivate var json: JSON {
        .members([
            "file": .optional(position?.file, JSON.string),
            "line": .optional(position?.line, JSON.integer),
            "message": .string(message),
            "remedy": .optional(remedy, JSON.string),
        ])
    }
}
