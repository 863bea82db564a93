import Foundation
import Testing

@testable import Figures

/// What the figures write, byte for byte. `gallery.sh` lays the goldens out as one page to look at.
@Suite struct GoldenTests {
    @Test(arguments: FunnelSamples.all.map(\.name))
    func funnelsAreWrittenAsTheirGoldens(name: String) throws {
        let sample = try #require(FunnelSamples.all.first { $0.name == name })
        try expectGolden("funnel-\(name)", sample.figure.html())
    }

    @Test func hatchesAreWrittenAsTheirGolden() throws {
        try expectGolden("hatches", Hatch.definitions())
    }

    @Test func tablesAreWrittenAsTheirGolden() throws {
        let table = DataTable(
            caption: "Haftalar & oranlar",
            hidesCaption: false,
            columns: [.init("Hafta"), .init("Giren", isNumeric: true), .init("Not")],
            rows: [
                .init([.link("46. hafta", to: "../a&b/index.html"), .text("5.117"), .markup("<b>sinyal</b>")]),
                .init(["Toplam", "61.204", "<yok>"], className: "total"),
            ]
        )
        try expectGolden("table", table.html())
    }

    @Test(arguments: FigureSamples.all.map(\.name))
    func figuresAreWrittenAsTheirGoldens(name: String) throws {
        let sample = try #require(FigureSamples.all.first { $0.name == name })
        try expectGolden(name, sample.html)
    }

    @Test func noTwoSamplesShareAName() {
        #expect(Set(FigureSamples.all.map(\.name)).count == FigureSamples.all.count)
    }

    @Test(
        arguments: FunnelSamples.all.map { ($0.name, $0.figure.html()) } + FigureSamples.all.map { ($0.name, $0.html) }
    )
    func noFigureCarriesStyleOrScript(name: String, html: String) {
        for forbidden in ["style=", "<style", "<script", "\"-0", "nan", "inf\""] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
    }
}
