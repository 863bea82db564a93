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
}
