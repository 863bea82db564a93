public import Diagnostics
internal import Settings

/// The site's languages beside the built-in ones.
extension SiteMaker {
    /// The language of a file of texts, by its path: `de` of `i18n/de.yaml`; `nil` where it is no such file.
    public static func language(ofTexts path: String) -> String? { Translation.language(ofFile: path) }

    /// What a translator begins with: all texts in English, each out of force until it is translated.
    ///
    /// - Parameter language: A code such as `de`; the forms of its numbers are listed.
    /// - Throws: `Failure` where the built-in texts cannot be read.
    public static func textsToTranslate(into language: String) throws(Failure) -> String {
        try TranslationTemplate(language: language).text
    }

    /// The site's own texts, sorted by language.
    static func translations(_ files: [String: [UInt8]]) throws(Failure) -> [Translation] {
        var translations: [Translation] = []
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            guard let language = Translation.language(ofFile: path) else { continue }
            translations.append(try Translation(path, bytes, language: language))
        }
        return translations
    }

    /// Texts and formats of a language.
    func words(in language: String) throws(Failure) -> Words {
        let own = translations.first { $0.language == language }
        return try Words(language: language, own: own, valueNames: settings.valueNames)
    }

    /// What the site's own texts lack, texts of languages that the site does not show, and names in huni.yaml that a
    /// language lacks.
    var languageWarnings: [Diagnostic] {
        let shown = settings.site.languages
        let idle = translations.filter { !shown.contains($0.language) }.map { translation in
            Diagnostic(
                .warning,
                at: SourcePosition(file: "i18n/\(translation.language).yaml"),
                "the site does not show the language '\(translation.language)'",
                remedy: "Add it to `languages` in huni.yaml, or remove the file."
            )
        }
        let faults = translations.filter { shown.contains($0.language) }.flatMap(\.problems)
        return idle + faults.filter { $0.severity == .warning } + missingNames
    }

    /// Stages that have no name in one of the site's own languages; another language's stands there.
    private var missingNames: [Diagnostic] {
        var told: Set<String> = []
        return translations.map(\.language).filter(settings.site.languages.contains).flatMap { language in
            settings.funnels.flatMap(\.stages).filter {
                $0.name.text(in: language) == nil && told.insert("\(language) \($0.id)").inserted
            }
            .map { stage in
                Diagnostic(
                    .warning,
                    at: stage.position,
                    "stage '\(stage.id)' has no name in the language '\(language)'",
                    remedy: "Write `name: { \(language): … }` at the stage, beside those of the other languages."
                )
            }
        }
    }
}
