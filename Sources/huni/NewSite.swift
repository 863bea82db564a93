internal import ArgumentParser
internal import Calendars
internal import LivingExample
internal import Settings
internal import Starter

/// The files of a new site: configuration, notes, plays and twelve weeks of sample data.
struct NewSite {
    /// The funnels that a new site can begin with.
    enum Preset: String, CaseIterable, ExpressibleByArgument {
        case customerJourney = "customer-journey"
        case marketing
    }

    let preset: Preset
    let languages: [String]

    var files: [(path: String, bytes: [UInt8])] {
        [("huni.yaml", Array(configuration.utf8))] + data
            + starterFiles(preset: preset.rawValue, languages: languages)
    }

    private var stages: [(id: String, event: String)] {
        switch preset {
        case .customerJourney:
            [
                ("awareness", "visit"), ("interest", "signup"), ("decision", "trial"), ("purchase", "order"),
                ("loyalty", "order"),
            ]
        case .marketing: [("awareness", "visit"), ("consideration", "signup"), ("conversion", "order")]
        }
    }

    private var data: [(path: String, bytes: [UInt8])] {
        let story = Story.sample(
            stageEvents: stages.map { [$0.event] },
            firstWeek: Week(year: 2026, week: 36) ?? Week(number: 0),
            weeks: 12
        )
        return SampleEvents(story).files.map { ("content/data/web/\($0.week).csv", $0.bytes) }
    }

    private var configuration: String {
        let turkish = languages.contains("tr") ? "tr: Haftalık huni raporu" : nil
        let english = languages.contains("en") ? "en: Weekly funnel report" : nil
        let title = [turkish, english].compactMap { $0 }.joined(separator: ", ")
        let list = stages.map { stage in
            "      - id: \(stage.id)\n        match: { event: \(stage.event) }"
        }
        return """
            # The site's configuration. `huni help config` explains every key.
            version: 1
            site:
              title: { \(title) }
              languages: [\(languages.joined(separator: ", "))]
              time_zone: Europe/Istanbul
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
