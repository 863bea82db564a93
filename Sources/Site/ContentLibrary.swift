internal import Advice
internal import Diagnostics
internal import Notes
internal import Settings

/// The notes and plays of all stages for each language of the site, with their links led to its pages.
struct ContentLibrary {
    /// A note as one language's pages show it.
    struct Text {
        var slug: String
        var note: Note
        /// The language that it is written in: another one where there is none in the language asked for.
        var language: String
        /// The play as ranking sees it; `nil` for notes.
        var play: Play?
    }

    private var texts: [String: [Text]] = [:]
    /// Images that notes show, by their place in the site.
    private(set) var assets: [Address: [UInt8]] = [:]
    /// What was found wrong, errors and warnings.
    private(set) var problems: [Diagnostic] = []

    /// Reads all notes.
    /// - Parameters:
    ///   - files: Everything below `content/`, by path from the site's folder.
    ///   - showsDrafts: Whether drafts are among the texts; their faults are found in any case.
    init(_ files: [String: [UInt8]], settings: Settings, showsDrafts: Bool = false) {
        let stages = Set(settings.funnels.flatMap { $0.stages.map(\.id) })
        let map = ContentMap(files, stages: stages, languages: settings.site.languages)
        problems = map.problems
        for language in settings.site.languages {
            for (source, written) in map.sources(for: language) {
                let reading = read(source, settings: settings, files, map: map, language: language)
                guard let note = reading.note, showsDrafts || !note.frontMatter.isDraft else { continue }
                for (address, path) in reading.assets { assets[address] = files[path] }
                let text = Text(slug: source.slug, note: note, language: written, play: reading.play)
                texts["\(language)/\(source.stage)", default: []].append(text)
            }
        }
    }

    private mutating func read(
        _ source: ContentMap.Source,
        settings: Settings,
        _ files: [String: [UInt8]],
        map: ContentMap,
        language: String
    ) -> (note: Note?, play: Play?, assets: [Address: String]) {
        let kind: NoteKind = source.isStageNote ? .stage : .play
        let options = NoteOptions(kind: kind, headingLevel: source.isStageNote ? 3 : 2, idPrefix: "note-")
        var shown: [Address: String] = [:]
        let reading = Note.read(files[source.path] ?? [], file: source.path, options: options) { use in
            map.answer(use, in: source, language: language, assets: &shown)
        }
        let play = source.isStageNote ? nil : reading.note.map { PlayReader(settings, source).read($0.frontMatter) }
        let found = reading.problems + (play?.problems ?? [])
        problems += found.filter { !problems.contains($0) }
        return (reading.note, play?.play, shown)
    }

    /// The note of `stage` for pages in `language`.
    func note(of stage: String, in language: String) -> Text? {
        texts["\(language)/\(stage)"]?.first { $0.slug == ContentMap.Source.stageNote }
    }

    /// The plays of `stage` for pages in `language`, by weight, then by name.
    func plays(of stage: String, in language: String) -> [Text] {
        (texts["\(language)/\(stage)"] ?? [])
            .filter { $0.slug != ContentMap.Source.stageNote }
            .sorted { ($0.note.frontMatter.weight, $0.slug) < ($1.note.frontMatter.weight, $1.slug) }
    }
}
