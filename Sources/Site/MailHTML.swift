internal import Figures

/// A week's e-mail as HTML for mail programs: tables at most 600 px wide, colours inline, bars as cells; no style sheet, no
/// SVG. In a narrower window, as on a telephone, the tables are as wide as it; programs that know no styles show 600 px.
///
/// Every text has its own colour and every table its own background, so that programs that turn mails dark turn both.
struct MailHTML {
    let contents: MailContents

    private static let (ink, quiet, ground, track) = ("#16191d", "#4b545d", "#ffffff", "#f4f6f7")
    private static let (bar, bad, rule, link) = ("#1f6fb2", "#b23a06", "#d5dade", "#0b57a4")
    private static let width = 600

    var text: String {
        let tables = contents.tables.map(table).joined()
        return """
            <!DOCTYPE html>
            <html lang="\(contents.language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>\(escaped(contents.subject))</title>
            </head>
            <body bgcolor="\(Self.ground)">
            <table role="presentation" align="center" width="\(Self.width)" style="width:100%;max-width:\(Self.width)px" cellpadding="0" cellspacing="0" border="0" bgcolor="\(Self.ground)">
            <tr><td bgcolor="\(Self.ground)">
            <table role="presentation" width="100%" cellpadding="6" cellspacing="0" border="0" bgcolor="\(Self.ground)">
            \(row("\(contents.siteTitle) · \(contents.kick)", size: 2, colour: Self.quiet))
            <tr><td><h1>\(font(contents.headline, size: 5, colour: Self.ink))</h1></td></tr>
            \(row(contents.verdict, size: 3, colour: Self.ink))
            </table>
            \(facts)
            \(tables)\(foot)
            </td></tr>
            </table>
            </body>
            </html>

            """
    }

    private func font(_ text: String, size: Int, colour: String) -> String {
        "<font face=\"Helvetica, Arial, sans-serif\" size=\"\(size)\" color=\"\(colour)\">\(escaped(text))</font>"
    }

    private func row(_ text: String, size: Int, colour: String) -> String {
        "<tr><td>\(font(text, size: size, colour: colour))</td></tr>"
    }

    private var facts: String {
        let rows = contents.facts.map { fact in
            "<tr><td valign=\"top\" width=\"25%\"><b>\(font(fact.title, size: 2, colour: Self.ink))</b></td>"
                + "<td valign=\"top\">\(font(fact.text, size: 2, colour: Self.ink))</td></tr>"
        }
        return table(cellpadding: 6, rows)
    }

    private func table(cellpadding: Int, _ rows: [String]) -> String {
        "<table role=\"presentation\" width=\"100%\" cellpadding=\"\(cellpadding)\" cellspacing=\"0\" border=\"0\""
            + " bgcolor=\"\(Self.ground)\">\n" + rows.joined(separator: "\n") + "\n</table>"
    }

    private func table(_ table: MailContents.Table) -> String {
        let heading = table.heading.map {
            ["<tr><td colspan=\"2\"><h2>\(font($0, size: 4, colour: Self.ink))</h2></td></tr>"]
        }
        return self.table(cellpadding: 4, (heading ?? []) + table.rows.flatMap(rows)) + "\n"
    }

    /// Name and count, the bar, and the rate with its change.
    private func rows(_ row: MailContents.Row) -> [String] {
        let name = "<b>\(font(row.name, size: 3, colour: Self.ink))</b>"
        let count = "<b>\(font(row.count, size: 3, colour: Self.ink))</b>"
        let change = row.change.map { font($0, size: 2, colour: row.isSignal ? Self.bad : Self.quiet) } ?? ""
        let mark =
            row.isSignal ? "<b>\(font(" \(contents.words.say("steps.signal"))", size: 2, colour: Self.bad))</b>" : ""
        let rate = row.rate.map { font($0, size: 2, colour: Self.quiet) } ?? "&nbsp;"
        return [
            "<tr><td>\(name)</td><td align=\"right\">\(count)</td></tr>",
            "<tr><td colspan=\"2\">\(bar(row.part))</td></tr>",
            "<tr><td>\(rate)</td><td align=\"right\">\(change)\(mark)</td></tr>",
        ]
    }

    private func bar(_ part: Double?) -> String {
        guard let part else { return "&nbsp;" }
        let filled = part > 0 ? max(1, Int((part * 100).rounded())) : 0
        func cell(_ width: Int, _ colour: String) -> String {
            width > 0
                ? "<td width=\"\(width)%\" height=\"18\" bgcolor=\"\(colour)\"><font size=\"1\" color=\"\(colour)\">&nbsp;</font></td>"
                : ""
        }
        return
            "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>"
            + cell(filled, Self.bar) + cell(100 - filled, Self.track) + "</tr></table>"
    }

    private var foot: String {
        let link = contents.url.map { url in
            "<tr><td><a href=\"\(escaped(url))\">\(font(contents.words.say("mail.open"), size: 3, colour: Self.link))</a></td></tr>"
        }
        return table(cellpadding: 6, [link, row(contents.footer, size: 2, colour: Self.quiet)].compactMap(\.self))
    }
}
