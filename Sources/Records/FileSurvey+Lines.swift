extension FileSurvey {
    /// The texts of some lines of a file, as UTF-8, without their line breaks; at most 200 bytes of each.
    /// - Parameter numbers: The physical lines, from 1; those that the file has not are left out.
    /// - Throws: `RecordsError` where the bytes are no text, or cannot be unpacked.
    public static func lines(
        _ numbers: [Int],
        of bytes: [UInt8],
        file: String,
        format: TextFormat
    ) throws(RecordsError) -> [String] {
        if numbers.isEmpty { return [] }
        let data = try DataText(bytes, file: file, encoding: format.encoding)
        let text = data.bytes.span
        let wanted = Set(numbers)
        var lines: [String] = []
        var (offset, line) = (data.start, 1)
        while offset < text.count, line <= numbers.max() ?? 0 {
            let next = text.startOfLine(after: offset)
            if wanted.contains(line) {
                let content = (offset..<min(next, offset + 200)).map { text[$0] }
                lines.append(String(decoding: content.filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self))
            }
            (offset, line) = (next, line + 1)
        }
        return lines
    }
}
