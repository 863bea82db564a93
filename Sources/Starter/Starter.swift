// Starter: the notes and plays that a new site begins with, for its owner to rewrite. Compiled into the binary.

/// The Markdown files of a new site, for `huni init` to write.
///
/// Each stage of the preset gets its note, `content/stages/<stage>/index.<language>.md`, and its plays beside it; a site
/// of one language has `index.md` instead.
/// - Parameters:
///   - preset: A preset's id; others give no files.
///   - languages: The site's languages; those other than `tr` and `en` get no files. A site of such languages alone gets
///     the English texts, for its owner to translate.
/// - Returns: Paths relative to the site's folder, with the files' bytes; in the order of the stages, then of
///   `languages`, the note before the plays.
public func starterFiles(preset: String, languages: [String]) -> [(path: String, bytes: [UInt8])] {
    let own = languages.filter { ["tr", "en"].contains($0) }
    return StarterStage.stages(ofPreset: preset).flatMap { stage in
        (own.isEmpty && !languages.isEmpty ? ["en"] : own).flatMap { language -> [(path: String, bytes: [UInt8])] in
            let ending = own.isEmpty || languages.count == 1 ? "md" : "\(language).md"
            let files = [("index", stage.note)] + stage.plays.map { ($0.name, $0.text) }
            return files.compactMap { name, text in
                text.bytes(in: language).map { ("content/stages/\(stage.id)/\(name).\(ending)", $0) }
            }
        }
    }
}
