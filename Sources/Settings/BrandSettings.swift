internal import Diagnostics

/// How a site looks like its owner's.
public struct BrandSettings: Sendable {
    /// What stands at the top of each page, in the place of the site's title; `nil`: the title.
    public var name: LocalizedText?
    /// A picture beside it, a path below `content/`; `nil`: none.
    public var logo: Placed<String>?
    /// The colour of links and marks on light pages, as `#rrggbb`; `nil`: the built-in one.
    public var light: Placed<String>?
    /// The same on dark pages.
    public var dark: Placed<String>?
}

extension SettingsReader {
    func brand(_ section: YAMLSection) -> BrandSettings? {
        guard let brand = section.section("brand", as: .brand) else { return nil }
        let colors = brand.section("colors", as: .brandColors)
        return BrandSettings(
            name: brand.localized("name"),
            logo: brand.placed("logo"),
            light: colors.flatMap { color("light", $0) },
            dark: colors.flatMap { color("dark", $0) }
        )
    }

    private func color(_ key: String, _ section: YAMLSection) -> Placed<String>? {
        let isColor = { (text: String) in
            text.wholeMatch(of: /#[0-9A-Fa-f]{6}/) == nil ? nil : text.lowercased()
        }
        guard let value = section.value(key, as: "colour", isColor), let placed = section.placed(key) else {
            return nil
        }
        return Placed(value: value, position: placed.position)
    }
}

extension SettingSection {
    static let brand = SettingSection(
        "site.brand",
        [
            .optional(
                "name",
                .localized,
                else: "the title",
                as: "{ tr: Demlik, en: Demlik }",
                means: "What stands at the top of each page."
            ),
            .optional(
                "logo",
                .path,
                as: "content/logo.png",
                means: "A picture beside it, below content/: png, jpg, webp, avif or gif; shown 28 pixels high."
            ),
            .optional(
                "colors",
                .section(.brandColors),
                else: "the built-in ones",
                as: "{ light: \"#0b57a4\", dark: \"#8cc4f5\" }",
                means: "The colour of links on light and on dark pages."
            ),
        ]
    )

    static let brandColors = SettingSection(
        "site.brand.colors",
        [
            .optional(
                "light",
                .text("colour (#rrggbb)", matching: "^#[0-9A-Fa-f]{6}$"),
                as: "\"#0b57a4\"",
                means: "On light pages and on paper; at least 4.5:1 against their background (WCAG AA)."
            ),
            .optional(
                "dark",
                .text("colour (#rrggbb)", matching: "^#[0-9A-Fa-f]{6}$"),
                as: "\"#8cc4f5\"",
                means: "On dark pages; at least 4.5:1 against their background (WCAG AA)."
            ),
        ]
    )
}
