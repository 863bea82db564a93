internal import Figures

/// All pages for search engines, each with its versions in other languages.
struct Sitemap {
    /// Where the site will be found, ending in a slash.
    let base: String
    /// The site's languages, the first one at its root.
    let languages: [String]
    /// The pages, as they lie in the first language.
    let pages: [Address]

    /// The whole file.
    var xml: String {
        let entries = pages.sorted().flatMap { page in
            languages.map { language in
                "<url><loc>\(address(page, language))</loc>" + alternates(of: page) + "</url>"
            }
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            \(entries.joined(separator: "\n"))
            </urlset>

            """
    }

    private func alternates(of page: Address) -> String {
        guard languages.count > 1 else { return "" }
        return languages.map { language in
            "<xhtml:link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(address(page, language))\"/>"
        }
        .joined()
    }

    private func address(_ page: Address, _ language: String) -> String {
        escaped(base + page.inLanguage(language, of: languages).path)
    }
}
