import Calendars
import Diagnostics
import Funnel
import Records
import Settings
import Testing

@Suite struct SettingsTests {
    private let whole = """
        version: 1
        site:
          title: { tr: Rapor, en: Report }
          languages: [en, tr]
          time_zone: Europe/Istanbul
          base_url: https://example.org/funnel
          currency: EUR
          publish_people: true
        sources:
          web:
            form: events
            files: [a.csv, data/*.csv]
            columns: { entity: user_id, time: ts, event: name }
            missing: [n/a]
            read: { delimiter: ";" }
        funnels:
          - id: journey
            source: web
            preset: customer-journey
            window: 2w
            cohort: every
            touch: last
            entity: { tr: [üye, üye], en: [member, members] }
            dimensions: [channel, { id: month, from: time, part: month, touch: first }]
            stages:
              - id: awareness
              - id: interest
                short: İlgi
                match: { any: [ { event: signup }, { event: download, kind: [ebook, guide] } ] }
                target: { rate: 0.25, count: 5000 }
              - { id: extra, name: Extra, owner: Ops }
        """

    @Test func everythingThatCanBeSaidIsRead() throws {
        let settings = try Settings(yaml: whole, file: "huni.yaml")
        #expect(settings.site.languages == ["en", "tr"])
        #expect(settings.site.baseURL == "https://example.org/funnel/")
        #expect(settings.site.currency == "EUR" && settings.site.publishesPeople)
        let source = settings.sources[0]
        #expect(source.files.map(\.pattern.text) == ["a.csv", "data/*.csv"])
        #expect(source.format.delimiter == UInt8(ascii: ";"))
        #expect(source.format.missing == ["n/a"])
        #expect(source.format.zone.name == "Europe/Istanbul")
        let funnel = settings.funnels[0].definition
        #expect(funnel.windowSeconds == 1_209_600)
        #expect(funnel.cohort == .every)
        #expect(
            funnel.dimensions == [
                Dimension(id: "channel", origin: .column("channel"), touch: .last),
                Dimension(id: "month", origin: .date(.month), touch: .first),
            ]
        )
        #expect(funnel.stages.map(\.id) == ["awareness", "interest", "extra"])
        #expect(
            funnel.stages[1].condition
                == .any([
                    .column("event", isOneOf: ["signup"]),
                    .all([.column("event", isOneOf: ["download"]), .column("kind", isOneOf: ["ebook", "guide"])]),
                ])
        )
        #expect(funnel.columns == ["channel", "event", "kind"])
        let stages = settings.funnels[0].stages
        #expect(stages[0].name.text(in: "tr") == "Farkındalık")
        #expect(stages[0].phase == .tofu)
        #expect(stages[1].target.rate == 0.25 && stages[1].target.count == 5000)
        #expect(stages[2].owner == .named(LocalizedText("Ops")))
        #expect(settings.funnels[0].noun?.forms(in: "en")?["many"] == "members")
    }

    @Test func aStageWithoutMatchIsItsOwnEvent() throws {
        let settings = try Settings(yaml: whole, file: "huni.yaml")
        #expect(settings.funnels[0].definition.stages[0].condition == .column("event", isOneOf: ["awareness"]))
    }

    @Test(arguments: Preset.allCases)
    func aPresetAloneIsAFunnel(preset: Preset) throws {
        let yaml = minimal.replacing("stages: [{ id: a }, { id: b }]", with: "preset: \(preset.rawValue)")
        let settings = try Settings(yaml: yaml, file: "huni.yaml")
        #expect(settings.funnels[0].definition.stages.map(\.id) == preset.stages.map(\.id))
    }

    private let minimal = """
        version: 1
        site: { title: T }
        sources: { web: { form: events, files: a.csv, columns: { entity: e, time: t } } }
        funnels: [{ id: f, source: web, stages: [{ id: a }, { id: b }] }]
        """

    @Test(arguments: [
        ("version: 1", "version: 2", "1:10", "'2' is no version"),
        ("title: T", "titel: T", "2:9", "unknown key 'titel'"),
        ("title: T", "title: T, languages: [tr, fr]", "2:35", "no such language 'fr'"),
        ("title: T", "title: T, time_zone: Istanbul", "2:30", "'Istanbul' is no time_zone"),
        ("title: T", "title: T, base_url: example.org", "2:29", "'example.org' is no base_url"),
        ("title: T", "title: {}", "2:16", "'title' must be a text"),
        ("title: T", "title: T, currency: try", "2:29", "'try' is no currency"),
        ("title: T", "title: T, publish_people: yes", "2:35", "'yes' is no truth value"),
        ("title: T", "title: T, hide_below: 5", "2:19", "unknown key 'hide_below'"),
        ("form: events", "form: event", "3:25", "'event' is no form"),
        ("files: a.csv", "files: ../a.csv", "3:40", "'../a.csv' is no path"),
        ("entity: e,", "", "3:56", "missing key 'entity'"),
        (
            "funnels:", "measures: { m: { source: web, sum: a, unit: currency } }\nfunnels:", "4:45",
            "the site names no currency"
        ),
        ("source: web", "source: wbe", "4:28", "no such source 'wbe'"),
        ("source: web", "source: web, window: 14", "4:41", "'14' is no window"),
        ("source: web", "source: web, cohort: last", "4:41", "'last' is no cohort"),
        ("source: web", "source: web, order: free", "4:40", "'free' is no order"),
        ("{ id: b }", "{ id: a }", "4:59", "two stages of the funnel have the id 'a'"),
        ("{ id: b }", "{ id: B! }", "4:59", "'B!' cannot be a name"),
        (", { id: b }", "", "4:41", "has 1"),
        ("{ id: b }", "{ id: b, target: { rate: 25 } }", "4:78", "'25' is no rate"),
        ("{ id: b }", "{ id: b, match: signup }", "4:69", "a condition must name columns"),
    ])
    func aFaultHasItsPlace(right: String, wrong: String, place: String, message: String) {
        let yaml = minimal.replacing(right, with: wrong)
        #expect {
            _ = try Settings(yaml: yaml, file: "huni.yaml")
        } throws: { error in
            let diagnostics = (error as? Failure)?.diagnostics ?? []
            let found = diagnostics.contains {
                $0.position.map { "\($0)" } == "huni.yaml:\(place)" && $0.message.contains(message) && $0.remedy != nil
            }
            return found
        }
    }

    @Test func severalFaultsAreReportedInTheOrderOfTheFile() {
        let yaml = minimal.replacing("title: T", with: "titel: T").replacing("source: web", with: "source: wbe")
        #expect {
            _ = try Settings(yaml: yaml, file: "huni.yaml")
        } throws: { error in
            let lines = (error as? Failure)?.diagnostics.compactMap { $0.position?.line } ?? []
            return lines.count >= 2 && lines == lines.sorted() && Set(lines) == [2, 4]
        }
    }

    @Test(arguments: ["site: [", "a: 1\na: 2", "", "- x"])
    func whatIsNoMappingIsAFailureWithAPlace(yaml: String) {
        #expect {
            _ = try Settings(yaml: yaml, file: "huni.yaml")
        } throws: { error in
            (error as? Failure)?.diagnostics.allSatisfy { $0.position?.line != nil } == true
        }
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        let settings = try Settings(yaml: minimal, file: "huni.yaml")
        #expect(settings.site.languages == ["tr", "en"])
        #expect(settings.site.zone.name == "UTC")
        #expect(settings.site.currency == nil && !settings.site.publishesPeople)
        #expect(settings.measures.isEmpty && settings.segments.isEmpty && settings.tests.isEmpty)
        let funnel = settings.funnels[0]
        #expect(funnel.view == .cohort && funnel.skipped == .backfill && funnel.sla.isEmpty)
        #expect(funnel.definition.windowSeconds == nil && funnel.definition.cohort == .first)
    }

    @Test func valuesHaveNamesForReaders() throws {
        let yaml = minimal + "\nvalues:\n  ads: { tr: reklam, en: adverts }\n  Web Form: Web\n"
        let names = try Settings(yaml: yaml, file: "huni.yaml").valueNames
        #expect(names["ads"]?.text(in: "tr") == "reklam" && names["ads"]?.text(in: "en") == "adverts")
        #expect(names["Web Form"]?.text(in: "tr") == "Web" && names.count == 2)
    }
}
