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

    @Test(arguments: FunnelSamples.all.map(\.name))
    func noFigureCarriesStyleOrScript(name: String) throws {
        let html = try #require(FunnelSamples.all.first { $0.name == name }).figure.html()
        for forbidden in ["style=", "<style", "<script", "\"-0", "nan", "inf\""] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
    }

    /// A golden that is not there is recorded, and the test fails: look at it, then keep it or not.
    private func expectGolden(_ name: String, _ written: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
        let file = folder.appending(path: "\(name).html")
        guard FileManager.default.fileExists(atPath: file.path) else {
            try Data(written.utf8).write(to: file)
            Issue.record("recorded \(file.path)")
            return
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(written == golden, "differs from \(file.path); remove it to record anew")
    }
}
