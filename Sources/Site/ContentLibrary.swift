internal import Advice
internal import Calendars
internal import Diagnostics
internal import Notes
internal import Settings

/// The notes, plays, comments and free pages for each language of the site, with their links led to its pages.
struct ContentLibrary {
    /// A note as one language's pages show it.
    struct Text {
        var source: ContentSource
        var note: Note
        /// The language that it is written in: another one where there is none in the language asked for.
        var language: String
        /// The play as ranking sees it; `nil` for notes.
        var play: Play?

        /// A play's word in addresses.
        var slug: String { source.slug }
    }

    private let settings: Settings
    private let files: [String: [UInt8]]
    private let map: ContentMap
    private var texts: [String: [Text]] = [:]
    /// Files that notes show or link to, by their place in the site.
    private(set) var assets: [Address: [UInt8]] = [:]
    /// What was found wrong, errors and warnings.
    private(set) var problems: [Diagnostic] = []

    /// Reads all notes.
    /// - Parameters:
    ///   - files: Everything below `content/`, by path from the site's folder.
    ///   - showsDrafts: Whether drafts are among the texts; their faults are found in any case.
    init(_ files: [String: [UInt8]], settings: Settings, showsDrafts: Bool = false) {
        self.settings = settings
        self.files = files
        let stages = Set(settings.funnels.flatMap { $0.stages.map(\.id) })
        map = ContentMap(files, stages: stages, languages: settings.site.languages)
        problems = map.problems
        for language in settings.site.languages {
            for (source, written) in map.sources(for: language) {
                let reading = read(source, language: language, answers: .none)
                problems += reading.problems.filter { !problems.contains($0) }
                guard let note = reading.note, showsDrafts || !note.frontMatter.isDraft else { continue }
                for (address, path) in reading.assets { assets[address] = files[path] }
                let play = source.isPlay ? PlayReader(settings, source).read(note.frontMatter).play : nil
                texts[language, default: []].append(Text(source: source, note: note, language: written, play: play))
            }
        }
    }

    /// The library with numbers and figures in the notes for pages in `language`.
    func filled(for language: String, _ answers: NoteAnswers) -> ContentLibrary {
        var library = self
        for (index, text) in (texts[language] ?? []).enumerated() where text.note.showsReport {
            guard let note = read(text.source, language: language, answers: answers).note else { continue }
            library.texts[language]?[index].note = note
        }
        return library
    }

    private func read(
        _ source: ContentSource,
        language: String,
        answers: NoteAnswers,
        on page: Address? = nil
    ) -> (note: Note?, problems: [Diagnostic], assets: [Address: String]) {
        let options = source.options
        let page = page ?? source.address
        var shown: [Address: String] = [:]
        var figures = 0
        let reading = Note.read(
            files[source.path] ?? [],
            file: source.path,
            options: options,
            insert: { answer($0, in: source, answers) },
            resolve: { use in
                guard use.kind == .figure else {
                    return map.answer(use, in: source, on: page, language: language, assets: &shown)
                }
                figures += 1
                return answer(
                    use,
                    at: FigurePlace(
                        page: page,
                        id: "\(options.idPrefix)figure-\(figures)",
                        level: options.headingLevel,
                        text: use.text
                    ),
                    answers
                )
            }
        )
        let problems = reading.note.map { faults(of: $0.frontMatter, in: source) } ?? []
        return (reading.note, reading.problems + problems, shown)
    }

    /// What is wrong in a note's front matter beside its form.
    private func faults(of front: FrontMatter, in source: ContentSource) -> [Diagnostic] {
        let aliases = front.aliases.flatMap { alias -> [Diagnostic] in
            do throws(Failure) {
                _ = try Alias(alias)
                return []
            } catch {
                return error.diagnostics
            }
        }
        return (source.isPlay ? PlayReader(settings, source).read(front).problems : []) + aliases
    }

    private func answer(_ insertion: Insertion, in source: ContentSource, _ answers: NoteAnswers) -> InsertionAnswer {
        do throws(Failure) {
            return .text(answers.number(try NumberRequest(insertion, stage: source.stage, settings: settings)))
        } catch {
            return .broken(error.diagnostics[0])
        }
    }

    private func answer(_ use: LinkUse, at place: FigurePlace, _ answers: NoteAnswers) -> LinkAnswer {
        do throws(Failure) {
            return .markup(answers.figure(try FigureRequest(use, settings: settings), place))
        } catch {
            return .broken(error.diagnostics[0])
        }
    }

    /// The note of `stage` for pages in `language`.
    func note(of stage: String, in language: String) -> Text? { text(of: .stage(stage), in: language) }

    /// The analyst's comment on `week` with its links and figures as they are on `page`: the front page shows it too.
    func comment(on week: Week, in language: String, on page: Address, _ answers: NoteAnswers) -> Text? {
        guard var text = text(of: .week(week), in: language) else { return nil }
        if page != text.source.address {
            text.note = read(text.source, language: language, answers: answers, on: page).note ?? text.note
        }
        return text
    }

    private func text(of subject: ContentSource.Subject, in language: String) -> Text? {
        texts[language]?.first { $0.source.subject == subject }
    }

    /// The plays of `stage` for pages in `language`, by weight, then by name.
    func plays(of stage: String, in language: String) -> [Text] {
        (texts[language] ?? []).filter { $0.source.stage == stage && !$0.slug.isEmpty }
            .sorted { ($0.note.frontMatter.weight, $0.slug) < ($1.note.frontMatter.weight, $1.slug) }
    }

    /// The free pages for a language, by weight, then by title as the language lists them.
    func freePages(in words: Words) -> [Text] {
        (texts[words.language] ?? [])
            .filter { if case .page = $0.source.subject { true } else { false } }
            .sorted { one, other in
                let (first, second) = (one.note.frontMatter.weight, other.note.frontMatter.weight)
                let titles = (one.note.title ?? "", other.note.title ?? "")
                guard first == second else { return first < second }
                guard titles.0 != titles.1 else { return one.source.address < other.source.address }
                return words.formats.lists(titles.0, before: titles.1)
            }
    }

    /// Every text for pages in `language`, by its page.
    func all(in language: String) -> [Text] { texts[language] ?? [] }

    /// The weeks that have comments, with a file of each.
    var commentedWeeks: [(week: Week, file: String)] {
        var seen: Set<Week> = []
        return texts.sorted { $0.key < $1.key }.flatMap(\.value).compactMap { text in
            guard case .week(let week) = text.source.subject, seen.insert(week).inserted else { return nil }
            return (week, text.source.path)
        }
    }
}

extension ContentSource {
    /// How it is read: what its front matter may have, and where its headings stand on its page.
    fileprivate var options: NoteOptions {
        switch subject {
        case .stage: NoteOptions(kind: .stage, headingLevel: 3, idPrefix: "note-")
        case .play: NoteOptions(kind: .play, headingLevel: 2, idPrefix: "note-")
        case .week: NoteOptions(kind: .comment, headingLevel: 3, idPrefix: "note-")
        case .page: NoteOptions(kind: .page, headingLevel: 2, idPrefix: "note-")
        }
    }
}
