internal import Diagnostics
internal import Inspection
internal import Settings
internal import Starter

/// The files of a new site over data of the user's own: configuration, the data, and notes where a preset knows a stage.
struct OwnDataSite {
    private let proposal: SettingsProposal
    private let data: [InspectedFile]
    private let languages: [String]

    init(_ proposal: SettingsProposal, of data: [InspectedFile], languages: [String]) {
        self.proposal = proposal
        self.data = data
        self.languages = languages
    }

    /// All files, by their paths relative to the site's folder.
    /// - Parameter shownConfiguration: The path of huni.yaml for messages.
    /// - Throws: `Failure` where no funnel can be made of the data.
    func files(shownConfiguration: String) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        let configuration = try configuration(file: shownConfiguration)
        return [("huni.yaml", Array(configuration.utf8))] + data.map { ($0.sitePath, $0.bytes) } + notes
    }

    /// The text of huni.yaml.
    /// - Throws: `Failure` where no funnel can be made of the data.
    func configuration(file: String) throws(Failure) -> String {
        guard proposal.hasFunnels else {
            throw Failure(
                "these files hold measures, which stages show beside their numbers, and no funnel",
                remedy: "Name files with events, records or counts too."
            )
        }
        let text = NewSite.heading(languages: languages) + proposal.yaml
        _ = try Settings(yaml: text, file: file)
        return text
    }

    /// The notes and plays of the stages that presets know.
    private var notes: [(path: String, bytes: [UInt8])] {
        var taken: Set<String> = []
        return Preset.allCases.flatMap { starterFiles(preset: $0.rawValue, languages: languages) }.filter { file in
            let isStages = proposal.stageIDs.contains { file.path.hasPrefix("content/stages/\($0)/") }
            return isStages && taken.insert(file.path).inserted
        }
    }
}
