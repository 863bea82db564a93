internal import Calendars
internal import LivingExample
internal import Settings

extension NewSite {
    /// Twenty weeks of a CRM's leads or deals.
    var recordSample: Sample {
        let firstWeek = Week(year: 2026, week: 28) ?? Week(number: 0)
        let story: PipelineStory =
            preset == .deal ? .deals(firstWeek: firstWeek, weeks: 20) : .leads(firstWeek: firstWeek, weeks: 20)
        return Sample(
            files: [("content/data/crm.csv", SampleRecords(story).bytes)],
            configuration: preset == .deal ? dealConfiguration : leadConfiguration
        )
    }

    private var leadConfiguration: String {
        """
          currency: TRY
        sources:
          crm:
            form: records
            files: content/data/crm.csv            # sample data: put your own export here
            columns: { entity: lead_id, amount: amount, owner: owner, reason: reason }
            stages: { lead: created_at, mql: mql_at, sal: sal_at, sql: sql_at, won: won_at }
            outcomes: { lost: lost_at, disqualified: disqualified_at, recycled: recycled_at }
        funnels:
          - id: pipeline
            source: crm
            preset: sales-pipeline
            entity: { tr: [aday, aday], en: [lead, leads] }
            matures_after: 60d
            dimensions: [source]

        """
    }

    private var dealConfiguration: String {
        """
          currency: TRY
        sources:
          crm:
            form: records
            files: content/data/crm.csv            # sample data: put your own export here
            columns: { entity: deal_id, amount: amount, owner: owner, reason: reason }
            stages: { research: research_at, evaluation: evaluation_at, commitment: commitment_at, won: won_at }
            outcomes: { lost: lost_at }
        funnels:
          - id: deals
            source: crm
            preset: deal
            entity: { tr: [fırsat, fırsat], en: [deal, deals] }
            matures_after: 60d

        """
    }
}
