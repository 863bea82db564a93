internal import Calendars
public import Diagnostics

extension Rejection {
    /// What to tell the person who can mend it, as a warning.
    public var diagnostic: Diagnostic {
        Diagnostic(.warning, at: position, message, remedy: remedy)
    }

    private var message: String {
        switch (reason, detail) {
        case (.tooFewCells, .cells(let found, let expected)), (.tooManyCells, .cells(let found, let expected)):
            "the row has \(found) \(found == 1 ? "cell" : "cells"), the header \(expected)"
        case (.badTime, nil): "this is no time that can be read (not shown: it may name somebody)"
        case (.midWeek, .value(let value)): "no week begins on \(value), a \(Self.weekday(value))"
        case (_, .value(let value)), (_, .word(let value, _)): message(about: "“\(value)”")
        default: message(about: "this")
        }
    }

    private func message(about value: String) -> String {
        switch reason {
        case .textAfterQuote: "text follows a closing quote"
        case .unclosedQuote: "a quote opens here and is not closed properly"
        case .rowTooLong: "the row has more than \(TextRow.longest >> 20) MiB"
        case .badJSON: "the row is no whole JSON object: it goes wrong here"
        case .tooFewCells: "the row has fewer cells than the header"
        case .tooManyCells: "the row has more cells than the header"
        case .missingEntity: "the entity is missing"
        case .missingTime: "the time is missing"
        case .badTime: "\(value) is no time that can be read"
        case .badWeek: "\(value) is a week that there is not"
        case .midWeek: "no week begins on this day"
        case .invalidUTF8: "the cell is not UTF-8"
        case .missingStage: "the stage is missing"
        case .unknownStage: "\(value) is no stage"
        case .missingName: "the measure’s name is missing"
        case .badNumber: "\(value) is no number as the others of the column are"
        case .badCount: "\(value) is no count"
        case .entityTwice: "the entity has a row already, and was not recycled before this one"
        case .stageTwice: "the entity has been in the stage \(value) already"
        case .afterEnd: "\(value) comes after the end of the entity’s round"
        case .missingKey: "the key is missing"
        case .duplicateKey: "the key \(value) came before: the first row with it counts"
        }
    }

    private var remedy: String? {
        if case .word(_, let nearest) = detail { return "Did you mean “\(nearest)”?" }
        return switch reason {
        case .badTime: "Times are written like 2026-11-09, 2026-11-09 14:05 or 2026-11-09T14:05:00+03:00."
        case .badWeek: "Weeks are written like 2026-W07; a year has 52 of them or 53."
        case .midWeek: "Give the Monday of the week; read: { week_starts: sunday } is for weeks named by their Sunday."
        case .tooFewCells, .tooManyCells: "Put a cell that holds the delimiter between quotes."
        case .textAfterQuote, .unclosedQuote: "Close each cell that opens with a quote; write one within quotes twice."
        case .rowTooLong: "Look for a line break, or a quote that closes a cell, that was lost before its end."
        case .badJSON: "Write one object a line, or an array of objects, and strings between double quotes."
        case .invalidUTF8: "Say how the file is written (read: { encoding: windows-1254 }), or save it as UTF-8."
        case .unknownStage: "Add the word to the source’s stages or outcomes, or mend the cell."
        case .badNumber: "Say how numbers are written with an example: read: { numbers: \"1.234,56\" }."
        case .badCount: "Counts are whole numbers from 0 on; leave the cell blank where the count is not known."
        case .entityTwice: "Leave one row an entity, or give the earlier one the date on which it was recycled."
        case .stageTwice: "A stage is reached once in a round; a new round begins after the outcome recycled."
        case .afterEnd: "Only the first stage may follow, and only after the outcome recycled."
        case .duplicateKey: "Leave one row a key in the joined file."
        case .missingEntity, .missingTime, .missingStage, .missingName, .missingKey: nil
        }
    }

    private static func weekday(_ date: String) -> String {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return LocalDate(date).map { names[$0.weekday] } ?? "day within a week"
    }
}
