internal import Diagnostics

extension MarkdownTree {
    /// Puts what `insert` answers in the place of each `{{ … }}` of the text; spans and blocks of code keep theirs.
    /// - Returns: What is wrong with them, and whether there are any.
    mutating func insertNumbers(
        in text: NoteText,
        _ insert: (Insertion) -> InsertionAnswer
    ) -> (problems: [Diagnostic], hasAny: Bool) {
        let hasAny = nodes.contains { node in
            if case .text(let text) = node.kind { text.contains("{{") } else { false }
        }
        guard hasAny else { return ([], false) }
        split()
        var problems: [Diagnostic] = []
        var finder = SourceFinder(text)
        for index in nodes.indices {
            guard case .insertion(let source) = nodes[index].kind else { continue }
            do {
                var reader = InsertionReader(source, at: finder.position(ofMarkup: source, in: nodes[index]))
                switch insert(try reader.read()) {
                case .text(let value): nodes[index].kind = .insertion(value)
                case .broken(let problem): problems.append(problem)
                }
            } catch {
                problems += error.diagnostics
            }
        }
        return (problems, true)
    }

    /// Makes each `{{ … }}` a node of its own; one without end takes its opening braces alone.
    private mutating func split() {
        var result: [MarkdownNode] = []
        var places: [Int] = []
        for node in nodes {
            places.append(result.count)
            guard case .text(let text) = node.kind, text.contains("{{") else {
                result.append(node)
                continue
            }
            for kind in Self.parts(of: text) {
                var part = node
                part.kind = kind
                part.end = 0
                result.append(part)
            }
        }
        places.append(result.count)
        for (index, node) in nodes.enumerated() where places[index + 1] == places[index] + 1 {
            result[places[index]].end = places[node.end]
        }
        for index in result.indices where result[index].end <= index { result[index].end = index + 1 }
        nodes = result
    }

    private static func parts(of text: String) -> [MarkdownNode.Kind] {
        let bytes = Array(text.utf8)
        var parts: [MarkdownNode.Kind] = []
        var start = 0
        var index = 0
        func add(_ range: Range<Int>, _ kind: (String) -> MarkdownNode.Kind) {
            if !range.isEmpty { parts.append(kind(String(decoding: bytes[range], as: UTF8.self))) }
        }
        while let open = pair(UInt8(ascii: "{"), in: bytes, from: index) {
            add(start..<open, MarkdownNode.Kind.text)
            let end = pair(UInt8(ascii: "}"), in: bytes, from: open + 2)
            add(open..<(end ?? open) + 2, MarkdownNode.Kind.insertion)
            start = (end ?? open) + 2
            index = end == nil ? bytes.count : start
        }
        add(start..<bytes.count, MarkdownNode.Kind.text)
        return parts
    }

    private static func pair(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        return (start..<bytes.count - 1).first { bytes[$0] == byte && bytes[$0 + 1] == byte }
    }
}
