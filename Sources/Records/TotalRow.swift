/// A row that sums up the others of its table, as exports put it first or last.
enum TotalRow {
    /// Its first cell that is not blank says so: Total, Grand total, Toplam, Genel toplam, Totaal, Gesamt, Summe.
    case named
    /// Its first cell is blank, and the others are blank or hold numbers.
    case numbers

    /// What kind of total the row may be; where it stands decides whether it is one.
    init?(_ cells: [TextCell], in text: Span<UInt8>) {
        guard let first = cells.first(where: { !$0.isBlank(in: text) }) else { return nil }
        if first.withContent(in: text, namesATotal) {
            self = .named
        } else if cells.count > 1, cells[0].isBlank(in: text), cells.allSatisfy({ $0.isNumberOrBlank(in: text) }) {
            self = .numbers
        } else {
            return nil
        }
    }
}

/// Whether a cell begins with the word for a total; letter case does not count, `İ` and `ı` are `i`.
private func namesATotal(_ content: Span<UInt8>) -> Bool {
    let beginning = String(decoding: (0..<min(content.count, 40)).map { content[$0] }, as: UTF8.self)
    let folded = beginning.lowercased().replacing("ı", with: "i").replacing("\u{307}", with: "")
    let words = folded.split { !$0.isLetter && !$0.isNumber }
    let first = words.first.map(String.init) ?? ""
    let second = words.dropFirst().first.map(String.init) ?? ""
    return ["total", "totals", "toplam", "totaal", "gesamt", "gesamtsumme", "summe"].contains(first)
        || [["grand", "total"], ["genel", "toplam"]].contains([first, second])
}

extension TextCell {
    /// Whether the content is blank, dashes, or holds a digit and at most three letters beside, as a currency has them.
    fileprivate func isNumberOrBlank(in text: Span<UInt8>) -> Bool {
        if isBlank(in: text) { return true }
        return withContent(in: text) { content in
            var (digits, letters, dashes) = (0, 0, 0)
            for offset in content.indices {
                switch content[offset] {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
                case UInt8(ascii: "-"): dashes += 1
                default: break
                }
            }
            return letters <= 3 && (digits > 0 || dashes > 0) && (letters == 0 || digits > 0)
        }
    }
}
