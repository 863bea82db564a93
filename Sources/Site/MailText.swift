/// A week's e-mail as plain text: at most 72 columns, bars of blocks, and numbers under one another.
struct MailText {
    let contents: MailContents

    private static let width = 72
    private static let barWidth = 24

    var text: String {
        let facts = contents.facts.flatMap { fact in [""] + wrapped("\(fact.title): \(fact.text)", indent: 0) }
        let head = wrapped(contents.headline, indent: 0)
        let rule = String(repeating: "=", count: min(Self.width, head.map(\.count).max() ?? 0))
        let lines =
            ["\(contents.siteTitle) · \(contents.kick)", ""] + head + [rule] + wrapped(contents.verdict, indent: 0)
            + facts
            + contents.tables.flatMap(table) + [""]
            + (contents.url.map { ["\(contents.words.say("mail.open")): \($0)"] } ?? [])
            + wrapped(contents.footer, indent: 0)
        return lines.joined(separator: "\n") + "\n"
    }

    private func table(_ table: MailContents.Table) -> [String] {
        let names = table.rows.map(\.name.count).max() ?? 0
        let counts = table.rows.map(\.count.count).max() ?? 0
        let heading = table.heading.map { [$0, String(repeating: "-", count: $0.count)] } ?? []
        return [""] + heading
            + table.rows.flatMap { row -> [String] in
                let bar = bar(row.part)
                let first = padded(row.name, to: names) + "  " + leading(row.count, to: counts) + "  " + bar
                let mark = row.isSignal ? contents.words.say("steps.signal") : nil
                let details = [row.rate, row.change, mark].compactMap(\.self).joined(separator: " · ")
                return [trimmed(first)] + (details.isEmpty ? [] : ["  ↳ " + details])
            }
    }

    private func bar(_ part: Double?) -> String {
        guard let part, part > 0 else { return "" }
        return String(repeating: "█", count: max(1, Int((part * Double(Self.barWidth)).rounded())))
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func leading(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }

    private func wrapped(_ text: String, indent: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > Self.width - indent {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + [line]
    }
}
