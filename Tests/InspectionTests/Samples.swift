import Calendars
import Diagnostics
import Foundation
import Records
import Settings
import Testing

@testable import Inspection

/// What is found in files of these names and texts.
func inspect(_ files: [(name: String, text: String)], _ answers: InspectionAnswers = InspectionAnswers()) -> Inspection
{
    inspect(files.map { ($0.name, Array($0.text.utf8)) }, answers)
}

/// What is found in files of these names and bytes.
func inspect(
    _ files: [(name: String, bytes: [UInt8])],
    _ answers: InspectionAnswers = InspectionAnswers()
) -> Inspection {
    let inspected = files.map { file in
        InspectedFile(name: file.name, sitePath: "content/data/\(file.name)", bytes: file.bytes)
    }
    return Inspection(of: inspected, answers: answers)
}

/// The only table of one file.
func table(_ text: String, _ answers: InspectionAnswers = InspectionAnswers()) throws -> TableProfile {
    let file = try #require(inspect([("data.csv", text)], answers).files.first)
    return try #require(file.tables.first)
}

/// The only column `x` of the values, an id beside them.
func column(_ values: [String], header: String = "x") throws -> ColumnProfile {
    let rows = values.enumerated().map { "row\($0);\($1)" }.joined(separator: "\n")
    return try #require(try table("line;\(header)\n\(rows)\n").column(header))
}

extension Inspection {
    /// The proposal as settings; a funnel of another source stands in where it has none.
    func settings() throws -> Settings {
        let stub = """
              stub:
                form: events
                files: stub.csv
                columns: { entity: a, time: b, event: c }

            """
        var yaml = proposal.yaml
        if !proposal.hasFunnels {
            yaml = yaml.replacing("sources:\n", with: "sources:\n" + stub, maxReplacements: 1)
            yaml += "funnels:\n  - id: stub\n    source: stub\n    preset: marketing\n"
        }
        return try Settings(yaml: "version: 1\nsite: { title: Report }\n" + yaml, file: "huni.yaml")
    }

    /// The only guess, whose settings are sound.
    func onlyGuess() throws -> FormGuess {
        #expect(guesses.count == 1)
        _ = try settings()
        return try #require(guesses.first)
    }
}

/// A day of 2026, as `2026-02-03`.
func day(_ number: Int) -> String { "\(LocalDate(dayNumber: 20_454 + number))" }
