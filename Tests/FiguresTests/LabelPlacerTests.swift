import Testing

@testable import Figures

@Suite struct LabelPlacerTests {
    @Test(arguments: FigureSamples.trends.map(\.0))
    func noWordOfATrendCoversAnotherAtAnyWidth(name: String) throws {
        let trend = try #require(FigureSamples.trends.first { $0.0 == name }).1
        let labels = RateTrendLabels(of: trend, in: RateTrendLayout(of: trend)).labels
        for width in stride(from: 244.0, through: 1100, by: 7) {
            let boxes = labels.map { LabelPlacer.box(of: $0.text, $0.kind.extent, at: $0.place, in: width) }
            for (index, box) in boxes.enumerated() {
                #expect(!boxes[..<index].contains(where: box.overlaps), "\(labels[index].text) at \(width)")
                #expect(box.left >= -2 && box.right <= width + 12, "\(labels[index].text) at \(width)")
            }
        }
    }

    @Test func theNewestPointIsAlwaysLabelled() {
        for (name, trend) in FigureSamples.trends where trend.points.contains(where: { $0.label != nil }) {
            let labels = RateTrendLabels(of: trend, in: RateTrendLayout(of: trend)).labels
            #expect(labels.contains { if case .point = $0.kind { true } else { false } }, "\(name)")
        }
    }

    @Test func theFirstOfEqualPlacesIsTaken() {
        var placer = LabelPlacer(rows: 0...100)
        let places = [11.0, 30, 50].map { LabelPlace(x: 0, baseline: $0) }
        #expect(placer.place("a", .small, at: places)?.baseline == 11)
        #expect(placer.place("b", .small, at: Array(places.dropFirst()))?.baseline == 30)
        #expect(placer.place("c", .small, at: places)?.baseline == 50)
        #expect(placer.place("d", .small, at: places) == nil)
    }

    @Test func aPlaceThatCoversNoLineIsBetter() {
        let line = [Position(x: 0, y: 28), Position(x: 100, y: 28)]
        var placer = LabelPlacer(rows: 0...100, lines: [line])
        let places = [30.0, 50].map { LabelPlace(x: 0, baseline: $0) }
        #expect(placer.place("a", .small, at: places)?.baseline == 50)
    }

    @Test func longWordsAreShortenedAndWrapped() {
        #expect(TextExtent.small.shortened("Kısa", to: 100) == "Kısa")
        #expect(TextExtent.small.shortened("Çekoslovakyalılaştıramadıklarımızdan", to: 100) == "Çekoslovak…")
        #expect(
            TextExtent.small.wrapped("Pazarlama nitelikli aday", to: 100, lines: 3) == ["Pazarlama", "nitelikli aday"]
        )
        #expect(TextExtent.small.wrapped("bir iki üç dört beş altı yedi", to: 60, lines: 2) == ["bir iki", "üç dör…"])
        #expect(TextExtent.small.wrapped("", to: 60, lines: 2) == [])
    }
}

extension RateTrendLabels.Label.Kind {
    fileprivate var extent: TextExtent {
        switch self {
        case .point: .strong
        case .target: .smallBold
        case .maturing, .range, .mark: .small
        }
    }
}
