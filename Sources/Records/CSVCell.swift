/// Where a cell lies in the bytes of its file.
struct CSVCell {
    /// The content's first byte: behind the opening quote, where there is one.
    var start: Int
    /// Behind the content's last byte: the closing quote, where there is one.
    var end: Int
    /// Whether the cell stands in quotes.
    var isQuoted = false
    /// Whether the content holds quotes written twice.
    var hasDoubledQuotes = false

    /// The cell's first byte, the opening quote included.
    var offset: Int { isQuoted ? start - 1 : start }

    /// What `body` returns for the content, quotes that are written twice once.
    func withContent<Result>(in text: Span<UInt8>, _ body: (Span<UInt8>) -> Result) -> Result {
        guard hasDoubledQuotes else { return body(text.extracting(start..<end)) }
        var plain: [UInt8] = []
        plain.reserveCapacity(end - start)
        var offset = start
        while offset < end {
            plain.append(text[offset])
            offset += text[offset] == ASCII.quote ? 2 : 1
        }
        return body(plain.span)
    }

    /// The content as bytes of its own.
    func content(in text: Span<UInt8>) -> [UInt8] {
        withContent(in: text) { content in content.indices.map { content[$0] } }
    }

    /// Whether the content is well-formed UTF-8.
    func isUTF8(in text: Span<UInt8>) -> Bool { Records.isUTF8(text.extracting(start..<end)) }

    /// Whether the content is empty, or nothing but spaces and tabs.
    func isBlank(in text: Span<UInt8>) -> Bool {
        for offset in start..<end where !ASCII.isBlank(text[offset]) { return false }
        return true
    }
}

/// The bytes that have a meaning here.
enum ASCII {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let point = UInt8(ascii: ".")
    static let comma = UInt8(ascii: ",")

    static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
}
