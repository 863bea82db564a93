internal import Diagnostics
internal import Foundation
internal import Settings

/// The site owner's logo and colours, checked against the style sheet's backgrounds.
struct Brand {
    /// WCAG 2.2, success criterion 1.4.3, level AA, for text of any size.
    static let leastContrast = 4.5

    /// The logo's place in the site, and its bytes; `nil` without one.
    let logo: (address: Address, bytes: [UInt8])?
    /// What is added to the style sheet; empty without colours.
    let css: String

    /// - Parameters:
    ///   - files: Everything below `content/`, by path from the site's folder.
    ///   - styleSheet: The site's style sheet, whose first `--bg` is that of light pages and whose second that of dark ones.
    /// - Throws: `Failure` for a logo that there is not or that is no picture, and for a colour that cannot be read on its
    ///   background.
    init(_ settings: BrandSettings?, files: [String: [UInt8]], styleSheet: [UInt8]) throws(Failure) {
        guard let settings else {
            (logo, css) = (nil, "")
            return
        }
        var problems: [Diagnostic] = []
        let backgrounds = Self.backgrounds(String(decoding: styleSheet, as: UTF8.self))
        for (name, color, background) in [
            ("light", settings.light, backgrounds.light), ("dark", settings.dark, backgrounds.dark),
        ] {
            guard let color, let background, let problem = Self.problem(color, on: background, pages: name) else {
                continue
            }
            problems.append(problem)
        }
        if let logo = settings.logo, let problem = Self.problem(logo, files) { problems.append(problem) }
        guard problems.isEmpty else { throw Failure(problems) }
        logo = settings.logo.flatMap { logo in
            files[logo.value].map { (Address(String(logo.value.dropFirst("content/".count))), $0) }
        }
        let light = settings.light.map { ":root{--link:\($0.value)}\n" } ?? ""
        let dark = settings.dark.map { "@media screen and (prefers-color-scheme:dark){:root{--link:\($0.value)}}\n" }
        let kept = settings.light == nil ? nil : backgrounds.darkLink
        let restored = kept.map { "@media screen and (prefers-color-scheme:dark){:root{--link:\($0)}}\n" }
        css = light + (dark ?? restored ?? "")
    }

    private static func problem(_ logo: Placed<String>, _ files: [String: [UInt8]]) -> Diagnostic? {
        let endings = ["png", "jpg", "jpeg", "webp", "avif", "gif"]
        guard logo.value.hasPrefix("content/"), files[logo.value] != nil else {
            let near = nearestWord(to: logo.value, in: files.keys.sorted()).map { "Did you mean '\($0)'? " } ?? ""
            return Diagnostic(
                at: logo.position,
                "there is no file '\(logo.value)' below content",
                remedy: near + "Write the path from the site's folder, as in content/logo.png."
            )
        }
        guard endings.contains(where: { logo.value.lowercased().hasSuffix(".\($0)") }) else {
            return Diagnostic(
                at: logo.position,
                "'\(logo.value)' is no picture that is shown",
                remedy: "Save it as png, jpg, webp, avif or gif."
            )
        }
        return nil
    }

    private static func problem(_ color: Placed<String>, on background: String, pages: String) -> Diagnostic? {
        let ratio = contrast(color.value, background)
        guard ratio < leastContrast else { return nil }
        let shown = String(
            format: "%.2f",
            locale: Locale(identifier: "en_US_POSIX"),
            (ratio * 100).rounded(.down) / 100
        )
        let remedy = pages == "light" ? "Take a darker colour." : "Take a lighter colour."
        return Diagnostic(
            at: color.position,
            "\(color.value) on the background \(background) of \(pages) pages has a contrast of \(shown):1; text needs 4.5:1",
            remedy: remedy
        )
    }

    /// The two backgrounds of a style sheet, and the colour of links on dark pages.
    private static func backgrounds(_ css: String) -> (light: String?, dark: String?, darkLink: String?) {
        func colors(_ name: String) -> [String] {
            css.matches(of: /--([a-z]+):\s*(#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}\b)/).filter { $0.output.1 == name }.map {
                inFull($0.output.2)
            }
        }
        let (grounds, links) = (colors("bg"), colors("link"))
        return (grounds.first, grounds.dropFirst().first, links.dropFirst().first)
    }

    /// `#rrggbb` of a colour that may be written `#rgb`.
    private static func inFull(_ color: Substring) -> String {
        color.count == 4 ? color.dropFirst().reduce("#") { "\($0)\($1)\($1)" } : String(color)
    }

    /// The contrast of two colours written as `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance of sRGB).
    static func contrast(_ one: String, _ other: String) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func luminance(_ color: String) -> Double {
        let value = Int(color.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
