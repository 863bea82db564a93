internal import Settings
internal import Starter

/// The files of a new site: configuration, notes, plays and some weeks of sample data.
struct NewSite {
    let preset: Preset
    let languages: [String]

    var files: [(path: String, bytes: [UInt8])] {
        let sample: Sample =
            switch preset {
            case .customerJourney, .marketing: eventSample
            case .salesPipeline, .deal: recordSample
            }
        return [("huni.yaml", Array((Self.heading(languages: languages) + sample.configuration).utf8))] + sample.files
            + starterFiles(preset: preset.rawValue, languages: languages)
    }

    /// Sample data, and the part of the configuration that reads them.
    struct Sample {
        var files: [(path: String, bytes: [UInt8])]
        var configuration: String
    }

    /// How a new configuration begins.
    static func heading(languages: [String]) -> String {
        let turkish = languages.contains("tr") ? "tr: Haftalık huni raporu" : nil
        let english = languages.contains("en") ? "en: Weekly funnel report" : nil
        let titles = [turkish, english].compactMap { $0 }
        let title = titles.isEmpty ? "Weekly funnel report" : "{ \(titles.joined(separator: ", ")) }"
        return """
            # The site's configuration. `huni help config` explains every key.
            version: 1
            site:
              title: \(title)
              languages: [\(languages.joined(separator: ", "))]
              time_zone: Europe/Istanbul

            """
    }
}
