internal import Calendars
internal import Yams

extension SettingsReader {
    func site(_ section: YAMLSection) -> SiteSettings {
        SiteSettings(
            title: section.localized("title") ?? LocalizedText(""),
            languages: languages(section),
            zone: section.value("time_zone", Zone.init(named:)) ?? .utc,
            baseURL: section.value("base_url", baseURL),
            currency: section.value("currency") { $0.utf8.count == 3 && $0.utf8.allSatisfy(isCapital) ? $0 : nil },
            suppressBelow: section.whole("suppress_below", in: 2...1000, as: "number from 2 to 1000"),
            publishesPeople: section.truth("publish_people"),
            brand: brand(section)
        )
    }

    private func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    private func languages(_ section: YAMLSection) -> [String] {
        guard let nodes = section.list("languages") else { return Settings.knownLanguages }
        var languages: [String] = []
        for node in nodes {
            let language = node.scalar?.string ?? ""
            if !log.languages.contains(language) {
                log.report(
                    "no such language '\(language)'",
                    at: node,
                    remedy: "Here are: \(log.languages.joined(separator: ", ")). Another one takes its texts in "
                        + "i18n/\(language).yaml; `huni help strings \(language)` prints what to translate."
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
}
