import Funnel
import Settings
import Testing

/// A configuration with everything in it.
@Suite struct ContractTests {
    private let yaml = """
        version: 1
        site:
          title: { tr: Haftalık huni raporu, en: Weekly funnel report }
          languages: [tr, en]
          time_zone: Europe/Istanbul
          base_url: https://example.org/funnel/
          currency: TRY
          publish_people: false
        sources:
          web:
            form: events
            files: content/data/web/*.csv.gz
            columns: { entity: user_id, time: timestamp, event: event }
          crm:
            form: records
            files: [content/data/crm.csv]
            columns: { entity: lead_id, amount: amount, owner: owner, reason: reason }
            stages: { lead: created_at, mql: mql_at, sal: sal_at, sql: sql_at, won: won_at }
            outcomes: { lost: lost_at, disqualified: disqualified_at, recycled: recycled_at }
            missing: ["", Select]
            join: [ { file: content/data/deals.csv, key: { lead_id: lead } } ]
          shop:
            form: events
            files: { home: home.csv, search: search.csv, payment: payment.csv }
            columns: { entity: user_id, time: date }
            join: [ { file: users.csv, key: user_id } ]
          trial:
            form: counts
            files: content/data/trial-*.csv
            columns: { date: Date }
            stages: { visit: Pageviews, click: Clicks, enrol: Enrollments }
            variant: { from: file, values: { control: trial-control.csv, experiment: trial-experiment.csv } }
            read: { numbers: "1.234,56", dates: "DD.MM.YYYY", year: 2014, encoding: windows-1254, delimiter: ";", skip: 5 }
          mail:
            form: measures
            files: content/data/mail.csv
        measures:
          open_rate: { source: mail, ratio: [opens, delivered], unit: percent, better: up, name: { tr: Açma oranı, en: Open rate } }
          visitors: { source: mail, sum: visitors, better: up }
        segments:
          hr-new: { role: hr, staff: { over: 10 }, tenure_years: { under: 1 } }
        tests:
          - { id: trial, source: trial, stage: enrol, baseline: 0.2, detect: 2pp, power: 0.8 }
        funnels:
          - id: journey
            source: web
            preset: customer-journey
            entity: { tr: [kişi, kişi], en: [person, people] }
            window: 14d
            order: ordered
            cohort: first
            dimensions: [channel, device, { id: month, from: time, part: month }]
            touch: entry
            stages:
              - id: awareness
                match: { event: visit }
                measures: [visitors]
              - id: interest
                short: { tr: İlgi, en: Interest }
                match: { any: [ { event: signup }, { event: download, kind: [ebook, guide] } ] }
                target: { rate: 0.25, count: 5000 }
          - id: pipeline
            source: crm
            preset: sales-pipeline
            matures_after: 60d
            sla: { mql: 24h }
          - id: whole
            join: [journey, pipeline]
            key: { journey: lead_id, pipeline: lead_id }
        """

    @Test func everythingAtOnceIsRead() throws {
        let settings = try Settings(yaml: yaml, file: "huni.yaml")
        #expect(settings.sources.map(\.id) == ["web", "crm", "shop", "trial", "mail"])
        #expect(settings.sources.map(\.form.kind) == [.events, .records, .events, .counts, .measures])
        #expect(settings.measures.map(\.id) == ["open_rate", "visitors"])
        #expect(settings.segments.map(\.id) == ["hr-new"])
        #expect(settings.tests.map(\.id) == ["trial"] && settings.tests[0].detect == 0.02)
        #expect(settings.funnels.map(\.definition.id) == ["journey", "pipeline", "whole"])
        #expect(settings.funnels[0].definition.dimensions.map(\.id) == ["channel", "device", "month"])
        #expect(settings.funnels[0].stages.map(\.measures) == [["visitors"], []])
        #expect(settings.funnels[1].sla == ["mql": 86_400])
        #expect(
            settings.funnels[2].definition.stages.map(\.id) == [
                "awareness", "interest", "lead", "mql", "sal", "sql", "won",
            ]
        )
        #expect(settings.site.currency == "TRY" && !settings.site.publishesPeople)
    }
}
