import Figures

/// The named edge cases of the funnel figure; their goldens are a gallery to look at.
enum FunnelSamples {
    static let all: [(name: String, figure: FunnelFigure)] = [
        ("normal", normal), ("maturing", maturing), ("estimate", estimate), ("zero", zero), ("larger", larger),
        ("tail", tail), ("compact", compact), ("twelve", twelve), ("two", two), ("small-sample", smallSample),
        ("long-names", longNames), ("escaping", escaping), ("no-data", noData), ("beyond", beyond),
    ]

    static let normal = figure(
        "normal",
        "Her 100 etkin kullanıcıdan 36 kişi nitelikli aday oldu",
        [
            row(
                "Deneme kaydı",
                12_480,
                "12.480",
                last: 11_965,
                target: (12_000, "12.000"),
                noise("+%4,3"),
                step: passed("%41,0", "(%40,1–41,9)", "7.363")
            ),
            row(
                "Ürünü etkinleştiren kullanıcı",
                5117,
                "5.117",
                last: 5023,
                target: (5400, "5.400"),
                noise("+%1,9"),
                step: passed("%36,0", "(%34,7–37,3)", "3.275", bottleneck: true)
            ),
            row(
                "Pazarlamaca nitelendirilmiş aday",
                1842,
                "1.842",
                last: 2110,
                target: (2100, "2.100"),
                drop("−%12,7"),
                step: passed("%38,3", "(%36,1–40,5)", "1.137")
            ),
            row(
                "Satışla görüşme planlayan aday",
                705,
                "705",
                last: 742,
                target: (800, "800"),
                noise("−%5,0"),
                step: passed("%41,4", "(%37,8–45,1)", "413")
            ),
            row("Ödeme yapan yeni müşteri", 292, "292", last: 201, target: (220, "220"), rise("+%45,3")),
        ]
    )

    static let maturing = figure(
        "maturing",
        "7 günde her 100 ziyaretçiden 24 kişi ilgilendi",
        [
            row(
                "Farkındalık",
                5000,
                "5.000",
                last: 4800,
                noise("+%4,2"),
                step: passed("%24,2", "(%23,0–25,4)", nil, "3.790")
            ),
            row(
                "İlgi",
                1210,
                "1.210",
                last: 1250,
                target: (1500, "1.500"),
                noise("−%3,2"),
                ripening,
                step: passed("%33,1", "(%30,5–35,8)", nil, "810", bottleneck: true)
            ),
            row("Karar", 400, "400", last: 390, ripening, step: passed("%30,0", "(%25,7–34,7)", nil, "280")),
            row("Satın alma", 120, "120", last: 133, ripening, step: passed("%10,0", "(%5,8–16,7)", nil, "108")),
            row("Sadakat", 12, "12", last: 9, ripening),
        ],
        maturingFrom: 1
    )

    static let estimate = figure(
        "estimate",
        "Kesinleşince 520 satın alma bekleniyor",
        [
            row("Sepet", 2400, "2.400", last: 2350, noise("+%2,1"), step: passed("%50,0", "(%48,0–52,0)", "1.200")),
            row("Adres", 1200, "1.200", last: 1190, noise("+%0,8"), step: passed("%31,7", "(%29,1–34,4)", nil, "820")),
            row("Ödeme", 380, "380", last: 390, expected: 520, ripening),
        ],
        maturingFrom: 2
    )

    static let zero = figure(
        "zero",
        "Hiç kimse adres adımına ulaşmadı",
        [
            row(
                "Sepet",
                640,
                "640",
                last: 655,
                noise("−%2,3"),
                step: passed("%0,0", "(%0,0–0,6)", "640", bottleneck: true)
            ),
            row("Adres", 0, "0", last: 310, target: (300, "300"), drop("−%100,0"), step: noEntrants),
            row("Kargo", 0, "0", last: 0, step: noEntrants),
            row("Ödeme", 0, "0", last: 120),
        ]
    )

    static let larger = figure(
        "larger",
        "Tıklama sayısı görüntülemeden büyük",
        [
            row(
                "Görüntüleme",
                3200,
                "3.200",
                last: 3100,
                noise("+%3,2"),
                step: says("oran yok: 400 kişi önceki aşamadan geçmeden geldi")
            ),
            row("Tıklama", 3600, "3.600", last: 3050, rise("+%18,0"), step: passed("%20,0", "(%18,7–21,3)", "2.880")),
            row("Kayıt", 720, "720", last: 700, noise("+%2,9")),
        ]
    )

    static let tail = figure(
        "tail",
        "Her 100.000 ziyaretçiden 12 kişi yenileme yaptı",
        [
            row(
                "Ziyaret",
                148_200,
                "148.200",
                last: 151_000,
                target: (150_000, "150.000"),
                noise("−%1,9"),
                step: passed("%4,1", "(%4,0–4,2)", "142.130")
            ),
            row(
                "Kayıt",
                6070,
                "6.070",
                last: 6310,
                target: (6500, "6.500"),
                noise("−%3,8"),
                step: passed("%7,0", "(%6,4–7,7)", "5.644", bottleneck: true)
            ),
            row(
                "Deneme",
                426,
                "426",
                last: 440,
                target: (450, "450"),
                noise("−%3,2"),
                step: passed("%14,1", "(%11,1–17,7)", "366")
            ),
            row(
                "Ödeme",
                60,
                "60",
                last: 52,
                target: (50, "50"),
                noise("+%15,4"),
                step: passed("%30,0", "(%19,9–42,5)", "42")
            ),
            row("Yenileme", 18, "18", last: 20, noise("−%10,0")),
        ],
        panel: "Küçük aşamalar, kendi ölçeğiyle: en uzun çubuk 426 kişi"
    )

    static let compact = figure(
        "compact",
        "Başvurudan işe girişe sekiz aşama",
        zip(
            ["İlan", "Başvuru", "Ön eleme", "Telefon görüşmesi", "Ödev", "Mülakat", "Teklif", "İşe giriş"],
            [4200, 2900, 1800, 1240, 800, 610, 330, 290]
        ).enumerated().map { index, stage in
            row(
                stage.0,
                stage.1,
                "\(stage.1)",
                last: stage.1 * (index % 2 == 0 ? 11 : 9) / 10,
                target: index == 5 ? (700, "700") : nil,
                index == 6 ? drop("−%9,1") : noise("+%1,0"),
                step: index == 7 ? nil : passed("%70,0", "(%68,6–71,4)", "1.300", bottleneck: index == 3)
            )
        }
    )

    static let twelve = figure(
        "twelve",
        "On iki aşama, en çok bu kadar",
        (1...12).map { stage in
            row(
                "Aşama",
                1300 - 100 * stage,
                "\(1300 - 100 * stage)",
                last: 1350 - 100 * stage,
                noise("−%4,0"),
                step: stage == 12 ? nil : passed("%90,0", "(%88,2–91,5)", "100")
            )
        }
    )

    static let two = figure(
        "two",
        "Her 100 kişiden 34 kişi satın aldı",
        [
            row("Sepet", 1924, "1.924", step: passed("%33,9", "(%31,9–36,1)", "1.271", bottleneck: true)),
            row("Ödeme", 653, "653"),
        ]
    )

    static let smallSample = figure(
        "small-sample",
        "Bu hafta 26 kişi girdi; yorum için az",
        [
            row("Davet", 26, "26", last: 22, step: says("11 kişi geçti · 15 kişi ayrıldı", smallSampleRemark)),
            row("Katılım", 11, "11", last: 14, step: says("3 kişi geçti · 8 kişi ayrıldı", smallSampleRemark)),
            row("Satın alma", 3, "3", last: 2),
        ]
    )

    static let longNames = figure(
        "long-names",
        "Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına uzun adlar da sığar",
        [
            row(
                "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine",
                1_248_000,
                "1.248.000",
                last: 1_196_500,
                target: (1_200_000, "1.200.000"),
                noise("+%4,3"),
                step: passed("%41,0", "(%40,1–41,9)", "736.300")
            ),
            row(
                "Ürünü kurup ilk çalışma alanını açan ve en az iki kişiyi davet eden deneme kullanıcısı",
                511_700,
                "511.700",
                last: 502_300,
                target: (540_000, "540.000"),
                drop("−%12,7"),
                ripening,
                step: passed("%36,0", "(%34,7–37,3)", "327.500", bottleneck: true)
            ),
            row("Ödeme", 184_200, "184.200"),
        ]
    )

    static let escaping = figure(
        "escaping",
        "<Başlık> & \"alıntı\" 'tek'",
        [
            row(
                "A <b>&amp; \"B\" 'C'",
                10,
                "<10>",
                last: 9,
                target: (12, "<12>"),
                Remark("<x> & y", tone: .noise, symbol: "<", spoken: "\"&\":"),
                step: says("<i> & 'j'")
            ),
            row("</li><script>", 5, "5"),
        ],
        panel: "<panel>"
    )

    static let noData = figure(
        "no-data",
        "Bu hafta veri yok",
        ["Farkındalık", "İlgi", "Karar"].map { row($0, 0, "0", last: 0, step: $0 == "Karar" ? nil : noEntrants) }
    )

    static let beyond = figure(
        "beyond",
        "Hedef ve geçen hafta bu haftadan büyük",
        [
            row(
                "Kayıt",
                400,
                "400",
                last: 2000,
                target: (1600, "1.600"),
                drop("−%80,0"),
                step: passed("%25,0", "(%21,0–29,5)", "300")
            ),
            row("Ödeme", 100, "100", last: 480, target: (640, "640"), drop("−%79,2")),
        ]
    )
}

// MARK: - Words that a site would give

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
