internal import Diagnostics

/// The text of a note, cut into front matter and body. Lines end in LF only.
struct NoteText {
    let file: String
    /// Without BOM.
    let bytes: [UInt8]
    /// Where each line begins in `bytes`.
    let lineStarts: [Int]
    /// The lines between the `---` lines, counted from 0; `nil` without front matter.
    let frontMatterLines: Range<Int>?
    /// The first line of the body, counted from 0.
    let bodyLine: Int

    /// - Throws: `Failure` where the file is too large, no UTF-8, or its front matter has no end.
    init(_ bytes: [UInt8], file: String, maximumBytes: Int) throws(Failure) {
        guard bytes.count <= maximumBytes else {
            throw Failure(
                at: SourcePosition(file: file),
                "the note has \(bytes.count) bytes; at most \(maximumBytes) are read",
                remedy: "Split it into several notes."
            )
        }
        let clean = Self.withoutBOMAndCR(bytes)
        if let offset = Self.firstInvalidOffset(clean) { throw Self.notUTF8(at: offset, of: clean, file: file) }
        var starts = [0]
        for (index, byte) in clean.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        self.file = file
        self.bytes = clean
        lineStarts = starts
        let lines = starts.indices
        guard Self.isFence(Self.line(0, of: clean, starts)) else {
            frontMatterLines = nil
            bodyLine = 0
            return
        }
        guard let end = lines.dropFirst().first(where: { Self.isFence(Self.line($0, of: clean, starts)) }) else {
            throw Failure(
                at: SourcePosition(file: file, line: 1, column: 1),
                "the front matter never ends",
                remedy: "Write a line with nothing but --- after its last key."
            )
        }
        frontMatterLines = 1..<end
        bodyLine = end + 1
    }

    /// The body, without the front matter's lines.
    var body: ArraySlice<UInt8> { bodyLine < lineStarts.count ? bytes[lineStarts[bodyLine]...] : [] }

    /// The bytes of a line (from 0) without its end.
    func line(_ number: Int) -> ArraySlice<UInt8> { Self.line(number, of: bytes, lineStarts) }

    /// The place of a byte.
    func position(ofByte offset: Int) -> SourcePosition {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(file: file, line: low + 1, column: offset - lineStarts[low] + 1)
    }

    private static func line(_ number: Int, of bytes: [UInt8], _ starts: [Int]) -> ArraySlice<UInt8> {
        bytes[starts[number]..<(number + 1 < starts.count ? starts[number + 1] - 1 : bytes.count)]
    }

    /// Three hyphens, and white space after them at most.
    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private static func withoutBOMAndCR(_ bytes: [UInt8]) -> [UInt8] {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        for index in start..<bytes.count {
            guard bytes[index] == UInt8(ascii: "\r") else {
                clean.append(bytes[index])
                continue
            }
            let beforeLF = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
            if !beforeLF { clean.append(UInt8(ascii: "\n")) }
        }
        return clean
    }

    /// Where the bytes stop being UTF-8; `nil`: nowhere.
    private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }

    private static func notUTF8(at offset: Int, of bytes: [UInt8], file: String) -> Failure {
        let before = bytes[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Failure(
            at: SourcePosition(file: file, line: line, column: offset - lineStart + 1),
            "the note is not UTF-8 here",
            remedy: "Save the file as UTF-8; older editors call it \"Unicode (UTF-8)\" in their save dialogue."
        )
    }
}
