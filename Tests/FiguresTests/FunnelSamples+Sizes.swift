import Figures

/// Many stages, few people, small tails, long words.
extension FunnelSamples {
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
