internal import Calendars
internal import LivingExample
internal import Settings

extension NewSite {
    /// Twelve weeks of a website's visitors.
    var eventSample: Sample {
        let story = Story.sample(
            stageEvents: stages.map { [$0.event] },
            firstWeek: Week(year: 2026, week: 36) ?? Week(number: 0),
            weeks: 12
        )
        return Sample(
            files: SampleEvents(story).files.map { ("content/data/web/\($0.week).csv", $0.bytes) },
            configuration: eventConfiguration
        )
    }

    private var stages: [(id: String, event: String)] {
        preset == .marketing
            ? [("awareness", "visit"), ("consideration", "signup"), ("conversion", "order")]
            : [
                ("awareness", "visit"), ("interest", "signup"), ("decision", "trial"), ("purchase", "order"),
                ("loyalty", "order"),
            ]
    }

    private var eventConfiguration: String {
        let list = stages.map { stage in
            "      - id: \(stage.id)\n        match: { event: \(stage.event) }"
        }
        return """
            sources:
              web:
                form: events
                files: content/data/web/*.csv      # sample data: put your own files here
                columns: { entity: user_id, time: time, event: event }
            funnels:
              - id: journey
                source: web
                preset: \(preset.rawValue)
                window: 28d
                dimensions: [channel, device]
                stages:
            \(list.joined(separator: "\n"))

            """
    }
}
