public import Diagnostics
internal import YAMLText
internal import Yams

extension Settings {
    /// Reads the text of huni.yaml.
    ///
    /// - Parameters:
    ///   - file: What the file is called in diagnostics.
    ///   - languages: Languages beside the built-in ones, whose texts the site brings.
    /// - Throws: `Failure` with everything that is wrong, in the order of the file.
    public init(yaml text: String, file: String, languages: [String] = []) throws(Failure) {
        let source = YAMLSource(text, file: file)
        guard let root = try source.root() else {
            throw Failure(
                at: SourcePosition(file: file, line: 1),
                "the file is empty",
                remedy: "`huni init` writes one to begin with; `huni help config` explains every key."
            )
        }
        let log = ProblemLog(
            source,
            languages: Settings.knownLanguages + languages.filter { !Settings.knownLanguages.contains($0) }
        )
        let settings = SettingsReader(log: log).settings(root)
        guard let settings, log.problems.isEmpty else {
            throw Failure(
                log.problems.sorted {
                    ($0.position?.line ?? 0, $0.position?.column ?? 0) < (
                        $1.position?.line ?? 0, $1.position?.column ?? 0
                    )
                }
            )
        }
        self = settings
    }
}

/// Turns the file's nodes into settings; what is wrong goes to the log, and reading goes on.
struct SettingsReader {
    let log: ProblemLog

    func settings(_ root: Node) -> Settings? {
        guard let top = YAMLSection(root, as: .top, log: log) else { return nil }
        _ = top.whole("version", in: 1...1)
        guard let site = top.section("site", as: .site).map(self.site) else { return nil }
        let sources = KnownSources(
            names: top.names(of: "sources"),
            read: SourceSettingsReader(log: log, siteZone: site.zone).sources(top)
        )
        let segments = segments(top)
        let funnels = FunnelSettingsReader(
            log: log,
            sources: sources,
            measures: top.names(of: "measures"),
            segments: segments
        )
        .funnels(top)
        return Settings(
            site: site,
            sources: sources.read.map { $0.filled(by: funnels) },
            measures: measures(top, sources: sources, site: site),
            segments: segments,
            tests: tests(top, sources: sources, funnels: funnels),
            funnels: funnels,
            valueNames: valueNames(top)
        )
    }

    private func valueNames(_ top: YAMLSection) -> [String: LocalizedText] {
        var names: [String: LocalizedText] = [:]
        for entry in top.entries("values") { names[entry.name] = log.localized(entry.value, key: entry.name) }
        return names
    }
}

/// The sources that the file names, and those of them that could be read.
struct KnownSources {
    let names: [String]
    let read: [SourceSettings]

    /// The source of that name; `nil` where it could not be read.
    subscript(name: String) -> SourceSettings? { read.first { $0.id == name } }

    /// Reports that there is no source of that name, with the one that was most likely meant.
    func check(_ name: Placed<String>, log: ProblemLog) {
        guard !names.contains(name.value) else { return }
        let remedy = suggestion(for: name.value, among: names)
        log.report("no such source '\(name.value)'", at: name.position, remedy: remedy)
    }
}

extension YAMLSection {
    /// The names that stand behind `key`, whatever is wrong with them.
    fileprivate func names(of key: String) -> [String] {
        self[key]?.mapping?.compactMap(\.key.scalar?.string) ?? []
    }
}
