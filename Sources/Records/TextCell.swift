/// Where a cell lies in the bytes of its file, and how its content is spelled there.
struct TextCell {
    /// What has to be done to get the content from the bytes.
    enum Spelling: UInt8 {
        /// It is the bytes.
        case plain
        /// It is the bytes between quotes.
        case quoted
        /// It stands between quotes, and its own quotes are written twice.
        case doubledQuotes
        /// It stands between quotes, with JSON's escapes.
        case escaped
    }

    /// The content's first byte: behind the opening quote, where there is one.
    var start: Int
    /// Behind the content's last byte: the closing quote, where there is one.
    var end: Int
    var spelling = Spelling.plain

    /// Whether the cell stands in quotes.
    var isQuoted: Bool { spelling != .plain }

    /// The cell's first byte, the opening quote included.
    var offset: Int { isQuoted ? start - 1 : start }

    /// What `body` returns for the content.
    func withContent<Result>(in text: Span<UInt8>, _ body: (Span<UInt8>) -> Result) -> Result {
        let written = text.extracting(start..<end)
        switch spelling {
        case .plain, .quoted: return body(written)
        case .doubledQuotes: return body(written.withoutDoubledQuotes().span)
        case .escaped: return body(written.withoutJSONEscapes().span)
        }
    }

    /// The content as bytes of its own.
    func content(in text: Span<UInt8>) -> [UInt8] {
        withContent(in: text) { content in content.indices.map { content[$0] } }
    }

    /// Whether the content is well-formed UTF-8.
    func isUTF8(in text: Span<UInt8>) -> Bool {
        if spelling == .escaped { return withContent(in: text) { Records.isUTF8($0) } }
        return Records.isUTF8(text.extracting(start..<end))
    }

    /// Whether the content is empty, or nothing but spaces and tabs.
    func isBlank(in text: Span<UInt8>) -> Bool {
        if spelling == .escaped { return withContent(in: text) { $0.isBlank } }
        for offset in start..<end where !ASCII.isBlank(text[offset]) { return false }
        return true
    }
}

extension [TextCell] {
    /// Whether no cell holds anything but spaces and tabs.
    func isBlank(in text: Span<UInt8>) -> Bool {
        for cell in self where !cell.isBlank(in: text) { return false }
        return true
    }
}

extension Span<UInt8> {
    /// Whether there is nothing but spaces and tabs.
    fileprivate var isBlank: Bool {
        for offset in indices where !ASCII.isBlank(self[offset]) { return false }
        return true
    }

    /// The bytes, quotes that are written twice once.
    fileprivate func withoutDoubledQuotes() -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(count)
        var offset = 0
        while offset < count {
            plain.append(self[offset])
            offset += self[offset] == ASCII.quote ? 2 : 1
        }
        return plain
    }
}
