internal import Diagnostics

/// A file that holds no table as text.
enum ForeignFile {
    case empty, spreadsheet, oldSpreadsheet, openDocument, archive, parquet, image, pdf, webPage, database, arrow,
        binary

    /// What the file is by its first bytes; `nil` where it may be text, or text packed by gzip.
    init?(_ bytes: [UInt8]) {
        if bytes.allSatisfy({ " \t\r\n".utf8.contains($0) }) || bytes == [0xEF, 0xBB, 0xBF] {
            self = .empty
        } else if let known = Self.signatures.first(where: { bytes.starts(with: $0.0) }) {
            self = known.1 == .archive ? Self.archive(bytes) : known.1
        } else if Self.isWebPage(bytes) {
            self = .webPage
        } else if Self.isBinary(bytes) {
            self = .binary
        } else {
            return nil
        }
    }

    private static let signatures: [([UInt8], ForeignFile)] = [
        ([0x50, 0x4B, 0x03, 0x04], .archive), ([0x50, 0x4B, 0x05, 0x06], .archive),
        ([0xD0, 0xCF, 0x11, 0xE0], .oldSpreadsheet), (Array("PAR1".utf8), .parquet),
        ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
        (Array("RIFF".utf8), .image), (Array("%PDF".utf8), .pdf), (Array("SQLite format 3".utf8), .database),
        (Array("ARROW1".utf8), .arrow), (Array("Rar!".utf8), .archive), ([0x37, 0x7A, 0xBC, 0xAF], .archive),
    ]

    /// Spreadsheets are archives that name their parts early.
    private static func archive(_ bytes: [UInt8]) -> ForeignFile {
        let head = bytes.prefix(4_000)
        if head.holds("xl/") || head.holds("[Content_Types].xml") { return .spreadsheet }
        return head.holds("opendocument") ? .openDocument : .archive
    }

    private static func isWebPage(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        let text = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<?xml")
    }

    /// Control characters among the first bytes that no text has; zero bytes may be those of UTF-16.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(2_000)
        if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return false
        }
        let controls = head.count { $0 < 0x20 && $0 != 0 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x1B].contains($0) }
        let zeros = head.count { $0 == 0 }
        let isHalfZero = zeros * 10 >= head.count * 4 && zeros * 10 <= head.count * 6
        return controls * 50 > head.count || zeros > 0 && !isHalfZero
    }

    /// What it is, and what to do.
    func diagnostic(for name: String) -> Diagnostic {
        let (message, remedy) = sentences
        return Diagnostic(at: SourcePosition(file: name), message, remedy: remedy)
    }

    private var sentences: (String, String) {
        let export = "Open it in its program and export the sheet as CSV in UTF-8."
        return switch self {
        case .empty: ("this file is empty", "Export it again.")
        case .spreadsheet: ("this is a spreadsheet (.xlsx), whatever its name says", export)
        case .oldSpreadsheet: ("this is a spreadsheet of the years before 2007 (.xls)", export)
        case .openDocument: ("this is a spreadsheet of LibreOffice (.ods)", export)
        case .archive: ("this is an archive of files", "Unpack it, and name the files in it.")
        case .parquet: ("this is a Parquet table, not text", "Write it as CSV with the program that made it.")
        case .arrow: ("this is an Arrow table, not text", "Write it as CSV with the program that made it.")
        case .image: ("this is an image", "Name a table: CSV, TSV, or JSON with an object a row.")
        case .pdf: ("this is a PDF", "Ask for the table it was made from, as CSV.")
        case .webPage:
            ("this is a web page or XML, not a table", "Download the export itself; you may have to sign in.")
        case .database:
            ("this is an SQLite database", "Write a table of it as CSV: sqlite3 -csv -header FILE \"select …\".")
        case .binary: ("this file is no text", "Name a table: CSV, TSV, or JSON with an object a row.")
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func holds(_ text: String) -> Bool {
        String(decoding: self, as: UTF8.self).contains(text)
    }
}
