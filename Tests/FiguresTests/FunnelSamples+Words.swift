import Figures

/// Words that a site would give.
extension FunnelSamples {
    static func figure(
        _ name: String,
        _ title: String,
        _ rows: [Row],
        maturingFrom: Int = .max,
        panel: String = ""
    ) -> FunnelFigure {
        FunnelFigure(
            id: "gallery-\(name)",
            title: title,
            subtitle: "Haftaya göre aşamadaki kişi sayısı, 9–15 Kasım 2026 girişleri",
            key: .init(
                thisWeek: "bu hafta",
                lastWeek: "geçen hafta",
                target: "hedef",
                lost: "ayrılan",
                bottleneck: "darboğaz",
                maturing: "henüz geçmeyen",
                expected: "beklenen"
            ),
            rows: rows.enumerated().map { $1.stage(isMaturing: $0 >= maturingFrom) },
            smallPanelCaption: panel,
            table: DataTable(
                caption: title,
                columns: [.init("Aşama"), .init("Kişi", isNumeric: true)],
                rows: rows.map { .init([$0.name, $0.countText]) },
                regionLabel: "\(title): veri tablosu"
            ),
            tableSummary: "Veri tablosu"
        )
    }

    struct Row {
        let name: String
        let count: Int
        let countText: String
        let last: Int?
        let target: (count: Int, text: String)?
        let expected: Int?
        let remarks: [Remark]
        let step: FunnelFigure.Step?

        func stage(isMaturing: Bool) -> FunnelFigure.Row {
            .init(
                name: name,
                count: count,
                countText: countText,
                previous: last,
                target: target?.count,
                targetText: target.map { "hedef \($0.text)" },
                expected: expected,
                isMaturing: isMaturing,
                remarks: remarks,
                step: step
            )
        }
    }

    static func row(
        _ name: String,
        _ count: Int,
        _ countText: String,
        last: Int? = nil,
        target: (Int, String)? = nil,
        expected: Int? = nil,
        _ remarks: Remark...,
        step: FunnelFigure.Step? = nil
    ) -> Row {
        Row(
            name: name,
            count: count,
            countText: countText,
            last: last,
            target: target,
            expected: expected,
            remarks: remarks,
            step: step
        )
    }

    static let ripening = Remark("olgunlaşıyor", tone: .maturing, symbol: "◔")
    static let smallSampleRemark = Remark("örnek küçük", tone: .plain)
    static let noEntrants = says("oran yok (giriş 0)")

    static func noise(_ change: String) -> Remark {
        Remark("\(change) geçen haftaya göre", tone: .noise, symbol: "≈", spoken: "Olağan oynama:")
    }

    static func drop(_ change: String) -> Remark {
        Remark("\(change) geçen haftaya göre", tone: .bad, symbol: "▼", spoken: "Düşüş, sinyal:")
    }

    static func rise(_ change: String) -> Remark {
        Remark("\(change) geçen haftaya göre", tone: .good, symbol: "▲", spoken: "Artış, sinyal:")
    }

    static func says(_ words: String, _ remarks: Remark...) -> FunnelFigure.Step {
        .init(line: [.plain(words)], remarks: remarks)
    }

    /// - Parameters: `lost` have left for good, `open` have not passed yet.
    static func passed(
        _ rate: String,
        _ interval: String,
        _ lost: String?,
        _ open: String = "",
        bottleneck: Bool = false
    ) -> FunnelFigure.Step {
        let end = lost.map { " · \($0) kişi ayrıldı" } ?? " · \(open) kişi henüz geçmedi"
        var remarks = lost == nil ? [Remark("şimdilik", tone: .maturing, symbol: "◔")] : []
        if bottleneck { remarks.append(Remark("en büyük darboğaz", tone: .bad)) }
        return .init(
            line: [.strong(rate), .plain(" geçti "), .interval(interval), .plain(end)],
            remarks: remarks,
            isBottleneck: bottleneck
        )
    }
}
