internal import Diagnostics
internal import Notes
internal import Settings

/// The notes and plays of all stages, in all languages, with their links led to pages of the site.
struct ContentLibrary {
    /// A text in the language asked for, or in another where it has none there.
    struct Localized {
        var note: Note
        var language: String
    }

    /// A play in the languages it is written in.
    struct Play {
        var slug: String
        fileprivate var notes: [String: Note]

        func text(in languages: [String]) -> Localized? { pick(notes, languages) }
    }

    private var stageNotes: [String: [String: Note]] = [:]
    private var plays: [String: [String: [String: Note]]] = [:]
    /// Images that notes show, by their place in the site.
    private(set) var assets: [Address: [UInt8]] = [:]
    /// What was found wrong, errors and warnings.
    private(set) var problems: [Diagnostic] = []

    /// Reads all notes.
    /// - Parameter files: Everything below `content/`, by path from the site's folder.
    init(_ files: [String: [UInt8]], settings: Settings) {
        let stages = Set(settings.funnels.flatMap { $0.stages.map(\.id) })
        let map = ContentMap(files, stages: stages, languages: settings.site.languages)
        problems = map.problems
        for source in map.sources {
            let options = NoteOptions(kind: source.isStageNote ? .stage : .play, headingLevel: 3, idPrefix: "note-")
            var shown: [Address: String] = [:]
            let reading = Note.read(files[source.path] ?? [], file: source.path, options: options) { use in
                map.answer(use, in: source, assets: &shown)
            }
            problems += reading.problems
            for (address, path) in shown { assets[address] = files[path] }
            guard let note = reading.note else { continue }
            for language in source.languages {
                if source.isStageNote {
                    stageNotes[source.stage, default: [:]][language] = note
                } else {
                    plays[source.stage, default: [:]][source.slug, default: [:]][language] = note
                }
            }
        }
    }

    /// The note of `stage` in the first of `languages` that it is written in.
    func note(of stage: String, in languages: [String]) -> Localized? { pick(stageNotes[stage] ?? [:], languages) }

    /// The plays of `stage` by weight, then by name; drafts are left out.
    func plays(of stage: String) -> [Play] {
        let all = (plays[stage] ?? [:]).map { Play(slug: $0.key, notes: $0.value) }
        func weight(_ play: Play) -> Int { play.notes.values.map(\.frontMatter.weight).min() ?? 0 }
        return all.filter { play in !play.notes.values.contains { $0.frontMatter.isDraft } }
            .sorted { (weight($0), $0.slug) < (weight($1), $1.slug) }
    }
}

/// The first of `languages` that there is a note in.
private func pick(_ notes: [String: Note], _ languages: [String]) -> ContentLibrary.Localized? {
    for language in languages {
        if let note = notes[language] { return ContentLibrary.Localized(note: note, language: language) }
    }
    return nil
}
