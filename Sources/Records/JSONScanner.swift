/// Cuts JSON into objects: one a line, or the elements of an array. Total: any bytes give a parse.
///
/// * An object a line: each line that is not blank is a row, and a line that is not one whole object is a broken one.
/// * A line of more than `TextRow.longest` bytes is a broken one.
/// * An array of objects: each element is a row. A broken one costs the rest of its lines: the scanner goes on at the
///   next line that begins with an object, not further in than the broken one, or with the array's end. An array
///   that is not closed, and what follows a closed one, is a broken row more.
struct JSONScanner: Sendable {
    enum Form: Sendable { case lines, array }

    /// How the objects stand in the text.
    let form: Form
    /// The first byte not yet read.
    private(set) var offset: Int
    private var line: Int
    private var lineStart: Int
    private var expected = Expectation.elementOrEnd

    private enum Expectation: Sendable { case elementOrEnd, element, commaOrEnd, nothing }

    /// A scanner of the text from `start` on, where that line begins.
    /// - Returns: `nil` where the text begins otherwise than with an object or an array of objects.
    init?(of text: Span<UInt8>, at start: Int, line: Int) {
        offset = start
        lineStart = start
        self.line = line
        let first = JSONTokens.skipBlanks(from: start, upTo: text.count, in: text)
        guard first < text.count else { return nil }
        if text[first] == UInt8(ascii: "{") {
            form = .lines
            return
        }
        form = .array
        guard text[first] == UInt8(ascii: "[") else { return nil }
        advance(to: first + 1, in: text)
        let second = JSONTokens.skipBlanks(from: offset, upTo: text.count, in: text)
        guard second == text.count || [UInt8(ascii: "{"), UInt8(ascii: "]")].contains(text[second]) else { return nil }
    }

    /// A scanner of objects, one a line, from the beginning of a line.
    init(linesFrom start: Int, line: Int) {
        form = .lines
        offset = start
        lineStart = start
        self.line = line
    }

    /// Reads the next object into the taker.
    /// - Returns: Where it lies; `nil` at the end of the bytes.
    mutating func nextRow<Taker: JSONValueTaker>(
        in text: Span<UInt8>,
        by parser: inout JSONParser,
        into taker: inout Taker
    ) -> TextRow? {
        advance(to: JSONTokens.skipBlanks(from: offset, upTo: text.count, in: text), in: text)
        if form == .array, let row = passSigns(in: text) { return row }
        guard offset < text.count else { return nil }
        taker.begin(at: offset)
        var row = TextRow(start: offset, end: offset, line: line, lead: offset - lineStart)
        let limit = form == .lines ? text.endOfLine(from: offset) : text.count
        if form == .lines, limit - lineStart > TextRow.longest {
            row.fault = TextFault(kind: .tooLong, offset: offset)
            giveUp(row, at: offset, in: text)
            row.end = offset
            return row
        }
        var end = parser.parse(at: offset, upTo: limit, in: text, into: &taker)
        if form == .lines, case .end(let close) = end {
            let rest = JSONTokens.skipBlanks(from: close, upTo: limit, in: text)
            end = rest == limit ? .end(close) : .fault(rest)
        }
        switch end {
        case .end(let close):
            advance(to: close, in: text)
            expected = .commaOrEnd
        case .fault(let fault):
            row.fault = TextFault(kind: .badJSON, offset: fault)
            giveUp(row, at: fault, in: text)
        }
        row.end = offset
        return row
    }

    /// Goes over the commas and the end of the array, to the next element or the end of the bytes.
    /// - Returns: A broken row where something else stands there.
    private mutating func passSigns(in text: Span<UInt8>) -> TextRow? {
        while true {
            advance(to: JSONTokens.skipBlanks(from: offset, upTo: text.count, in: text), in: text)
            guard offset < text.count else {
                if expected == .nothing { return nil }
                expected = .nothing
                return brokenRow(in: text)
            }
            switch (expected, text[offset]) {
            case (.commaOrEnd, ASCII.comma): expected = .element
            case (.commaOrEnd, UInt8(ascii: "]")), (.elementOrEnd, UInt8(ascii: "]")): expected = .nothing
            case (.element, UInt8(ascii: "{")), (.elementOrEnd, UInt8(ascii: "{")): return nil
            default: return brokenRow(in: text)
            }
            advance(to: offset + 1, in: text)
        }
    }

    private mutating func brokenRow(in text: Span<UInt8>) -> TextRow {
        let fault = TextFault(kind: .badJSON, offset: offset)
        var row = TextRow(start: offset, end: offset, line: line, lead: offset - lineStart, fault: fault)
        giveUp(row, at: offset, in: text)
        row.end = offset
        return row
    }

    /// Goes on behind a broken row.
    private mutating func giveUp(_ row: TextRow, at fault: Int, in text: Span<UInt8>) {
        if form == .lines || expected == .nothing {
            advance(to: text.startOfLine(after: offset), in: text)
            return
        }
        expected = .elementOrEnd
        repeat {
            advance(to: text.startOfLine(after: offset), in: text)
        } while offset < text.count && !resumes(in: text, notFurtherInThan: max(1, row.lead))
        if offset == text.count { expected = .nothing }
    }

    /// Whether the line at `offset` begins with an object, or with the end of the array. Goes there, if it does.
    private mutating func resumes(in text: Span<UInt8>, notFurtherInThan lead: Int) -> Bool {
        let end = text.endOfLine(from: offset)
        var next = JSONTokens.skipBlanks(from: offset, upTo: end, in: text)
        guard next < end, next - offset <= lead else { return false }
        if text[next] == UInt8(ascii: "]") { return true }
        for sign in [UInt8(ascii: "}"), ASCII.comma] where next < end && text[next] == sign {
            next = JSONTokens.skipBlanks(from: next + 1, upTo: end, in: text)
        }
        guard next < end, text[next] == UInt8(ascii: "{") else { return false }
        offset = next
        return true
    }

    /// Goes to `end`, and counts the lines up to there.
    private mutating func advance(to end: Int, in text: Span<UInt8>) {
        while offset < end {
            if let next = text.endOfLineBreak(at: offset) {
                (offset, line, lineStart) = (next, line + 1, next)
            } else {
                offset += 1
            }
        }
    }
}

extension Span<UInt8> {
    /// The offset of the line break that follows, or the end of the bytes.
    fileprivate func endOfLine(from start: Int) -> Int {
        var offset = start
        while offset < count, self[offset] != ASCII.lineFeed, self[offset] != ASCII.carriageReturn { offset += 1 }
        return offset
    }
}
