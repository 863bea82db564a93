internal import Calendars
public import Diagnostics
internal import Yams

extension Settings {
    /// Reads the text of huni.yaml.
    ///
    /// - Parameter file: What the file is called in diagnostics.
    /// - Throws: `Failure` with everything that is wrong, in the order of the file.
    public init(yaml text: String, file: String) throws(Failure) {
        let text = YAMLText(text, file: file)
        let log = ProblemLog(text)
        let root = try text.root()
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
        _ = top.value("version") { $0 == "1" ? $0 : nil }
        guard let site = top["site"].flatMap(site) else { return nil }
        let sources = sources(top["sources"], zone: site.zone)
        let funnels = funnels(top["funnels"], sources: sources.map(\.id))
        return Settings(site: site, sources: sources, funnels: funnels)
    }

    private func site(_ node: Node) -> SiteSettings? {
        guard let section = YAMLSection(node, as: .site, log: log) else { return nil }
        let languages = languages(section)
        return SiteSettings(
            title: localized(section["title"], key: "title") ?? LocalizedText(""),
            languages: languages,
            zone: section.value("time_zone", Zone.init(named:)) ?? .utc,
            baseURL: section.value("base_url", baseURL)
        )
    }

    private func languages(_ section: YAMLSection) -> [String] {
        guard let nodes = section.list("languages") else { return Settings.knownLanguages }
        var languages: [String] = []
        for node in nodes {
            let language = node.scalar?.string ?? ""
            if !Settings.knownLanguages.contains(language) {
                log.report(
                    "no such language '\(language)'",
                    at: node,
                    remedy: suggestion(for: language, among: Settings.knownLanguages)
                )
            } else if languages.contains(language) {
                log.report("language '\(language)' is named twice", at: node, remedy: "Remove one of them.")
            } else {
                languages.append(language)
            }
        }
        if nodes.isEmpty {
            log.report("no language is named", at: section["languages"], remedy: "Write `languages: [tr, en]`.")
        }
        return languages.isEmpty ? Settings.knownLanguages : languages
    }

    private func baseURL(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
        guard !text.contains(where: { $0.isWhitespace || "\"<>?#".contains($0) }) else { return nil }
        return text.hasSuffix("/") ? text : text + "/"
    }

    /// A text, or a mapping from languages to texts.
    func localized(_ node: Node?, key: String) -> LocalizedText? {
        guard let node else { return nil }
        if let text = node.scalar?.string, !text.isEmpty { return LocalizedText(text) }
        guard let mapping = node.mapping else {
            log.report(
                "'\(key)' must be a text, or a text a language",
                at: node,
                remedy: "Write `\(key): { tr: …, en: … }`."
            )
            return nil
        }
        var texts: [String: String] = [:]
        for (keyNode, value) in mapping {
            let language = keyNode.scalar?.string ?? ""
            guard Settings.knownLanguages.contains(language), let text = value.scalar?.string, !text.isEmpty else {
                log.report(
                    "'\(key)' has no text for language '\(language)'",
                    at: keyNode,
                    remedy: "Write `\(key): { tr: …, en: … }`."
                )
                continue
            }
            texts[language] = text
        }
        return LocalizedText(texts)
    }

    /// A name that is safe in addresses, in file names and in JSON.
    func identifier(_ section: YAMLSection) -> String? {
        guard let text = section.text("id") else { return nil }
        return checkedIdentifier(text, at: section["id"])
    }

    func checkedIdentifier(_ text: String, at node: Node?) -> String? {
        let allowed = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        if allowed, let first = text.first, first.isLetter || first.isNumber, text.utf8.count <= 60 { return text }
        log.report(
            "'\(text)' cannot be a name in addresses",
            at: node,
            remedy: "Use small letters a to z, digits, - and _, beginning with a letter or digit; at most 60 of them."
        )
        return nil
    }
}

extension Settings {
    /// Languages that the program speaks.
    public static let knownLanguages = ["tr", "en"]
}
