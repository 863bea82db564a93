import Figures

/// Sparklines and rate trends.
extension FigureSamples {
    static let usual: [Double?] = [0.408, 0.415, 0.402, 0.421, 0.41, 0.418, 0.406, 0.424, 0.419, 0.409, 0.42, 0.411]

    static let sparklines: [(String, Sparkline)] = [
        ("usual", Sparkline(usual, normalRange: 0.384...0.444)),
        ("signal", Sparkline(usual.dropLast() + [0.36], normalRange: 0.384...0.444, end: .signal)),
        ("maturing", Sparkline(usual, normalRange: 0.384...0.444, maturing: 1)),
        (
            "maturing-signal",
            Sparkline(usual.dropLast() + [0.36], normalRange: 0.384...0.444, maturing: 1, end: .signal)
        ),
        ("maturing-tail", Sparkline(usual.dropLast(3) + [0.38, 0.31, 0.12], maturing: 3)),
        ("empty", Sparkline([])),
        ("one-point", Sparkline([0.4])),
        ("gaps", Sparkline([0.4, nil, 0.42, 0.41, nil, nil, 0.43, nil, 0.39, 0.4, 0.41, 0.4])),
        ("newest-unknown", Sparkline([0.4, 0.41, 0.39, 0.42, 0.4, 0.43, nil])),
        ("all-zero", Sparkline([0, 0, 0, 0, 0, 0, 0], normalRange: 0...0)),
        ("hundred-percent", Sparkline([1, 1, 1, 1, 1, 1, 1], normalRange: 1...1)),
        ("year", Sparkline((0..<52).map { 0.4 + Double($0 * $0 % 11) / 200 }, maturing: 2, width: 208)),
    ]

    static func points(
        _ values: [Double?],
        maturing: Int = 0,
        spread: Double = 0.014,
        label: String? = nil,
        signal: (index: Int, RateTrend.Signal)? = nil
    ) -> [RateTrend.Point] {
        let labelled = values.indices.last { $0 < values.count - maturing && values[$0] != nil }
        return values.enumerated().map { index, value in
            RateTrend.Point(
                tick: "\(index + 35). hf",
                value: value,
                interval: value.map { max(0, $0 - spread)...min(1, $0 + spread) },
                isMaturing: index >= values.count - maturing,
                signal: signal.flatMap { $0.index == index ? $0.1 : nil },
                label: index == labelled ? label : nil
            )
        }
    }

    static func trend(
        _ name: String,
        _ title: String,
        _ points: [RateTrend.Point],
        normalRange: RateTrend.NormalRange? = nil,
        target: RateTrend.Target? = nil,
        marks: [RateTrend.Mark] = []
    ) -> (String, RateTrend) {
        let axis = RateTrend.axis(
            for: points,
            normalRange: normalRange?.limits,
            target: target?.value,
            text: percentText
        )
        let figure = RateTrend(
            frame: frame("trend-\(name)", title),
            points: points,
            normalRange: normalRange,
            target: target,
            marks: marks,
            maturingLabel: "henüz olgunlaşıyor",
            axis: axis
        )
        return (name, figure)
    }

    static let usualRange = RateTrend.NormalRange(0.384...0.444, label: "olağan aralık")
    static let target = RateTrend.Target(0.4, label: "hedef")

    static let trends: [(String, RateTrend)] = [
        trend(
            "signal",
            "Etkinleşme → nitelikli aday oranı 46. haftada olağan aralığın altına indi",
            points(usual.dropLast() + [0.36, 0.312], maturing: 1, label: "46. hafta %36,0", signal: (11, .bad)),
            normalRange: usualRange,
            target: target
        ),
        trend("usual", "Oran olağan aralıkta", points(usual, label: "46. hafta %41,1"), normalRange: usualRange),
        trend(
            "good-signal",
            "Oran hedefin üstüne çıktı",
            points(usual.dropLast() + [0.48], label: "46. hafta %48,0", signal: (11, .good)),
            normalRange: usualRange,
            target: RateTrend.Target(0.45, label: "hedef")
        ),
        trend(
            "maturing-tail",
            "Son dört hafta kesin değil",
            points(usual.dropLast(4) + [0.39, 0.31, 0.2, 0.08], maturing: 4, label: "42. hafta %42,4"),
            normalRange: usualRange,
            target: target
        ),
        trend("all-maturing", "Hiçbir hafta kesin değil", points([0.3, 0.28, 0.25, 0.2, 0.12, 0.02], maturing: 6)),
        trend("empty", "Hafta yok", []),
        trend("one-point", "Tek hafta", points([0.4], label: "35. hafta %40,0")),
        trend(
            "gaps",
            "Boş haftalar çizgiyi keser",
            points([0.4, nil, 0.42, 0.41, nil, nil, 0.43, 0.4, nil, 0.41], label: "44. hafta %41,0")
        ),
        trend("all-zero", "Kimse geçmedi", points([0, 0, 0, 0, 0, 0, 0], spread: 0.005, label: "41. hafta %0,0")),
        trend(
            "hundred-percent",
            "Herkes geçti",
            points([1, 1, 1, 1, 1, 1], spread: 0.004, label: "40. hafta %100,0"),
            target: RateTrend.Target(1, label: "hedef")
        ),
        trend(
            "provisional",
            "Yedi haftadan geçici bir aralık",
            points(Array(usual.prefix(8)), label: "42. hafta %42,4"),
            normalRange: RateTrend.NormalRange(0.39...0.43, label: "geçici olağan aralık", isProvisional: true)
        ),
        trend(
            "marks",
            "İki öneri uygulandı",
            points(usual.dropLast() + [0.46], label: "46. hafta %46,0", signal: (11, .good)),
            normalRange: usualRange,
            target: target,
            marks: [
                .init(at: 4, label: "Tek vaatli form"),
                .init(at: 6, label: "Çekoslovakyalılaştıramadıklarımızdan mısınız kampanyası"),
                .init(at: 11, label: "Karşılaştırma sayfası"),
            ]
        ),
        trend(
            "crowded",
            "Etiketler çakışmaz",
            points([0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4], maturing: 1, label: "41. hafta %40,0", signal: (6, .bad)),
            normalRange: RateTrend.NormalRange(0.398...0.402, label: "olağan aralık"),
            target: target,
            marks: [.init(at: 6, label: "Yeni sayfa"), .init(at: 7, label: "Yeni fiyat")]
        ),
        trend(
            "small-rates",
            "Binde birlik oranlar",
            points([0.0011, 0.0013, 0.0012, 0.001, 0.0014, 0.0012], spread: 0.0003, label: "40. hafta %0,1")
        ),
        trend(
            "year",
            "Elli iki hafta",
            points((0..<52).map { 0.4 + Double($0 * $0 % 11) / 200 }, label: "86. hafta %40,5"),
            normalRange: usualRange
        ),
    ]
}
