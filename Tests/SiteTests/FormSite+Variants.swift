/// A test of two variants, and feedback by theme.
extension FormSite {
    /// Two hundred visitors of each variant on a Monday, of whom 40 and 80 sign up; later ones have not matured.
    static func variants(_ test: String = "baseline: 0.2, detect: 15pp") -> FormSite {
        var rows = "who,at,event,group\n"
        for (group, signups) in [("a", 40), ("b", 80)] {
            for number in 0..<200 {
                rows += "\(group)\(number),2026-06-01,visit,\(group)\n"
                if number < signups { rows += "\(group)\(number),2026-06-02,signup,\(group)\n" }
                if number < 10 { rows += "\(group)\(number),2026-06-03,order,\(group)\n" }
            }
            for day in 10...28 { rows += "\(group)late\(day),2026-06-\(day),visit,\(group)\n" }
        }
        let voices =
            "week,measure,value,theme,stage\n2026-W23,complaints,3,late,order\n2026-W24,complaints,1,broken,order\n"
            + "2026-W24,complaints,7,price,signup\n"
        return FormSite(settings: settings(test), data: ["web": rows, "voice": voices])
    }

    private static func settings(_ test: String) -> String {
        """
        sources:
          web:
            form: events
            files: web.csv
            columns: { entity: who, time: at, event: event }
            variant: { column: group }
          voice:
            form: measures
            files: voice.csv
            columns: { week: week, name: measure, value: value, theme: theme, stage: stage }
        measures:
          complaints: { source: voice, sum: complaints, name: { tr: Şikâyet, en: Complaints } }
        tests:
          - { id: button, source: web, stage: signup, \(test), name: { tr: Düğme, en: Button } }
        funnels:
          - id: journey
            source: web
            window: 7d
            stages:
              - { id: visit }
              - { id: signup, name: { tr: Kayıt, en: Sign-up }, measures: [complaints] }
              - { id: order, measures: [complaints] }
        """
    }
}
