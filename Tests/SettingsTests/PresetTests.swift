import Settings
import Testing

/// The funnels that come with the program.
@Suite struct PresetTests {
    @Test func outcomesHaveNamesInBothLanguages() {
        let names = Preset.allCases.map { preset in
            preset.outcomes.map { [$0.id, $0.name.text(in: "tr") ?? "", $0.name.text(in: "en") ?? ""] }
        }
        let lost = ["lost", "Kaybedildi", "Lost"]
        #expect(
            names == [
                [], [],
                [
                    lost, ["disqualified", "Elendi", "Disqualified"],
                    ["recycled", "Pazarlamaya döndü", "Handed back to marketing"],
                ],
                [lost],
            ]
        )
    }

    @Test func stagesHaveNamesInBothLanguages() {
        for stage in Preset.allCases.flatMap(\.stages) {
            #expect(stage.name.text(in: "tr")?.isEmpty == false && stage.name.text(in: "en")?.isEmpty == false)
        }
    }
}
