import Foundation

/// A case of a spec file: a heading, a fenced input, and a fenced result.
struct SpecCase: Sendable, CustomStringConvertible {
    enum Kind: String { case cells, events, values, sheet, records, counts, measures }

    var title: String
    var input: [UInt8]
    /// What follows `csv` or `json` on the fence.
    var options: [String]
    var kind: Kind
    var expected: [String]

    var description: String { title }
    var isOnlyAsIs: Bool { options.contains("as-is") }
    var properties: [String] { names(of: "properties") }

    /// The names that an option lists, `+` standing for a space.
    func names(of option: String) -> [String] {
        let list = options.first { $0.hasPrefix(option + "=") }?.dropFirst(option.count + 1) ?? ""
        return list.split(separator: ",").map { String($0).replacing("+", with: " ") }
    }

    /// All cases of a file beside this one.
    static func all(in name: String) throws -> [SpecCase] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        var cases: [SpecCase] = []
        var title = ""
        var input: (bytes: [UInt8], options: [String])?
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            if line.hasPrefix("### ") { title = String(line.dropFirst(4)) }
            guard line.hasPrefix("```") else { continue }
            let body = lines[index...].prefix { $0 != "```" }.map(String.init)
            index += body.count + 1
            let info = line.dropFirst(3).split(separator: " ").map(String.init)
            if info.first == "csv" || info.first == "json" {
                input = (fileBytes(of: body), Array(info.dropFirst()))
            } else if let kind = info.first.flatMap(Kind.init), let read = input {
                let expected = body.map { $0.replacing("·", with: " ") }
                cases.append(
                    SpecCase(title: title, input: read.bytes, options: read.options, kind: kind, expected: expected)
                )
                input = nil
            }
        }
        return cases
    }

    /// The ways to run it: as it is, with CRLF, and with a byte order mark.
    var variants: [(name: String, bytes: [UInt8])] {
        if isOnlyAsIs { return [("as it is", input)] }
        var ways = [("as it is", input), ("with a mark", [0xEF, 0xBB, 0xBF] + input)]
        if !input.contains(13) { ways.append(("with CRLF", input.flatMap { $0 == 10 ? [13, 10] : [$0] })) }
        return ways
    }
}

/// The bytes that the lines of a block stand for.
private func fileBytes(of lines: [String]) -> [UInt8] {
    let text = lines.map { $0 + "\n" }.joined()
    let unended = text.hasSuffix("∎\n") ? String(text.dropLast(2)) : text
    var bytes: [UInt8] = []
    var scalars = unended.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
        switch scalar {
        case "→": bytes.append(9)
        case "␍": bytes.append(13)
        case "·": bytes.append(32)
        case "⟦":
            bytes.append(UInt8(String(scalars.prefix(2)), radix: 16) ?? 0)
            scalars = scalars.dropFirst(3)
        default: bytes += Array(String(scalar).utf8)
        }
    }
    return bytes
}

/// What a block of results shows for `bytes`: line breaks, tabs, NUL and bytes that are not UTF-8 made visible.
func shown(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    let visible = bytes.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "⟦" + String($0, radix: 16).uppercased() + "⟧" }
    let text: String = String(validating: bytes, as: UTF8.self) ?? visible.joined()
    return text.replacing("\r\n", with: "␤").replacing("\n", with: "␤").replacing("\r", with: "␤")
        .replacing("\t", with: "→").replacing("\0", with: "␀")
}
