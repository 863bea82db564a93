internal import Diagnostics
internal import Inspection
internal import Report
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
        let heading = NewSite.heading(languages: languages)
        let text = heading + proposal.yaml
        let days = maturity(by: try Settings(yaml: text, file: file))
        guard !days.isEmpty else { return text }
        let maturing = heading + proposal.maturing(after: days).yaml
        _ = try Settings(yaml: maturing, file: file)
        return maturing
    }

    /// How old weeks must be for their rates to be final, as far as the data tell; by the funnels' ids. Faults of the data
    /// are for the build to tell.
    private func maturity(by settings: Settings) -> [String: Int] {
        guard !data.isEmpty else { return [:] }
        do {
            return try ReportMaker(settings, wantsActivity: false).report { files(of: $0) }.proposedMaturityDays
        } catch {
            return [:]
        }
    }

    private func files(of source: SourceSettings) -> SourceFiles {
        func files(matching pattern: FilePattern) -> [DataFile] {
            data.filter { pattern.hasWildcard ? pattern.matches($0.sitePath) : pattern.text == $0.sitePath }
                .map { DataFile(path: $0.sitePath, bytes: $0.bytes) }
        }
        return SourceFiles(
            source.files.flatMap { files(matching: $0.pattern) },
            joined: source.joins.flatMap { files(matching: $0.file) }
        )
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
