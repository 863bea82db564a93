import Figures

/// Ageing, reasons, tests and flows.
extension FigureSamples {
    static let amounts: [(String, BarList)] = [
        (
            "ageing",
            BarList(
                frame: frame(
                    "ageing",
                    "Üç fırsattan biri altmış günden eski",
                    "Açık fırsatların bulundukları aşamadaki günleri, 22 Kasım 2026"
                ),
                rows: [
                    .init("0–7 gün", value: 14, text: "14 fırsat · ₺412.000"),
                    .init("8–30 gün", value: 9, text: "9 fırsat · ₺280.500", greyShare: 2.0 / 9),
                    .init("31–60 gün", value: 0, text: "0 fırsat"),
                    .init("61 gün ve fazlası", value: 12, text: "12 fırsat · ₺1.020.000", greyShare: 1),
                ],
                key: .init(bar: "süresi olağan", grey: "bayat")
            )
        ),
        reasons("reasons", [31, 24, 24, 11, 7, 4, 3], unknown: 12),
        reasons("reasons-none-unknown", [3, 9], unknown: 0),
        reasons("reasons-twelve", [9, 8, 8, 8, 7, 6, 5, 4, 3, 2, 1, 0], unknown: 2),
        ("empty", BarList(frame: frame("bars-empty", "Kayıp yok"), rows: [])),
        (
            "all-zero",
            BarList(
                frame: frame("bars-zero", "Hepsi sıfır"),
                rows: [.init("Fiyat", value: 0, text: "0"), .init("bilinmiyor", value: 0, text: "0", isRest: true)]
            )
        ),
        (
            "tiny",
            BarList(
                frame: frame("bars-tiny", "Bir kişi de görülür"),
                rows: [.init("Fiyat", value: 100_000, text: "100.000"), .init("Rakip", value: 1, text: "1")]
            )
        ),
    ]

    private static let reasonNames = [
        "Fiyat", "Rakip", "Ertelendi", "Bütçe yok", "Uygun değil", "Yanıt yok",
        "Satın alma süreci çok uzun sürdüğü için vazgeçen kurumsal müşteri",
        "Tedarik", "Taşınma", "Birleşme", "Süre", "Hiç",
    ]

    private static func reasons(_ name: String, _ counts: [Int], unknown: Int) -> (String, BarList) {
        let rows = LossReasons.rows(of: counts, unknown: unknown).map { row in
            switch row.kind {
            case .reason(let index):
                BarList.Row(
                    index == 2 ? reasonNames[6] : reasonNames[index],
                    value: Double(row.count),
                    text: "\(row.count)"
                )
            case .other(let indices):
                BarList.Row(
                    "diğer (\(indices.count) neden)",
                    value: Double(row.count),
                    text: "\(row.count)",
                    isRest: true
                )
            case .unknown: BarList.Row("bilinmiyor", value: Double(row.count), text: "\(row.count)", isRest: true)
            }
        }
        return (name, BarList(frame: frame(name, "En sık kayıp nedeni fiyat"), rows: rows))
    }

    private static func forest(_ name: String, _ title: String, _ rows: [ForestPlot.Row]) -> (String, ForestPlot) {
        let axis = ForestPlot.axis(for: rows) { value, step in
            let points = Int((value * 1000).rounded())
            let size = step >= 0.0099 ? "\(abs(points) / 10)" : "\(abs(points) / 10),\(abs(points) % 10)"
            return (points < 0 ? "−" : points > 0 ? "+" : "") + size + " puan"
        }
        let subtitle = "Kontrolden fark, puan, %95 aralık; 23 olgun gün"
        return (name, ForestPlot(frame: frame("forest-\(name)", title, subtitle), rows: rows, axis: axis))
    }

    static let forests: [(String, ForestPlot)] = [
        forest(
            "worse",
            "Deneme ekranı kaydı azalttı, ödemeyi değil",
            [
                .init(
                    "Tıklama → kayıt",
                    difference: -0.0206,
                    interval: -0.0292...(-0.012),
                    text: "▼ −2,1 puan (−2,9 … −1,2)",
                    verdict: .worse
                ),
                .init(
                    "Tıklama → ödeme",
                    difference: -0.0049,
                    interval: -0.0116...0.0019,
                    text: "≈ −0,5 puan (−1,2 … +0,2)",
                    verdict: .open
                ),
            ]
        ),
        forest(
            "better",
            "İki sürüm de daha iyi",
            [
                .init(
                    "Kısa form",
                    difference: 0.031,
                    interval: 0.018...0.044,
                    text: "▲ +3,1 puan (+1,8 … +4,4)",
                    verdict: .better
                ),
                .init(
                    "Çekoslovakyalılaştıramadıklarımızdan uzun adlı form",
                    difference: 0.05,
                    interval: 0.01...0.09,
                    text: "▲ +5,0 puan (+1,0 … +9,0)",
                    verdict: .better
                ),
            ]
        ),
        forest(
            "running",
            "Deneme sürüyor",
            [
                .init("Kısa form", difference: 0.02, interval: -0.03...0.07, text: "◔ sürüyor", verdict: .running),
                .init("Uzun form", difference: nil, interval: nil, text: "◔ sürüyor", verdict: .running),
            ]
        ),
        forest(
            "no-difference",
            "Fark yok",
            [.init("Kayıt", difference: 0, interval: 0...0, text: "0,0 puan", verdict: .open)]
        ),
        forest("empty", "Sürüm yok", []),
    ]

    private static func flow(
        _ name: String,
        _ title: String,
        _ nodes: [HandOffFlow.Node],
        _ links: [HandOffFlow.Link]
    ) -> (String, HandOffFlow) {
        (
            name,
            HandOffFlow(
                frame: frame("flow-\(name)", title, "Pazarlamanın devrettiği adaylar, son 13 hafta"),
                nodes: nodes,
                links: links
            )
        )
    }

    static let flows: [(String, HandOffFlow)] = [
        flow(
            "usual",
            "Devredilen 412 adaydan 148 kişi kabul edildi",
            [
                .init("Pazarlama nitelikli aday", text: "412", column: 0),
                .init("Satışça kabul edilen", text: "148 · %35,9", column: 1),
                .init("Elendi", text: "171 · %41,5", column: 1),
                .init("Pazarlamaya döndü", text: "62 · %15,0", column: 1),
                .init("Bekliyor", text: "31 · %7,5", column: 1), .init("Kazanıldı", text: "38", column: 2),
                .init("Kaybedildi", text: "72", column: 2), .init("Açık", text: "38", column: 2),
            ],
            [
                .init(from: 0, to: 1, count: 148, isAccent: true), .init(from: 0, to: 2, count: 171),
                .init(from: 0, to: 3, count: 62),
                .init(from: 0, to: 4, count: 31), .init(from: 1, to: 5, count: 38, isAccent: true),
                .init(from: 1, to: 6, count: 72),
                .init(from: 1, to: 7, count: 38),
            ]
        ),
        flow(
            "two-columns",
            "Çoğu aday geri döndü",
            [
                .init("Satışça henüz hiç aranmamış pazarlama nitelikli aday", text: "80", column: 0),
                .init("Kabul", text: "1", column: 1),
                .init("Muvaffakiyetsizleştiricileştiriveremeyebilen", text: "79", column: 1),
            ],
            [.init(from: 0, to: 1, count: 1, isAccent: true), .init(from: 0, to: 2, count: 79)]
        ),
        flow(
            "all-zero",
            "Devredilen yok",
            [.init("Aday", text: "0", column: 0), .init("Kabul", text: "0", column: 1)],
            [.init(from: 0, to: 1, count: 0)]
        ),
        flow("one-node", "Tek grup", [.init("Aday", text: "0", column: 0)], []),
    ]
}
