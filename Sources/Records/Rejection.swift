public import Diagnostics

/// A row that was not used: where it stands, and why.
///
/// It never holds the entity, nor anything that looks like an address.
public struct Rejection: Hashable, Sendable {
    /// What more can be said.
    public enum Detail: Hashable, Sendable {
        /// How many cells the row has, and how many the header.
        case cells(found: Int, expected: Int)
        /// The faulty cell, escaped and shortened.
        case value(String)
    }

    /// The faulty cell or quote; the line alone where cells are wanting.
    public let position: SourcePosition
    /// What is wrong.
    public let reason: RejectionReason
    /// `nil` where there is no more to say, or the cell may name somebody.
    public let detail: Detail?
}

extension Rejection {
    /// What to tell the person who can mend it, as a warning.
    public var diagnostic: Diagnostic {
        Diagnostic(.warning, at: position, message, remedy: remedy)
    }

    private var message: String {
        switch (reason, detail) {
        case (.badTime, .value(let value)): "“\(value)” is no time that can be read"
        case (.badTime, _): "this is no time that can be read (not shown: it may name somebody)"
        case (.tooFewCells, .cells(let found, let expected)), (.tooManyCells, .cells(let found, let expected)):
            "the row has \(found) cells, the header \(expected)"
        case (.tooFewCells, _): "the row has fewer cells than the header"
        case (.tooManyCells, _): "the row has more cells than the header"
        case (.textAfterQuote, _): "text follows a closing quote"
        case (.unclosedQuote, _): "a quote opens here and is not closed properly"
        case (.missingEntity, _): "the entity is missing"
        case (.missingTime, _): "the time is missing"
        case (.invalidUTF8, _): "the cell is not UTF-8"
        case (.badJSON, _): "the row is no whole JSON object: it goes wrong here"
        case (.missingKey, _): "the key is missing"
        case (.duplicateKey, .value(let value)): "the key “\(value)” came before: the first row with it counts"
        case (.duplicateKey, _): "the key came before: the first row with it counts"
        }
    }

    private var remedy: String? {
        switch reason {
        case .badTime: "Times are written like 2026-11-09, 2026-11-09 14:05 or 2026-11-09T14:05:00+03:00."
        case .tooFewCells, .tooManyCells: "Put a cell that holds the delimiter between quotes."
        case .textAfterQuote, .unclosedQuote: "Close each cell that opens with a quote; write one within quotes twice."
        case .badJSON: "Write one object a line, or an array of objects, and strings between double quotes."
        case .invalidUTF8: "Say how the file is written (read: { encoding: windows-1254 }), or save it as UTF-8."
        case .missingEntity, .missingTime, .missingKey: nil
        case .duplicateKey: "Leave one row a key in the joined file."
        }
    }
}
