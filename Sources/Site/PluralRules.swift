/// How one language sorts numbers by the forms of words that go with them (Unicode CLDR 41, cardinal rules).
struct PluralRules: Sendable {
    private let rules: [(category: PluralCategory, condition: PluralCondition)]

    /// The rules of `language`, else of the language without its region; one form for all numbers where CLDR has none.
    init(language: String) {
        let lines = String(decoding: PackageResources.plurals_txt, as: UTF8.self).split(separator: "\n")
        let base = language.prefix { $0 != "-" }
        let named = [language, String(base)].compactMap { name in
            lines.firstIndex {
                !$0.hasPrefix(" ") && !$0.hasPrefix("#") && $0.split(separator: " ").contains(name[...])
            }
        }
        let own = named.first.map { lines[($0 + 1)...].prefix { $0.hasPrefix("  ") } } ?? []
        rules = own.compactMap { line in
            let parts = line.dropFirst(2).split(separator: ": ", maxSplits: 1)
            guard parts.count == 2, let category = PluralCategory(rawValue: String(parts[0])),
                let condition = PluralCondition(String(parts[1]))
            else { return nil }
            return (category, condition)
        }
    }

    /// The categories that the language tells apart, `other` last.
    var categories: [PluralCategory] { rules.map(\.category) + [.other] }

    func category(of number: PluralNumber) -> PluralCategory {
        rules.first { $0.condition.holds(for: number) }?.category ?? .other
    }
}
