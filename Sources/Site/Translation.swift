internal import Diagnostics
internal import Foundation
internal import YAMLText
internal import Yams

/// The texts of a language that a site adds: `i18n/<language>.yaml`, with the names of the built-in English ones.
struct Translation: Sendable {
    let language: String
    /// Those that are there and fit.
    let phrases: [String: Phrase]
    /// Errors: what is no YAML, no language, or asks for a value that there is not. Warnings: what is missing, and what
    /// nobody asks for.
    let problems: [Diagnostic]

    /// The language of a file; `nil` where the file is none of texts.
    static func language(ofFile path: String) -> String? {
        guard path.hasPrefix("i18n/"), path.hasSuffix(".yaml") else { return nil }
        let name = path.dropFirst("i18n/".count).dropLast(".yaml".count)
        return name.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/) == nil ? nil : String(name)
    }

    /// Reads a file of texts.
    /// - Throws: `Failure` where the built-in texts cannot be read.
    init(_ path: String, _ bytes: [UInt8], language: String) throws(Failure) {
        self.language = language
        let source = YAMLSource(String(decoding: bytes, as: UTF8.self), file: path)
        var reader = TranslationReader(
            source: source,
            english: try Phrasebook.phrases(of: "en"),
            rules: PluralRules(language: language)
        )
        var root: Node?
        do {
            root = try source.root()
        } catch {
            reader.problems = error.diagnostics
        }
        if reader.problems.isEmpty { reader.read(root) }
        let known = Locale.LanguageCode(String(language.prefix { $0 != "-" })).isISOLanguage
        let strange = Diagnostic(
            at: SourcePosition(file: path),
            "no language has the code '\(language)'",
            remedy: "Name the file by a code of ISO 639, as in i18n/de.yaml or i18n/pt-BR.yaml."
        )
        phrases = reader.phrases
        problems =
            (known ? [] : [strange]) + Self.direction(of: language, path) + reader.problems
            + Self.unknownLocale(reader.phrases["locale"]?[.other], path)
    }

    private static func unknownLocale(_ name: String?, _ path: String) -> [Diagnostic] {
        guard let name, !Locale.availableIdentifiers.contains(name) else { return [] }
        return [
            Diagnostic(
                .warning,
                at: SourcePosition(file: path),
                "there is no locale '\(name)'",
                remedy: "Write one such as de_AT, or leave it out: then the language's own is used."
            )
        ]
    }

    /// Pages are laid out from left to right, whatever their language.
    private static func direction(of language: String, _ path: String) -> [Diagnostic] {
        guard Locale.Language(identifier: language).characterDirection == .rightToLeft else { return [] }
        return [
            Diagnostic(
                .warning,
                at: SourcePosition(file: path),
                "the language is written from right to left, but pages are laid out from left to right",
                remedy: "The texts themselves run rightly; columns and bars keep their order."
            )
        ]
    }
}
