import Foundation
import Settings
import Testing

/// The keys of huni.yaml as they are explained to people and to editors.
@Suite struct SettingSectionTests {
    @Test func everyKeyIsExplained() {
        for section in SettingSection.all {
            var seen: Set<String> = []
            for key in section.keys {
                let place = "\(section.path).\(key.name)"
                #expect(key.meaning.hasSuffix("."), "\(place) is not explained by a sentence")
                #expect(!key.example.isEmpty, "\(place) has no example")
                #expect(!key.type.words.isEmpty, "\(place) has no type")
                let forms = key.forms.isEmpty ? [""] : key.forms.map(\.rawValue)
                for form in forms { #expect(seen.insert(key.name + form).inserted, "\(place) stands twice") }
            }
        }
    }

    @Test func sectionsHavePathsOfTheirOwn() {
        let paths = SettingSection.all.map(\.path)
        #expect(Set(paths).count == paths.count)
    }

    /// `huni help schema > Sources/Settings/huni.schema.json` writes it again.
    @Test func theSchemaInTheRepositoryIsTheOneOfTheProgram() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Settings/huni.schema.json")
        #expect(try String(contentsOf: file, encoding: .utf8) == Settings.schema)
    }

    @Test func theSchemaHasTheKeysOfEachFormAndNoOthers() throws {
        let schema = try #require(try object(Settings.schema))
        #expect(schema["additionalProperties"] as? Bool == false)
        #expect(schema["required"] as? [String] == ["version", "site", "sources", "funnels"])
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties["version"]?["type"] as? String == "integer")
        let source = try #require(properties["sources"]?["additionalProperties"] as? [String: Any])
        #expect((source["properties"] as? [String: Any])?["stages"] as? Bool == true)
        let rules = try #require(source["allOf"] as? [[String: [String: Any]]])
        #expect(rules.count == 4)
        for (rule, stages) in zip(rules, [false, true, true, false]) {
            let then = try #require(rule["then"]?["properties"] as? [String: Any])
            #expect((then["stages"] as? Bool == false) == !stages)
        }
        #expect(rules.map { $0["then"]?["required"] as? [String] } == [["columns"], ["columns"], nil, nil])
    }

    private func object(_ text: String) throws -> [String: Any]? {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    }
}
