import Figures

/// Named edge cases of all figures but the funnel, each with a golden of its name.
enum FigureSamples {
    static let all: [(name: String, html: String)] =
        sparklines.map { ("sparkline-\($0.0)", $0.1.svg()) }
        + trends.map { ("trend-\($0.0)", $0.1.html()) }
        + amounts.map { ("bars-\($0.0)", $0.1.html()) }
        + forests.map { ("forest-\($0.0)", $0.1.html()) }
        + flows.map { ("flow-\($0.0)", $0.1.html()) }
        + mixes.map { ("mix-\($0.0)", $0.1.html()) }
        + changes.map { ("change-\($0.0)", $0.1.html()) }
        + heats.map { ("heat-\($0.0)", $0.1.html()) }
        + curves.map { ("curve-\($0.0)", $0.1.html()) }
        + bullets.map { ("bullet-\($0.0)", Bullet.html($0.1)) }
        + multiples.map { ("multiples-\($0.0)", $0.1.html()) }

    static func frame(
        _ name: String,
        _ title: String,
        _ subtitle: String = "Giriş haftasına göre geçiş oranı (%), son 12 hafta.",
        columns: [String] = ["Hafta", "Oran"],
        rows: [[String]] = [["46. hafta", "%36,0"]]
    ) -> FigureFrame {
        FigureFrame(
            id: "gallery-\(name)",
            title: title,
            subtitle: subtitle,
            table: DataTable(
                caption: title,
                columns: columns.enumerated().map { .init($0.element, isNumeric: $0.offset > 0) },
                rows: rows.map { .init($0) },
                regionLabel: "\(title): veri tablosu"
            ),
            tableSummary: "Veri tablosu"
        )
    }

    /// `%36`, `%36,5`
    static func percentText(_ value: Double, _ step: Double) -> String {
        let tenths = Int((value * 1000).rounded())
        return step >= 0.0099 ? "%\(tenths / 10)" : "%\(tenths / 10),\(tenths % 10)"
    }
}
