/// Cells and words come in groups of one colour each, so that a map of a hundred cells stays small.
extension HeatLayout {
    /// A cell that is drawn, and where.
    private struct Placed {
        let cell: HeatMap.Cell
        let step: Int
        let row: Int
        let column: Int
    }

    func write(_ map: HeatMap, to markup: inout Markup) {
        let placed = map.rows.indices.flatMap { row in
            map.rows[row].cells.indices.compactMap { column -> Placed? in
                guard let cell = map.rows[row].cells[column], let step = steps[row][column] else { return nil }
                return Placed(cell: cell, step: step, row: row, column: column)
            }
        }
        let finished = placed.filter { !$0.cell.isPartial }
        let partial = placed.filter(\.cell.isPartial)
        for (step, paint) in Paint.heat.enumerated() {
            writeBlocks(finished.filter { $0.step == step }, paint.name, fill: paint.light, to: &markup)
        }
        writeBlocks(partial, Hatch.open.rawValue, fill: Hatch.open.fill, to: &markup)
        for paint in [Paint.ink] + Paint.heatWords.suffix(2) {
            let cells = finished.filter { Paint.heatWords[$0.step] == paint }
            writeWords(cells, paint, className: paint.name, to: &markup)
        }
        writeWords(partial, .ink, className: "\(Paint.ink.name) halo", to: &markup)
        for (row, name) in map.rows.map(\.name).enumerated() {
            let place = LabelPlace(x: 0, dx: -8, baseline: Self.baseline(of: row), anchor: .end)
            markup.words(name, .tick, at: place)
        }
    }

    private static func baseline(of row: Int) -> Double { top(of: row) + 19 }

    private func writeBlocks(_ cells: [Placed], _ className: String, fill: String, to markup: inout Markup) {
        guard !cells.isEmpty else { return }
        markup.element("g", ["class": className, "fill": fill]) { markup in
            for cell in cells {
                markup.mark(
                    "rect",
                    [
                        "x": percent(left(of: cell.column)), "y": oneDecimal(Self.top(of: cell.row)),
                        "width": percent(width), "height": oneDecimal(Self.cellHeight),
                    ]
                )
            }
        }
    }

    private func writeWords(_ cells: [Placed], _ paint: Paint, className: String, to markup: inout Markup) {
        guard !cells.isEmpty else { return }
        let attributes: KeyValuePairs = [
            "class": className, "text-anchor": "middle", "fill": paint.light, "font-size": "13",
        ]
        markup.element("g", attributes) { markup in
            for cell in cells {
                let place: KeyValuePairs = [
                    "x": percent(middle(of: cell.column)), "y": oneDecimal(Self.baseline(of: cell.row)),
                ]
                markup.element("text", place, text: cell.cell.text)
            }
        }
    }
}
