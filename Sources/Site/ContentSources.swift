internal import Calendars
internal import Diagnostics

/// Tells from the paths below `content/` which file is about what.
struct ContentSources {
    private(set) var sources: [ContentSource] = []
    private(set) var problems: [Diagnostic] = []
    private let stages: [String]
    private let languages: [String]
    private var strange: Set<String> = []

    init(_ paths: [String], stages: Set<String>, languages: [String]) {
        self.stages = stages.sorted()
        self.languages = languages
        for path in paths.sorted() {
            let parts = path.split(separator: "/").map(String.init).dropFirst()
            switch (parts.first, parts.count) {
            case ("stages", 3...): addToStage(path, parts: Array(parts.dropFirst()))
            case ("weeks", 2) where path.hasSuffix(".md"): addWeek(path, file: parts.last ?? "")
            case ("pages", 2) where path.hasSuffix(".md"): addPage(path, file: parts.last ?? "")
            default: continue
            }
        }
        problems += strange.sorted().map(strangeFolder)
    }

    private mutating func addToStage(_ path: String, parts: [String]) {
        guard stages.contains(parts[0]) else {
            strange.insert(parts[0])
            return
        }
        guard parts.count == 2, path.hasSuffix(".md") else { return }
        let (slug, language) = split(parts[1])
        let subject = slug == "index" ? ContentSource.Subject.stage(parts[0]) : .play(slug, stage: parts[0])
        sources.append(ContentSource(path: path, subject: subject, language: language))
    }

    private mutating func addWeek(_ path: String, file: String) {
        let (name, language) = split(file)
        guard let week = Week(name) else {
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: path),
                    "'\(name)' is no week",
                    remedy: "A comment's file is named by its week, as in 2026-W46.md or 2026-W46.\(languages[0]).md."
                )
            )
            return
        }
        sources.append(ContentSource(path: path, subject: .week(week), language: language))
    }

    private mutating func addPage(_ path: String, file: String) {
        let (name, language) = split(file)
        guard name.wholeMatch(of: /[a-z0-9][a-z0-9_-]*/) != nil else {
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: path),
                    "'\(name)' cannot be a page's address",
                    remedy: "Name the file with small letters a to z, digits, - and _; its title may be anything."
                )
            )
            return
        }
        sources.append(ContentSource(path: path, subject: .page(name), language: language))
    }

    private func strangeFolder(_ folder: String) -> Diagnostic {
        let near = nearestWord(to: folder, in: stages).map { "Did you mean '\($0)'? " } ?? ""
        return Diagnostic(
            at: SourcePosition(file: "content/stages/" + folder),
            "no funnel has a stage '\(folder)'",
            remedy: near
                + "Stages are: \(stages.joined(separator: ", ")). Remove the folder, or add the stage to huni.yaml."
        )
    }

    /// `webinar.tr.md` is the play `webinar` in Turkish.
    private func split(_ file: String) -> (slug: String, language: String?) {
        let name = String(file.dropLast(3))
        guard let dot = name.lastIndex(of: "."), languages.contains(String(name[name.index(after: dot)...])) else {
            return (name, nil)
        }
        return (String(name[..<dot]), String(name[name.index(after: dot)...]))
    }
}
