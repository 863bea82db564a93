/// Cells are numbers and so right-aligned, unless their class is `t`; the first of a row is its head, in words.
extension DataTable {
    /// The `<table>`, inside a focusable, labelled region where it may scroll.
    public func html() -> String {
        var markup = Markup()
        write(to: &markup)
        return markup.text
    }

    func write(to markup: inout Markup) {
        writeRegion(to: &markup)
        guard let downloads else { return }
        let links = downloads.files.map { file in
            "<a href=\"\(escaped(file.address))\" download>\(escaped(file.name))</a>"
        }
        markup.element("p", ["class": "get"], markup: "\(escaped(downloads.label)) \(links.joined(separator: " "))")
    }

    private func writeRegion(to markup: inout Markup) {
        guard let regionLabel else { return writeTable(to: &markup) }
        let attributes: KeyValuePairs = [
            "class": "scroll", "tabindex": "0", "role": "region", "aria-label": regionLabel,
        ]
        markup.element("div", attributes) { writeTable(to: &$0) }
    }

    private func writeTable(to markup: inout Markup) {
        markup.element("table", ["class": "tbl"]) { markup in
            markup.element("caption", hidesCaption ? ["class": "vh"] : [:], text: caption)
            markup.element("thead") { markup in
                markup.element("tr") { markup in
                    for (place, column) in columns.enumerated() {
                        let isWords = place > 0 && !column.isNumeric
                        let attributes: KeyValuePairs =
                            isWords ? ["scope": "col", "class": "t"] : ["scope": "col"]
                        markup.element("th", attributes, text: column.title)
                    }
                }
            }
            markup.element("tbody") { markup in
                for row in rows { write(row, to: &markup) }
            }
        }
    }

    private func write(_ row: Row, to markup: inout Markup) {
        let attributes: KeyValuePairs = row.className.map { ["class": $0] } ?? [:]
        markup.element("tr", attributes) { markup in
            for cell in row.cells.prefix(1) { markup.element("th", ["scope": "row"], markup: cell.html()) }
            for (column, cell) in zip(columns, row.cells).dropFirst() {
                markup.element("td", column.isNumeric ? [:] : ["class": "t"], markup: cell.html())
            }
        }
    }
}

extension DataTable.Cell {
    fileprivate func html() -> String {
        switch self {
        case .text(let text): escaped(text)
        case .link(let text, let address): "<a href=\"\(escaped(address))\">\(escaped(text))</a>"
        case .markup(let markup): markup
        }
    }
}
