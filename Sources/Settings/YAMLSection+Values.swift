internal import Yams

extension YAMLSection {
    /// The text behind `key`; anything but a scalar is reported.
    func text(_ key: String) -> String? {
        guard let node = self[key] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            log.report("'\(key)' must be a text", at: node, remedy: remedy(for: key))
            return nil
        }
        return text
    }

    /// The text behind `key` and its place.
    func placed(_ key: String) -> Placed<String>? {
        text(key).map { Placed(value: $0, position: log.position(of: self[key])) }
    }

    /// The text behind `key` as `parse` understands it; what it does not understand is reported.
    /// - Parameter noun: What it should have been, if `key` itself is no word for it.
    func value<Value>(_ key: String, as noun: String? = nil, _ parse: (String) -> Value?) -> Value? {
        guard let text = text(key) else { return nil }
        if let value = parse(text) { return value }
        log.report("'\(text)' is no \(noun ?? key)", at: self[key], remedy: remedy(for: key, typed: text))
        return nil
    }

    /// The word behind `key`, one of a type's cases.
    func word<Word: RawRepresentable<String>>(_ key: String, _: Word.Type, as noun: String? = nil) -> Word? {
        value(key, as: noun, Word.init(rawValue:))
    }

    /// The whole number behind `key`.
    func whole(_ key: String, in range: ClosedRange<Int>, as noun: String? = nil) -> Int? {
        value(key, as: noun) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    /// The fraction behind `key`, over 0 and under 1.
    func fraction(_ key: String) -> Double? {
        value(key) { text in Double(text).flatMap { $0 > 0 && $0 < 1 ? $0 : nil } }
    }

    /// Whether `true` stands behind `key`.
    func truth(_ key: String) -> Bool {
        value(key, as: "truth value") { ["true": true, "false": false][$0] } ?? false
    }

    /// The seconds behind `key`; `nil` for `none`, too.
    func duration(_ key: String) -> Int64? {
        value(key, as: key == "window" ? nil : "duration") { $0 == "none" ? 0 : seconds(ofDuration: $0) }.flatMap {
            $0 == 0 ? nil : $0
        }
    }

    /// The name behind `id`, safe in addresses.
    func identifier() -> String? {
        text("id").flatMap { log.identifier($0, at: self["id"]) }
    }

    /// The mapping behind `key`.
    func section(_ key: String, as section: SettingSection) -> YAMLSection? {
        self[key].flatMap { YAMLSection($0, as: section, log: log) }
    }

    /// The values behind `key`, a list or a single one that is no list; `nil` where it is left out.
    func list(_ key: String) -> [Node]? {
        guard let node = self[key] else { return nil }
        return node.sequence.map(Array.init) ?? [node]
    }

    /// The texts behind `key`, a list or a single one; anything else in it is reported.
    func texts(_ key: String) -> [String] {
        (list(key) ?? []).compactMap { node in
            if let text = node.scalar?.string { return text }
            log.report("'\(key)' lists something that is no text", at: node, remedy: remedy(for: key))
            return nil
        }
    }

    /// The sections behind `key`, which must be a list.
    func lines(_ key: String) -> [Node] {
        guard let node = self[key] else { return [] }
        guard let sequence = node.sequence, !sequence.isEmpty else {
            log.report("'\(key)' must be a list", at: node, remedy: remedy(for: key))
            return []
        }
        return Array(sequence)
    }

    /// The names of the user's behind `key`, with their values; an empty mapping, and anything else, is reported.
    func entries(_ key: String) -> [(name: String, key: Node, value: Node)] {
        guard let node = self[key] else { return [] }
        guard let mapping = node.mapping, !mapping.isEmpty else {
            log.report("'\(key)' must name something", at: node, remedy: remedy(for: key))
            return []
        }
        return mapping.map { ($0.key.scalar?.string ?? "", $0.key, $0.value) }
    }

    /// Like `entries`, with names that are safe in addresses; others are reported.
    func named(_ key: String) -> [(id: String, key: Node, value: Node)] {
        entries(key).compactMap { entry in
            log.identifier(entry.name, at: entry.key).map { ($0, entry.key, entry.value) }
        }
    }

    /// The text behind `key` for readers, or a text a language.
    func localized(_ key: String) -> LocalizedText? {
        guard let node = self[key] else { return nil }
        return log.localized(node, key: key)
    }
}

extension ProblemLog {
    /// A text, or a mapping from languages to texts.
    func localized(_ node: Node, key: String) -> LocalizedText? {
        if let text = node.scalar?.string, !text.isEmpty { return LocalizedText(text) }
        let remedy = "Write `\(key): { tr: …, en: … }`."
        guard let mapping = node.mapping, !mapping.isEmpty else {
            report("'\(key)' must be a text, or a text a language", at: node, remedy: remedy)
            return nil
        }
        var texts: [String: String] = [:]
        for (keyNode, value) in mapping {
            let language = keyNode.scalar?.string ?? ""
            guard languages.contains(language), let text = value.scalar?.string, !text.isEmpty else {
                report("'\(key)' has no text for language '\(language)'", at: keyNode, remedy: remedy)
                continue
            }
            texts[language] = text
        }
        return LocalizedText(texts)
    }
}

/// Seconds of `30m`, `24h`, `14d`, `2w`; `nil` where `text` is no duration.
func seconds(ofDuration text: String) -> Int64? {
    let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()),
        (1...100_000).contains(number)
    else { return nil }
    return number * unit
}
