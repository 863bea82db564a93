import Foundation
import Testing

@testable import Figures

@Suite struct PartsTests {
    @Test func twelveCategoriesAreFourAndTheRest() {
        let grouping = CategoryGrouping([1, 9, 3, 9, 0, 2, 7, 1, 1, 1, 1, 1])
        #expect(grouping.kept == [1, 3, 6, 2])
        #expect(grouping.rest == [0, 5, 7, 8, 9, 10, 11])
        #expect(CategoryGrouping([0, 0]) == CategoryGrouping([]))
        #expect(CategoryGrouping([1, 1, 1, 1]).rest.isEmpty)
    }

    @Test func aMixIsDrawnOnlyWhereItReallyChanged() {
        let same = Array(repeating: 100, count: 8)
        let falling = [180, 170, 150, 130, 70, 60, 50, 40]
        #expect(!ChannelMix.isShown([same, same]))
        #expect(ChannelMix.isShown([same, falling]))
        #expect(!ChannelMix.isShown([Array(same.prefix(5)), Array(falling.prefix(5))]), "five weeks are too few")
        #expect(!ChannelMix.isShown([[1, 0, 1, 0, 1, 1], [0, 1, 1, 1, 0, 0]]), "so few may be chance")
        #expect(!ChannelMix.isShown([[0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]]) && !ChannelMix.isShown([]))
    }

    @Test(arguments: FigureSamples.mixes.map(\.0))
    func namesBesideAMixDoNotTouch(name: String) throws {
        let mix = try #require(FigureSamples.mixes.first { $0.0 == name }).1
        let baselines = MixLayout(of: mix).labels.map(\.baseline).sorted()
        for (one, next) in zip(baselines, baselines.dropFirst()) { #expect(next - one >= 30.9) }
        for baseline in baselines { #expect(baseline - 11 >= 0 && baseline + 14 <= 226) }
    }

    @Test func thePartsOfABarFillItButForTheirGaps() {
        let mix = FigureSamples.mixes[0].1
        let newest = MixLayout(of: mix).blocks.filter { $0.week == 11 }
        let height = newest.reduce(0) { $0 + $1.height } + 2 * Double(newest.count)
        #expect(abs(height - (MixLayout.bottom - MixLayout.top)) < 0.001)
        #expect(newest.first.map { $0.top + $0.height + 2 } == MixLayout.bottom)
    }

    @Test(arguments: [(0.0, 0), (0.19, 0), (0.2, 1), (0.59, 2), (0.8, 4), (1, 4), (7, 4), (-1, 0)])
    func fiveBluesHaveEqualParts(value: Double, step: Int) {
        #expect(HeatLayout.step(of: value, least: 0, most: 1) == step)
    }

    @Test func cellsOfOneNumberHaveOneBlue() {
        #expect(HeatLayout.step(of: 0, least: 0, most: 0) == 0)
        #expect(HeatLayout.step(of: 0.5, least: 0.5, most: 0.5) == 2)
        #expect(!HeatMap.isShown(cohorts: 5) && HeatMap.isShown(cohorts: 6))
    }

    @Test func curvesOfThousandsOfStepsStayShort() {
        let points = (1...5000).map { TimeCurve.Point(age: Double($0) / 500, share: Double($0) / 5000) }
        let ages = ValueAxis(range: 0...10, ticks: [(0, "0"), (5, "5"), (10, "10")])
        let frame = FigureSamples.frame("curve", "")
        let figure = TimeCurve(frame: frame, points: points, milestones: [], ages: ages, tickTexts: ["", "", ""])
        let layout = TimeCurveLayout(of: figure)
        #expect(layout.curve.count < 450)
        #expect(layout.curve.last == Position(x: 100, y: TimeCurveLayout.top))
        #expect(!TimeCurve.isShown(medianSeconds: 59) && TimeCurve.isShown(medianSeconds: 60))
    }

    @Test func twoToTwelvePartsCanBeCompared() {
        let part: [Double?] = [1, 1, 1, 1, 1, 1]
        #expect(!SmallMultiples.isShown([part]) && SmallMultiples.isShown([part, part]))
        #expect(!SmallMultiples.isShown([part, [1, nil, 1, 1, 1, 1]]))
        #expect(!SmallMultiples.isShown(Array(repeating: part, count: 13)))
    }

    /// Colours as the style sheet has them, not as somebody remembers them.
    @Test(arguments: [false, true])
    func wordsOnEachBlueCanBeRead(isDark: Bool) throws {
        let sheet = try String(
            contentsOf: URL(filePath: #filePath).appending(path: "../../../Templates/style.css").standardized,
            encoding: .utf8
        )
        let parts = sheet.components(separatedBy: ":root{")
        let light = colours(in: parts[1])
        let colours = isDark ? light.merging(colours(in: parts[2])) { $1 } : light
        func colour(_ name: String) throws -> String {
            let value = try #require(colours[name], "\(name)")
            if value.hasPrefix("var(--") { return try colour(String(value.dropFirst(6).dropLast())) }
            return value.count == 4 ? "#" + value.dropFirst().map { "\($0)\($0)" }.joined() : value
        }
        for step in 1...5 {
            let words = try colour(step == 5 ? "bg" : step == 4 ? "t4" : "ink")
            let contrast = try contrast(luminance(of: colour("h\(step)")), luminance(of: words))
            #expect(contrast >= 4.5, "step \(step): \(contrast)")
            if !isDark {
                #expect(Paint.heat[step - 1].light == (try colour("h\(step)")))
                #expect(Paint.heatWords[step - 1].light == words)
            }
        }
    }

    private func colours(in text: String) -> [String: String] {
        var colours: [String: String] = [:]
        for declaration in text.prefix(while: { $0 != "}" }).split(whereSeparator: { $0 == ";" || $0.isNewline }) {
            let sides = declaration.split(separator: ":")
            if sides.count == 2, sides[0].hasPrefix("--") { colours[String(sides[0].dropFirst(2))] = String(sides[1]) }
        }
        return colours
    }

    /// Relative luminance of `#rrggbb` (WCAG 2.2).
    private func luminance(of colour: String) throws -> Double {
        let number = try #require(Int(colour.dropFirst(), radix: 16))
        let parts = [16, 8, 0].map { shift -> Double in
            let share = Double(number >> shift & 255) / 255
            return share <= 0.040_45 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }
}
