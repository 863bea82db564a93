internal import Calendars

extension Address {
    static let index = Address("index.html")
    static let stages = Address("stages/index.html")
    static let pipeline = Address("pipeline/index.html")
    static let tests = Address("tests/index.html")
    static let activity = Address("activity/index.html")
    static let archive = Address("archive/index.html")
    static let glossary = Address("glossary/index.html")
    static let method = Address("method/index.html")
    static let notFound = Address("404.html")
    static let feed = Address("feed.xml")
    static let sitemap = Address("sitemap.xml")
    static let styleSheet = Address("style.css")

    static func week(_ week: Week) -> Address { Address("weeks/\(week)/index.html") }
    static func stage(_ id: String) -> Address { Address("stages/\(id)/index.html") }
    static func play(_ slug: String, of stage: String) -> Address { Address("stages/\(stage)/\(slug)/index.html") }
    static func page(_ name: String) -> Address { Address("pages/\(name)/index.html") }
    /// A file of numbers, which all languages share.
    static func data(_ name: String, _ ending: String) -> Address { Address("data/\(name).\(ending)") }
    static func funnel(_ id: String) -> Address { Address("funnels/\(id)/index.html") }

    /// The same page in `language`, of which the site's first one is at the root.
    func inLanguage(_ language: String, of languages: [String]) -> Address {
        language == languages.first ? self : Address("\(language)/\(path)")
    }
}
