import Settings
import Testing

/// Which paths a pattern stands for.
@Suite struct FilePatternTests {
    @Test(arguments: [
        ("a.csv", "a.csv", true), ("a.csv", "b.csv", false), ("a.csv", "data/a.csv", false),
        ("data/*.csv", "data/a.csv", true), ("data/*.csv", "data/.csv", true), ("data/*.csv", "data/x/a.csv", false),
        ("data/*.csv", "a.csv", false), ("a*c", "abc", true), ("a*c", "ac", true), ("a*a", "a", false),
        ("a*b*c", "axbxc", true), ("a*b*c", "axcxb", false), ("*", "anything", true), ("a**c", "abc", true),
        ("*.csv.gz", "a.csv", false),
    ])
    func starStandsForAnyRunInTheLastPart(pattern: String, path: String, expected: Bool) throws {
        let yaml = """
            version: 1
            site: { title: T }
            sources: { web: { form: events, files: "\(pattern)", columns: { entity: e, time: t } } }
            funnels: [{ id: f, source: web, stages: [{ id: a }, { id: b }] }]
            """
        let source = try Settings(yaml: yaml, file: "huni.yaml").sources[0]
        #expect(source.files[0].pattern.matches(path) == expected)
        #expect(source.files[0].pattern.hasWildcard == pattern.contains("*"))
    }
}
