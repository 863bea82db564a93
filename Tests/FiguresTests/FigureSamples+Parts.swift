import Figures

/// Mixes, changes, heat maps, curves, bullets and small multiples.
extension FigureSamples {
    private static func mix(
        _ name: String,
        _ title: String,
        _ parts: [(String, [Double])],
        weeks: Int = 12
    ) -> (String, ChannelMix) {
        let grouping = CategoryGrouping(parts.map { $0.1.reduce(0, +) })
        func text(_ sizes: [Double]) -> String {
            let whole = parts.reduce(0) { $0 + ($1.1.last ?? 0) }
            return whole > 0 ? percentText((sizes.last ?? 0) / whole, 1) : "—"
        }
        var series = grouping.kept.map { ChannelMix.Series(parts[$0].0, text: text(parts[$0].1), sizes: parts[$0].1) }
        if !grouping.rest.isEmpty {
            let sums = (0..<weeks).map { week in grouping.rest.reduce(0) { $0 + parts[$1].1[week] } }
            series.append(.init("diğer (\(grouping.rest.count))", text: text(sums), sizes: sums, isRest: true))
        }
        let figure = ChannelMix(
            frame: frame("mix-\(name)", title, "Giren kişilerin kanallara göre payı, 35–46. haftalar"),
            weeks: (0..<weeks).map { "\($0 + 35). hf" },
            series: series,
            tickTexts: ["%0", "%50", "%100"]
        )
        return (name, figure)
    }

    private static func sizes(_ start: Double, _ step: Double, weeks: Int = 12) -> [Double] {
        (0..<weeks).map { max(0, start + step * Double($0)) }
    }

    static let mixes: [(String, ChannelMix)] = [
        mix(
            "usual",
            "Reklamların payı on iki haftada yarıya indi",
            [
                ("Reklam", sizes(620, -28)), ("Arama", sizes(310, 22)), ("E-posta", sizes(180, 4)),
                ("Doğrudan", sizes(90, 2)),
            ]
        ),
        mix(
            "twelve",
            "On iki kanaldan dördü ve diğerleri",
            (1...12).map { ("Kanal \($0)", sizes(Double(600 / $0), Double($0 - 6))) }
        ),
        mix(
            "long-names",
            "Uzun adlar kısalır, tabloda tamdır",
            [
                ("Muvaffakiyetsizleştiricileştiriveremeyebilecek kampanya", sizes(300, 0)),
                ("Sosyal medya ve iş ortakları", sizes(200, 10)), ("(yok)", sizes(3, 0)),
            ]
        ),
        mix(
            "tiny-parts",
            "Küçük paylar üst üste binmez",
            [
                ("Arama", sizes(10_000, 0)), ("Reklam", sizes(90, 0)), ("E-posta", sizes(80, 0)),
                ("Doğrudan", sizes(70, 0)), ("Ortak", sizes(5, 0)),
            ]
        ),
        mix(
            "gaps",
            "İki hafta giriş yok",
            [
                ("Arama", [10, 0, 12, 11, 0, 9]), ("Reklam", [5, 0, 6, 8, 0, 9]),
            ],
            weeks: 6
        ),
        mix("one-part", "Tek kanal", [("Arama", sizes(100, 1))]),
        mix("empty", "Kanal yok", [], weeks: 0),
    ]

    static let changes: [(String, ChangeBars)] = [
        (
            "usual",
            ChangeBars(
                frame: frame("change-usual", "Aramanın payı 2,1 puan arttı"),
                rows: [
                    .init("Reklam", change: -0.031, text: "−3,1 puan"),
                    .init("Arama", change: 0.021, text: "+2,1 puan"),
                    .init("E-posta", change: 0.01, text: "+1,0 puan"), .init("Doğrudan", change: 0, text: "0,0 puan"),
                ]
            )
        ),
        (
            "all-down",
            ChangeBars(
                frame: frame("change-down", "Bütün kanallar azaldı"),
                rows: [
                    .init(
                        "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine",
                        change: -0.4,
                        text: "−%40,0"
                    ),
                    .init("Arama", change: -0.1, text: "−%10,0"),
                ]
            )
        ),
        (
            "all-up",
            ChangeBars(
                frame: frame("change-up", "Bütün kanallar arttı"),
                rows: [.init("Arama", change: 3, text: "+%300,0")]
            )
        ),
        (
            "all-zero",
            ChangeBars(
                frame: frame("change-zero", "Hiçbir şey değişmedi"),
                rows: [.init("Arama", change: 0, text: "0"), .init("Reklam", change: 0, text: "0")]
            )
        ),
        ("empty", ChangeBars(frame: frame("change-empty", "Kanal yok"), rows: [])),
    ]

    private static func heat(
        _ name: String,
        _ title: String,
        _ rows: [(String, [Double?])],
        partial: Bool = true
    ) -> (String, HeatMap) {
        let ages = rows.map(\.1.count).max() ?? 1
        let figure = HeatMap(
            frame: frame("heat-\(name)", title, "Giriş haftasına göre, her yaşta satın alanların oranı (%)"),
            ages: (1...max(1, ages)).map { $0 == 1 ? "1. hf" : "\($0)" },
            rows: rows.map { week, values in
                let newest = values.lastIndex { $0 != nil }
                let cells = values.enumerated().map { index, value in
                    value.map {
                        HeatMap.Cell(
                            $0,
                            text: String(percentText($0, 0).dropFirst()),
                            isPartial: partial && index == newest && index < ages - 1
                        )
                    }
                }
                return .init(week, cells: cells)
            },
            key: .init(least: "%0,0", most: "%8,4", partial: "hafta henüz dolmadı")
        )
        return (name, figure)
    }

    private static func share(_ row: Int, _ age: Int) -> Double? {
        guard age <= row else { return nil }
        let slower = 0.002 * Double((row * 7) % 5)
        return 0.084 * (1 - 1 / Double(age + 2)) - slower
    }

    private static func even(_ row: Int, _ values: [Double?]) -> (String, [Double?]) { ("\(46 - row). hf", values) }

    static let heats: [(String, HeatMap)] = [
        heat(
            "usual",
            "Çoğu satın alma ilk iki haftada",
            (0..<10).map { row in ("\(47 - row). hf", (0..<6).map { share(row, $0) }) }
        ),
        heat("all-zero", "Kimse satın almadı", (0..<6).map { even($0, [0, 0, 0]) }, partial: false),
        heat("hundred-percent", "Herkes satın aldı", (0..<6).map { even($0, [1, 1]) }, partial: false),
        heat(
            "gaps",
            "Girişi olmayan haftalar boş",
            [("46. hf", [0.1, nil, nil]), ("45. hf", [nil, nil, nil]), ("44. hf", [0.1, 0.2, 0.3])],
            partial: false
        ),
        heat(
            "eight-columns",
            "Sekiz yaş sütunu telefona sığar",
            (0..<7).map { row in even(row, (0..<8).map { Double($0 * 13 + row) / 100 }) },
            partial: false
        ),
        heat("empty", "Hafta yok", []),
    ]

    private static func curve(
        _ name: String,
        _ title: String,
        _ points: [(Double, Double)],
        _ milestones: [(Double, Double, String)],
        days: Double = 14
    ) -> (String, TimeCurve) {
        let ages = ValueAxis(covering: [days], leastSpan: 1, startsAtZero: true, mostTicks: 4) { value, _ in
            "\(Int(value)) gün"
        }
        let figure = TimeCurve(
            frame: frame("curve-\(name)", title, "Girişten satın almaya geçen süre, açık kalanlara göre düzeltilmiş"),
            points: points.map { .init(age: $0.0, share: $0.1) },
            milestones: milestones.map { .init(share: $0.0, age: $0.1, label: $0.2) },
            ages: ages,
            tickTexts: ["%0", "%50", "%100"]
        )
        return (name, figure)
    }

    static let curves: [(String, TimeCurve)] = [
        curve(
            "usual",
            "Alanların yarısı üç gün içinde alıyor",
            (1...100).map { (Double($0 * $0) / 720, Double($0) / 100) },
            [(0.5, 3.47, "yarısı 3 gün"), (0.8, 8.9, "%80 9 gün")]
        ),
        curve(
            "quick",
            "Çoğu ilk saatte",
            [(0.01, 0.5), (0.02, 0.8), (9, 1)],
            [(0.5, 0.01, "yarısı 14 dakika"), (0.8, 0.02, "%80 29 dakika")]
        ),
        curve(
            "late",
            "Çoğu son gün",
            [(12, 0.1), (13.5, 0.5), (13.8, 0.8), (14, 1)],
            [(0.5, 13.5, "yarısı 14 gün"), (0.8, 13.8, "%80 14 gün")]
        ),
        curve("never-half", "Yarısına hiç ulaşılmadı", [(1, 0.1), (4, 0.2), (9, 0.31)], []),
        curve("one-point", "Tek adım", [(7, 1)], [(0.5, 7, "yarısı 7 gün"), (0.8, 7, "%80 7 gün")]),
        curve("empty", "Gelen yok", [], []),
    ]

    static let bullets: [(String, [Bullet])] = [
        (
            "usual",
            [
                .init(
                    "Etkinleşme → nitelikli aday",
                    value: 0.36,
                    text: "%36,0",
                    target: 0.4,
                    targetText: "hedef %40,0"
                ),
                .init("Haftalık nitelikli aday", value: 1842, text: "1.842", target: 1500, targetText: "hedef 1.500"),
                .init(
                    "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine",
                    value: 0.31,
                    text: "%31,0",
                    target: 0.35,
                    targetText: "hedef %35,0",
                    isMaturing: true
                ),
            ]
        ),
        (
            "zero",
            [
                .init("Sıfır", value: 0, text: "0", target: 10, targetText: "hedef 10"),
                .init("Bilinmiyor", value: nil, text: "—", target: 10, targetText: "hedef 10"),
                .init("Hedef sıfır", value: 0, text: "0", target: 0, targetText: "hedef 0"),
                .init(
                    "Neredeyse sıfır",
                    value: 1,
                    text: "1",
                    target: 1000,
                    targetText: "hedef 1.000",
                    isMaturing: true
                ),
            ]
        ),
        ("hundred-percent", [.init("Herkes", value: 1, text: "%100,0", target: 1, targetText: "hedef %100,0")]),
    ]

    private static func multiples(
        _ name: String,
        _ title: String,
        _ panels: [SmallMultiples.Panel],
        whole: [Double?],
        maturing: Int = 0
    ) -> (String, SmallMultiples) {
        let values = (panels.flatMap(\.values) + whole).compactMap(\.self)
        let axis = ValueAxis(covering: values, within: 0...1, leastSpan: 0.04, text: percentText)
        let frame = frame("multiples-\(name)", title, "Giriş haftasına göre geçiş oranı, bütün kutular aynı ölçekte")
        return (
            name,
            SmallMultiples(
                frame: frame,
                panels: panels,
                whole: whole,
                maturing: maturing,
                axis: axis,
                key: ("kanal", "herkes")
            )
        )
    }

    private static func panel(_ name: String, _ shift: Double, isHere: Bool = false) -> SmallMultiples.Panel {
        .init(
            name,
            address: isHere ? nil : "../\(name)/index.html",
            text: "%41,1",
            values: usual.map { $0.map { $0 + shift } },
            isHere: isHere
        )
    }

    static let multiples: [(String, SmallMultiples)] = [
        multiples(
            "usual",
            "E-posta her hafta önde",
            [
                panel("Arama", 0.02, isHere: true), panel("E-posta", 0.08), panel("Reklam", -0.1),
                panel("Sosyal medya", -0.02), panel("Doğrudan", 0),
            ],
            whole: usual,
            maturing: 2
        ),
        multiples(
            "gaps",
            "Bilinmeyen haftalar boş",
            [
                .init(
                    "Çekoslovakyalılaştıramadıklarımızdan gelen ziyaretçiler",
                    text: "—",
                    values: [0.4, nil, 0.5, nil, nil, 0.4, 0.3, nil]
                ),
                .init("Boş", text: "—", values: Array(repeating: nil, count: 8)),
            ],
            whole: Array(usual.prefix(8))
        ),
        multiples(
            "all-zero",
            "Hepsi sıfır",
            [.init("Arama", text: "%0,0", values: [0, 0, 0, 0, 0, 0])],
            whole: [0, 0, 0, 0, 0, 0]
        ),
        multiples("empty", "Kanal yok", [], whole: []),
    ]
}
