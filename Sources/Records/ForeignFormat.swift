/// A kind of file that is not read, told by its first bytes.
public enum ForeignFormat: Hashable, Sendable, CaseIterable {
    /// Text of four bytes a character, with its mark in front.
    case utf32
    /// A zip archive; spreadsheets of today are such.
    case zip
    /// A spreadsheet of the years before 2007.
    case oldSpreadsheet
    /// A table of the Parquet format.
    case parquet
    /// Zero bytes in the header: UTF-16 without its mark, or no text at all.
    case zeroBytes

    /// The format that `text` is in, by its first bytes; `nil` where they may be text.
    init?(of text: Span<UInt8>) {
        guard let format = Self.allCases.first(where: { $0.isSigned(text) }) else { return nil }
        self = format
    }

    private func isSigned(_ text: Span<UInt8>) -> Bool {
        for signature in signatures where text.starts(with: signature) { return true }
        return false
    }

    private var signatures: [[UInt8]] {
        switch self {
        case .utf32: [[0xFF, 0xFE, 0x00, 0x00], [0x00, 0x00, 0xFE, 0xFF]]
        case .zip: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
        case .oldSpreadsheet: [[0xD0, 0xCF, 0x11, 0xE0]]
        case .parquet: [Array("PAR1".utf8)]
        case .zeroBytes: []
        }
    }

    /// What the file is, as the end of a sentence that begins with "this file".
    var explanation: String {
        switch self {
        case .utf32: "is text in UTF-32"
        case .zip: "is a zip archive, most likely a spreadsheet (.xlsx) named like a text file"
        case .oldSpreadsheet: "is a spreadsheet (.xls), not text"
        case .parquet: "is a Parquet table, not text"
        case .zeroBytes: "holds zero bytes: it is UTF-16 without its mark, or no text at all"
        }
    }

    /// What to do about it.
    var remedy: String {
        switch self {
        case .utf32: "Save or export it as CSV in UTF-8."
        case .zeroBytes: "Say how it is written (read: { encoding: utf-16le }), or save it as CSV in UTF-8."
        case .zip, .oldSpreadsheet: "Open it in the spreadsheet program and export the sheet as CSV in UTF-8."
        case .parquet: "Export it as CSV in UTF-8 with the program that wrote it."
        }
    }
}

extension Span<UInt8> {
    /// Whether the first bytes are those of `prefix`.
    func starts(with prefix: [UInt8]) -> Bool {
        guard count >= prefix.count else { return false }
        for offset in prefix.indices where self[offset] != prefix[offset] { return false }
        return true
    }
}
