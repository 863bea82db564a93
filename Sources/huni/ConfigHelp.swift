internal import Settings

/// `huni help config`: every key of huni.yaml, from the table that the reader itself uses.
enum ConfigHelp {
    static var text: String {
        SettingSection.all.map { section in
            let title = section.path.isEmpty ? "huni.yaml" : section.path
            return ([title] + section.keys.map(lines)).joined(separator: "\n")
        }
        .joined(separator: "\n\n")
    }

    private static func lines(for key: SettingKey) -> String {
        let fallback = key.fallback.map { "default: \($0)" } ?? "needed"
        let forms = key.forms.isEmpty ? "" : key.forms.map(\.rawValue).joined(separator: ", ") + ": "
        let example = key.example.isEmpty ? "" : "\n      e.g. \(key.name): \(key.example)"
        return "  \(key.name)  (\(forms)\(key.type.words); \(fallback))\n      \(key.meaning)\(example)"
    }
}
